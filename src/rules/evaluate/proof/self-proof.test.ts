import { expect, test } from 'vitest';
import { relationInstances } from '../../../form/relations.js';
import type { Report } from '../../../model/index.js';
import { evaluate } from '../evaluate.js';
import { reportOf } from '../../test/test-report.js';
import { forms, rules } from '../../../../test/fixtures/defaults.js';

const clean = reportOf({ name: 'clean', layout: '2021', expect: 'pass' }, forms);
const [form] = forms.filter(({ id }) => id === '2021');

/** The report with the cells of one row of Table 3 placed by relations. */
const placedBy = (names: string[], row: string): Report => ({
  ...clean,
  cells: Object.fromEntries(
    Object.entries(clean.cells).map(([address, cell]) => [
      address,
      address.startsWith(`t3.${row}.`) ? { ...cell, evidence: 'proven' as const, provenBy: names } : cell,
    ]),
  ),
});

const sums = async (report: Report) =>
  (await evaluate(report, rules, { lang: 'zh-CN' })).filter(
    ({ rule, equation }) => equation !== null && ['T3-COL', 'T3-BALANCE', 'T3-HSUM'].includes(rule),
  );

test('the sum that placed the figures of a row is no check of that row; the other sums over it are', async () => {
  const relation = relationInstances(form ?? raise()).find(({ right }) =>
    right.includes('t3.received.total'),
  );
  const outcomes = await sums(placedBy([relation?.relation ?? ''], 'received'));
  const open = outcomes.filter(({ verdict }) => verdict !== 'pass');
  expect(open.map(({ rule, verdict, reason }) => ({ rule, verdict, reason }))).toEqual([
    { rule: 'T3-COL', verdict: 'notAssessable', reason: 'read-by-this-sum' },
  ]);
  expect(open[0]?.cells.every((cell) => cell.startsWith('t3.received.'))).toBe(true);
  expect(outcomes.filter(({ rule }) => rule === 'T3-BALANCE')).toHaveLength(7);
});

test('no sum passes over a figure that all relations together have placed', async () => {
  const names = [...new Set(relationInstances(form ?? raise()).map(({ relation }) => relation))];
  const outcomes = await sums(placedBy(names, 'received'));
  const passing = outcomes.filter(
    ({ verdict, equation }) =>
      verdict === 'pass' && equation?.terms.some(({ cell }) => cell.startsWith('t3.received.')),
  );
  expect(passing).toEqual([]);
});

test('a sum that fails is told, whatever it has placed', async () => {
  const report = placedBy(['t3.total'], 'received');
  const total = report.cells['t3.received.total'] ?? raise();
  const wrong = {
    ...report,
    cells: { ...report.cells, 't3.received.total': { ...total, value: 99, raw: '99' } },
  };
  const failed = (await sums(wrong)).filter(({ verdict }) => verdict === 'fail');
  expect(failed.map(({ rule }) => rule)).toContain('T3-COL');
});

function raise(): never {
  throw new Error('missing');
}
