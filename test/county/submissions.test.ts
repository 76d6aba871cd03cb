import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { auditReport } from '../../src/audit/audit.js';
import { submissionStates, type Audit } from '../../src/model/index.js';
import { joinRuns, readAudits, type Run } from '../../src/review/read-audits.js';
import { compareSubmissions } from '../../src/review/submissions/compare.js';
import { full } from '../depth.js';
import { schemaMistakes } from '../fixtures/schema/published.js';
import { countySubmissions, type CountySubmissions } from '../generators/county/submissions.js';
import type { CountyReport } from '../generators/county/county.js';
import { resources as defaults } from '../fixtures/defaults.js';

/** Audits as the program writes them; the same report is audited once. */
function auditor() {
  const audits = new Map<string, Audit>();
  return async (report: CountyReport, name: string): Promise<Audit> => {
    const text = JSON.stringify(report.input);
    const audit = audits.get(text) ?? (await auditReport(strToU8(text), defaults, { name, lang: 'zh-CN' }));
    audits.set(text, audit);
    return audit;
  };
}

async function runs({ submissions }: CountySubmissions) {
  const auditOf = auditor();
  const all: { run: Run; audits: Map<string, Audit> }[] = [];
  for (const [index, handed] of submissions.entries()) {
    const audits = new Map<string, Audit>();
    const lines: string[] = [];
    for (const { name, report } of handed) {
      // Every submission comes in a folder of its own.
      const file = `${index + 1}/${name}`;
      const failure = { name: file, kind: 'unreadable', code: 'damaged', reason: '文件已损坏。' };
      const audit = report === null ? null : { ...(await auditOf(report, file)) };
      if (audit !== null) {
        audit.source = { ...audit.source, name: file };
        audits.set(name, audit);
      }
      lines.push(JSON.stringify(audit ?? { failure }));
    }
    all.push({ run: joinRuns([readAudits(lines.join('\n'))]), audits });
  }
  return all;
}

test('every state and every changed figure of a county in three submissions is told', async () => {
  const county = full ? countySubmissions(3, [2021, 2022, 2023]) : countySubmissions(3, [2023], 30);
  const given = await runs(county);
  const comparison = compareSubmissions(given.map(({ run }, index) => ({ name: `${index + 1}`, run })));
  expect(schemaMistakes(comparison, 'comparison')).toEqual([]);

  const nameOf = (name: string | null | undefined) => name?.slice(2) ?? null;
  const found = comparison.reports.map((report) => {
    const name = nameOf(report.history.findLast((each) => each?.name != null)?.name);
    const states = report.history.map((each) => each?.state ?? null);
    const changed = report.history.map((each) =>
      each?.grade == null
        ? null
        : each.cells
            .map(({ cell, from, to }): [string, number | null, number | null] => [cell, from.value, to.value])
            .sort(([one], [other]) => (one < other ? -1 : 1)),
    );
    return [name, { states, changed }] as const;
  });
  expect(new Map(found)).toEqual(county.truth);
  expect(found).toHaveLength(county.truth.size);

  const told = new Set(found.flatMap(([, { states }]) => states));
  expect(submissionStates.filter((state) => !told.has(state))).toEqual([]);

  // Resolved is only what was read and assessed.
  for (const report of comparison.reports)
    for (const [index, standing] of report.history.entries())
      for (const { rule, cells } of standing?.findings.resolved ?? []) {
        const audit = given[index]?.audits.get(nameOf(standing?.name) ?? '');
        expect(audit?.notAssessable.map((each) => each.rule)).not.toContain(rule);
        expect(cells.filter((cell) => audit?.cells[cell]?.state !== 'number')).toEqual([]);
      }
});
