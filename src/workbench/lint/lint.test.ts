import { expect, test } from 'vitest';
import { loadRules, type RuleSet } from '../../rules/index.js';
import { lintRules } from './index.js';
import { forms, rules as shipped } from '../../../test/fixtures/defaults.js';

/** A set of rules of which only the id and the conditions matter. */
function rules(conditions: Record<string, string>, more: Record<string, string> = {}): RuleSet {
  const text = Object.entries(conditions).map(
    ([id, each]) => `  - id: ${id}
    category: arithmetic
    severity: warning
    title: { zh-CN: 规则, en: A rule }
    basis: { document: 国办公开办函〔2021〕30号, article: 附件表四 }
    note: { zh-CN: 说明, en: A note }
    alwaysAssessable: { zh-CN: 测试, en: for the test }
    conditions: { all: [${each}] }
    message: { zh-CN: 有误, en: wrong }
    fix: { zh-CN: 改正, en: correct it }
    tests: [{ name: a, expect: pass }, { name: b, year: 2022, expect: fail }]
${more[id] ?? ''}`,
  );
  const source = { name: 'local.yaml', text: `extends: none\nrules:\n${text.join('\n')}\n` };
  return { ...loadRules([source], forms, shipped), documents: [] };
}

/** What is said of the rules, apart from what they cite. */
function said(set: RuleSet): string[] {
  return lintRules(set, null)
    .filter(({ code }) => !code.startsWith('cites'))
    .map(({ code, rule, values }) => [rule, code, ...Object.values(values)].join(' '));
}

const cell = (address: string, operator: string, value: string | number): string =>
  `{ fact: cell, params: { cell: ${address} }, operator: ${operator}, value: ${value} }`;
const sum = (terms: string, operator: string, value: string | number): string =>
  `{ fact: sum, params: { of: [${terms}] }, operator: ${operator}, value: ${value} }`;
const other = (address: string): string => `{ fact: cell, params: { cell: ${address} } }`;

test('a rule that no report can violate', () => {
  const between = `${cell('t4.review.total', 'greaterThan', 5)}, ${cell('t4.review.total', 'lessThan', 5)}`;
  const level = '{ fact: agency, params: { property: level }, operator: in, value: [county, city] }';
  const town = '{ fact: agency, params: { property: level }, operator: equal, value: township }';
  expect(said(rules({ A: between, B: `${level}, ${town}` }))).toEqual(['A neverFires', 'B neverFires']);
});

test('a count beyond the cells that there are', () => {
  const count =
    '{ fact: count, params: { of: [t4.review.*], where: { state: blank } }, operator: greaterThan, value: 5 }';
  expect(said(rules({ A: count }))).toEqual(['A neverFires']);
  expect(said(rules({ A: count.replace('5 }', '4 }') }))).toEqual([]);
});

test('a rule that every report violates', () => {
  const always = sum('t4.review.total, -t4.review.total', 'greaterThanInclusive', 0);
  expect(said(rules({ A: always }))).toEqual(['A alwaysFires']);
});

test('a rule that another one implies, and a rule that says so itself', () => {
  const more = cell('t4.review.total', 'greaterThan', 10);
  const some = cell('t4.review.total', 'greaterThan', 3);
  expect(said(rules({ A: more, B: some }))).toEqual(['A implied B']);
  expect(said(rules({ A: more, B: some }, { A: '    implies: [B]' }))).toEqual([]);
  expect(said(rules({ A: more, B: some }, { B: '    implies: [A]' }))).toEqual([
    'A implied B',
    'B impliesNothing A',
  ]);
  expect(said(rules({ A: more }, { A: '    implies: [C]' }))).toEqual([
    'A impliesUnknown C',
    'A impliesNothing C',
  ]);
});

test('a rule that holds only for some reports implies nothing for the others', () => {
  const more = cell('t4.review.total', 'greaterThan', 10);
  const some = cell('t4.review.total', 'greaterThan', 3);
  expect(said(rules({ A: more, B: some }, { B: '    applies: { levels: [city] }' }))).toEqual([]);
});

