import { expect, test } from 'vitest';
import { loadRules } from '../rules/index.js';
import { reportOf } from '../rules/test/test-report.js';
import { impactOf } from './impact.js';
import { forms, rules as shipped } from '../../test/fixtures/defaults.js';

const overlay = (text: string) => loadRules([{ name: 'local.yaml', text }], forms, shipped);
const wrong = reportOf({ name: 'wrong', cells: { 't4.review.total': 3 }, expect: 'fail' }, forms);
const clean = reportOf({ name: 'clean', expect: 'pass' }, forms);

test('the same rules change nothing', async () => {
  const { reports, rules } = await impactOf([wrong, clean], shipped, shipped, 'zh-CN');
  expect(rules).toEqual([]);
  expect(
    reports.map(({ name, grade, new: added, dropped, changed }) => [
      name,
      grade.before === grade.after,
      added,
      dropped,
      changed,
    ]),
  ).toEqual([
    ['wrong', true, [], [], []],
    ['clean', true, [], [], []],
  ]);
});

test('a rule switched off, one changed and one added', async () => {
  const after = overlay(`disable: [T4-EMPTYBASE]
change: [{ id: T4-SUM, severity: info }]
rules:
  - id: LOCAL
    category: impossible
    severity: warning
    title: { zh-CN: 有复议, en: A review }
    basis: { document: 通知, article: 第一条 }
    conditions: { all: [{ fact: cell, params: { cell: t4.review.total }, operator: greaterThan, value: 2 }] }
    message: { zh-CN: "复议{left}件", en: "{left} reviews" }
    fix: { zh-CN: 核实, en: check }
`);
  const { reports, rules } = await impactOf([wrong, clean], shipped, after, 'zh-CN');
  expect(rules).toEqual([
    { rule: 'LOCAL', new: 1, dropped: 0, changed: 0 },
    { rule: 'T4-EMPTYBASE', new: 0, dropped: 1, changed: 0 },
    { rule: 'T4-SUM', new: 0, dropped: 0, changed: 1 },
  ]);
  const [first, second] = reports;
  expect(first?.new.map(({ message }) => message)).toEqual(['复议3件']);
  expect(first?.changed.map(({ before, after: now }) => [before.severity, now.severity])).toEqual([
    ['error', 'info'],
  ]);
  expect(first?.score.before).not.toBe(first?.score.after);
  expect(second).toMatchObject({ new: [], dropped: [], changed: [] });
});
