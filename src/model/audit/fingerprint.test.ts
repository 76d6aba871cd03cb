import { describe, expect, test } from 'vitest';
import { troubledAudit } from '../../../test/fixtures/audits.js';
import type { Audit } from './audit.js';
import { fingerprint } from './fingerprint.js';

const prints = (audit: Audit) => audit.findings.map((finding) => fingerprint(finding, audit));
const original = prints(troubledAudit());

/** The troubled audit after a change. */
function changed(change: (audit: Audit) => void): string[] {
  const audit = structuredClone(troubledAudit());
  change(audit);
  return prints(audit);
}

describe('a finding is known again', () => {
  test('by 16 digits, each finding by others', () => {
    for (const print of original) expect(print).toMatch(/^[0-9a-f]{16}$/);
    expect(new Set(original).size).toBe(original.length);
  });

  test('in another copy, at other places, in other words, with other ids', () => {
    const again = changed((audit) => {
      audit.source = { name: 'b.pdf', format: 'pdf', encoding: null, sha256: '1'.repeat(64) };
      audit.agency.name = ' 临溪县 水利局';
      for (const cell of Object.values(audit.cells)) Object.assign(cell, { at: { page: 1 }, raw: '０' });
      for (const claim of audit.claims) claim.at = { page: 2 };
      audit.findings.reverse().forEach((finding, index) =>
        Object.assign(finding, {
          id: `f${index + 7}`,
          severity: 'info',
          title: 'x',
          message: 'y',
          fix: null,
          suspect: 'extraction',
          cells: [...finding.cells].reverse(),
        }),
      );
    });
    expect(again.reverse()).toEqual(original);
  });

  test('not when an operand, the year, the agency or the rule is another', () => {
    const others = [
      changed((audit) => Object.assign(audit, { year: 2022 })),
      changed((audit) => (audit.agency.name = '临溪县林业局')),
      changed((audit) => audit.findings.forEach((finding) => (finding.rule += '-2'))),
    ];
    for (const prints of others) for (const print of prints) expect(original).not.toContain(print);
    const cell = changed((audit) => {
      const { 't3.received.total': total } = audit.cells;
      if (total !== undefined) total.value = 14;
    });
    expect(cell.map((print, index) => print === original[index])).toEqual([false, false, false, true]);
    const unread = changed((audit) => {
      const { 't2.fees.amount': amount } = audit.cells;
      if (amount !== undefined) amount.state = 'unreadable';
    });
    expect(unread.map((print, index) => print === original[index])).toEqual([true, true, true, false]);
    const claimed = changed((audit) => audit.claims.forEach((claim) => (claim.value = 11)));
    expect(claimed.map((print, index) => print === original[index])).toEqual([true, true, false, true]);
  });

  test('without figures by its words, however they are spaced', () => {
    const quoting = (quote: string) =>
      changed((audit) => {
        audit.findings = audit.findings.slice(3).map((finding) => ({
          ...finding,
          cells: [],
          quotes: [{ quote, at: null }],
        }));
      });
    expect(quoting('公开 ＧＯＶ\u3000信息')).toEqual(quoting('公开GOV信息'));
    expect(quoting('公开信息')).not.toEqual(quoting('公开消息'));
  });
});