test('an equation that follows from several others', () => {
  const set = rules({
    A: sum('t4.review.upheld', 'differsFrom', other('t4.review.corrected')),
    B: sum('t4.review.corrected', 'differsFrom', other('t4.review.pending')),
    C: sum('t4.review.upheld', 'differsFrom', other('t4.review.pending')),
  });
  expect(said(set)).toEqual(['A implied B、C', 'B implied A、C', 'C implied A、B']);
});

test('two rules that say the same in other words', () => {
  const set = rules({
    A: sum('t4.review.upheld, t4.review.pending', 'differsFrom', other('t4.review.total')),
    B: sum('t4.review.total, -t4.review.upheld', 'differsFrom', other('t4.review.pending')),
  });
  expect(said(set)).toEqual(['A same B', 'B same A']);
});

test('rules that no report can satisfy together', () => {
  const set = rules({
    A: cell('t4.review.total', 'lessThan', 5),
    B: sum('t4.review.total, t4.review.upheld', 'greaterThan', 3),
  });
  expect(said(set)).toEqual(['A contradiction B']);
});

test('a rule that applies to no year', () => {
  const set = rules(
    { A: cell('t4.review.total', 'greaterThan', 0) },
    { A: '    applies: { years: { from: 2022, to: 2020 } }' },
  );
  expect(said(set)).toEqual(['A neverApplies']);
});

test('what a rule lacks for its readers and its proof', () => {
  const set = rules({ A: cell('t4.review.total', 'greaterThan', 0) });
  const [rule] = set.rules;
  if (rule === undefined) throw new Error('no rule');
  const { note: _, alwaysAssessable: __, ...bare } = rule;
  const poor = {
    ...bare,
    title: { 'zh-CN': '规则', en: '规则' },
    equivalent: [{ mutant: 'nothing', why: { 'zh-CN': '无', en: 'none' } }],
    tests: [
      { name: 'a', expect: 'pass' as const },
      { name: 'b', expect: 'pass' as const },
    ],
  };
  expect(said({ ...set, rules: [poor] })).toEqual([
    'A untranslated title',
    'A noNote',
    'A noTest fail',
    'A noTest notAssessable',
    'A sameTest b a',
    'A equivalentUnknown nothing',
  ]);
});

test('what the rules cite, and clauses that nobody cites', () => {
  const set = rules({ A: cell('t4.review.total', 'greaterThan', 0) });
  const clause = (article: string, unchecked?: { 'zh-CN': string; en: string }) => ({
    article,
    says: { 'zh-CN': '要求', en: 'asks' },
    ...(unchecked === undefined ? {} : { unchecked }),
  });
  const why = { 'zh-CN': '无从检查', en: 'cannot be checked' };
  const told = (name: string, clauses: ReturnType<typeof clause>[]) =>
    lintRules({ ...set, documents: [{ name, title: why, clauses }] }, null).map(({ code, rule, values }) =>
      [rule, code, ...Object.values(values)].join(' ').trim(),
    );
  const document = '国办公开办函〔2021〕30号';
  expect(told(document, [clause('附件表四'), clause('附件表五'), clause('附件表六', why)])).toEqual([
    `uncoveredClause ${document} 附件表五`,
  ]);
  expect(told(document, [clause('附件表四', why)])).toEqual([`checkedUnchecked ${document} 附件表四`]);
  expect(told(document, [clause('附件表五', why)])).toEqual([`A citesNoClause ${document} 附件表四`]);
  expect(told('国办公开办函〔2021〕3号', [clause('附件表四', why)])).toEqual([
    `A citesUnknownDocument ${document}  → 国办公开办函〔2021〕3号`,
  ]);
});

test('a check that names a rule that does not exist', () => {
  const set = rules({ A: cell('t4.review.total', 'greaterThan', 0) });
  const catalogue = { entries: [{ id: 'CHECK', rules: ['A', 'B'] }] };
  expect(lintRules({ ...set, documents: [] }, catalogue).filter(({ rule }) => rule === null)).toEqual([
    { code: 'catalogueUnknown', rule: null, values: { id: 'CHECK', rule: 'B' } },
  ]);
});
