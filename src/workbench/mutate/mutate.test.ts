import { expect, test } from 'vitest';
import { loadRules, type RuleSet } from '../../rules/index.js';
import { flow } from './flow.js';
import { mutateRules } from './index.js';
import { mutantsOf } from './mutants.js';
import { slipReports } from './slips.js';
import { forms, rules as shipped } from '../../../test/fixtures/defaults.js';

function local(tests: string, more = ''): RuleSet {
  const text = `extends: none
rules:
  - id: LOCAL
    category: arithmetic
    severity: warning
    title: { zh-CN: 规则, en: A rule }
    basis: { document: 通知, article: 第一条 }
    conditions:
      all:
        - { fact: cell, params: { cell: t4.review.total }, operator: greaterThan, value: 5 }
        - { fact: sum, params: { of: [t4.review.upheld, t4.review.pending] }, operator: equal, value: 0 }
    message: { zh-CN: 有误, en: wrong }
    fix: { zh-CN: 改正, en: correct it }
${more}    tests: [${tests}]
`;
  return loadRules([{ name: 'local.yaml', text }], forms, shipped);
}

test('every single mistake that an author may make is a mutant', () => {
  const [rule] = local('').rules;
  if (rule === undefined) throw new Error('no rule');
  expect(mutantsOf(rule, { forms, parameters: {} }).map(({ name }) => name)).toEqual([
    'conditions = any',
    'conditions.all.0 dropped',
    'conditions.all.1 dropped',
    'conditions.all.0.operator = greaterThanInclusive',
    'conditions.all.0.operator = lessThan',
    'conditions.all.0.operator = notEqual',
    'conditions.all.0.value = 6',
    'conditions.all.0.value = 4',
    'conditions.all.0.params.cell = t4.litigationDirect.total',
    'conditions.all.1.operator = notEqual',
    'conditions.all.1.operator = greaterThanInclusive',
    'conditions.all.1.operator = lessThanInclusive',
    'conditions.all.1.value = 1',
    'conditions.all.1.value = -1',
    'conditions.all.1.params.of.0 dropped',
    'conditions.all.1.params.of.1 dropped',
    'conditions.all.1.params.of.0 = t4.review.results',
    'conditions.all.1.params.of.0 = -t4.review.upheld',
    'conditions.all.1.params.of.1 = t4.review.total',
    'conditions.all.1.params.of.1 = -t4.review.pending',
  ]);
});

test('what a mistake needs to show is told in words, as the name of a test', () => {
  const [rule] = local('').rules;
  if (rule === undefined) throw new Error('no rule');
  const told = mutantsOf(rule, { forms, parameters: {} }).map(({ situation }) => situation);
  expect(new Set(told)).toEqual(
    new Set([
      'one condition without the others',
      'not t4.review.total more than 5',
      'not the sum exactly 0',
      't4.review.total is exactly 5',
      't4.review.total is more than 5',
      't4.review.total is less than 5',
      't4.review.total is just beside 5',
      't4.review.total counts, not t4.litigationDirect.total',
      'the sum is exactly 0',
      'the sum is more than 0',
      'the sum is less than 0',
      'the sum is just beside 0',
      't4.review.upheld counts',
      't4.review.pending counts',
      't4.review.upheld counts, not t4.review.results',
      't4.review.upheld is added',
      't4.review.pending counts, not t4.review.total',
      't4.review.pending is added',
    ]),
  );
});

test('a mutant that no test notices comes with a test that would', async () => {
  const few = '{ name: a, expect: pass }, { name: b, cells: { t4.review.total: 9 }, expect: fail }';
  const [score] = await mutateRules(local(few));
  const survivors = score?.survivors ?? [];
  expect(survivors.map(({ mutant }) => mutant)).toContain('conditions.all.0.value = 6');
  const found = survivors.flatMap(({ test: suggested }) => suggested ?? []);
  expect(found).toHaveLength(survivors.length);
  const [after] = await mutateRules(local(`${few}, ${found.map(flow).join(', ')}`));
  expect(after).toEqual({ rule: 'LOCAL', mutants: 19, killed: 19, equivalent: 1, survivors: [] });
});

test('a mutant that is said to be equivalent is not asked for', async () => {
  const equivalent = `    equivalent: [{ mutant: conditions.all.0.value = 6, why: { zh-CN: 测试, en: a test } }]\n`;
  const [score] = await mutateRules(local('{ name: a, expect: pass }', equivalent), false);
  expect(score?.survivors.map(({ mutant }) => mutant)).not.toContain('conditions.all.0.value = 6');
});

test('the rules notice every slip in a clean report, or the file says why they cannot', async () => {
  const clean = { ...shipped, reports: shipped.reports.slice(0, 1) };
  const { unnoticed, ...score } = await slipReports(clean);
  expect(unnoticed.filter(({ explained }) => !explained)).toEqual([]);
  expect(score.noticed + score.explained).toBe(score.slips);
});

test('without rules no slip is noticed', async () => {
  const { slips, noticed } = await slipReports({
    ...shipped,
    rules: [],
    reports: shipped.reports.slice(0, 1),
  });
  expect([slips > 0, noticed]).toEqual([true, 0]);
});
