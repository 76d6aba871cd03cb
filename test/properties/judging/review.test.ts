import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { auditReport } from '../../../src/audit/audit.js';
import type { Audit, Waiver } from '../../../src/model/index.js';
import { resources } from '../../fixtures/defaults.js';

const samples = new URL('../../../samples/', import.meta.url);

const review = {
  verdict: 'dismissed',
  reason: '已核对',
  reviewer: '林某',
  expiry: null,
} as const;

function audited(name: string, waivers: readonly Waiver[] = []): Promise<Audit> {
  return auditReport(readFileSync(new URL(name, samples)), resources, {
    name,
    lang: 'zh-CN',
    waivers: new Map(waivers.map((each) => [each.fingerprint, each])),
  });
}

/** What a review must leave alone. */
const plain = ({ findings, repairs, notAssessable, cells, coverage }: Audit) => ({
  findings: findings.map(({ waiver: _, ...rest }) => rest),
  repairs,
  notAssessable,
  cells,
  coverage,
});

describe.each(readdirSync(samples).filter((name) => /\.(?:txt|html)$/.test(name)))('%s', (name) => {
  test('a dismissed finding stays, costs nothing, and never lowers the score', async () => {
    const before = await audited(name);
    const prints = before.findings.map(({ fingerprint }) => fingerprint);
    for (const chosen of [...prints.map((each) => [each]), prints]) {
      const after = await audited(
        name,
        chosen.map((fingerprint) => ({ fingerprint, date: null, ...review })),
      );
      expect(plain(after)).toEqual(plain(before));
      expect(after.findings.map(({ waiver }) => waiver)).toEqual(
        prints.map((each) => (chosen.includes(each) ? review : undefined)),
      );
      if (before.score === null) expect(after.score).toBeNull();
      else expect(after.score).toBeGreaterThanOrEqual(before.score);
    }
  });

  test('a confirmed finding costs what it did', async () => {
    const before = await audited(name);
    const waivers = before.findings.map(({ fingerprint }) => ({
      fingerprint,
      date: null,
      ...review,
      verdict: 'confirmed' as const,
    }));
    const { score, grade, gradeReason, subscores } = await audited(name, waivers);
    expect({ score, grade, gradeReason, subscores }).toEqual({
      score: before.score,
      grade: before.grade,
      gradeReason: before.gradeReason,
      subscores: before.subscores,
    });
  });
});

test('nothing is left to cost anything when all findings of complete tables are dismissed', async () => {
  const { findings } = await audited('06-arithmetic.html');
  const waivers = findings.map(({ fingerprint }) => ({ fingerprint, date: null, ...review }));
  expect(await audited('06-arithmetic.html', waivers)).toMatchObject({ grade: 'A', score: 100 });
});
