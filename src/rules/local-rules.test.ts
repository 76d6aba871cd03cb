import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Outcome } from '../model/index.js';
import { evaluate, loadRules, testRules, type RuleSet } from './index.js';
import type { RuleTest } from './test/rule-test.js';
import { reportOf } from './test/test-report.js';
import { examples } from '../../test/depth.js';
import { forms, rules as shipped } from '../../test/fixtures/defaults.js';

const runs = examples(60);

/** A rule set of one local rule, written as its author would. */
function local(fields: string): RuleSet {
  const text = `extends: none
rules:
  - id: LOCAL
    category: completeness
    severity: warning
    title: { zh-CN: 本地规则, en: Local rule }
    basis: { document: 本地通知, article: 第一条 }
${fields}`;
  return loadRules([{ name: 'local.yaml', text }], forms, shipped);
}

async function ask(
  rules: RuleSet,
  report: Omit<RuleTest, 'name' | 'expect'>,
  lang: 'zh-CN' | 'en' = 'zh-CN',
): Promise<Outcome[]> {
  return evaluate(reportOf({ name: 'made up', expect: 'pass', ...report }, forms), rules, { lang });
}

const told = (outcomes: readonly Outcome[]) =>
  outcomes.map(({ verdict, bindings, message, reason }) => ({ verdict, bindings, message, reason }));

test('a rule over the places that name a year', async () => {
  const rules = local(`    each: { mention: { mentions: { source: [title] } } }
    conditions:
      all:
        - { fact: number, params: { value: "{mention.year}" }, operator: notEqual, value: "{year}" }
    message: { zh-CN: "标题“{mention}”写{mention.year}年，报告年度为{year}年，上年为{previousYear}年。", en: "“{mention}” says {mention.year}." }
    fix: { zh-CN: 改正年度。, en: Correct the year. }
`);
  const years = [
    { year: 2020, source: 'title', quote: '2020年年报' },
    { year: 2020, source: 'prose' },
    { year: 2021, source: 'title' },
  ];
  expect(told(await ask(rules, { years, year: 2021 }))).toEqual([
    {
      verdict: 'fail',
      bindings: { mention: 'm1' },
      message: '标题“2020年年报”写2020年，报告年度为2021年，上年为2020年。',
      reason: null,
    },
    { verdict: 'pass', bindings: { mention: 'm3' }, message: '', reason: null },
  ]);
  expect(
    told(await ask(rules, { years, year: null })).map(({ verdict, reason }) => ({ verdict, reason })),
  ).toEqual([
    { verdict: 'notAssessable', reason: 'no-year' },
    { verdict: 'notAssessable', reason: 'no-year' },
  ]);
});

test('a rule over the parts, reported as one finding', async () => {
  const rules = local(`    each: { part: { sections: { only: [一, 五] } } }
    together: true
    conditions:
      all:
        - { fact: length, params: { in: ["{part}"] }, operator: lessThan, value: 10 }
    message: { zh-CN: "{count}个部分过短：{part}。", en: "Short: {part}." }
    fix: { zh-CN: 补充内容。, en: Say more. }
`);
  expect(told(await ask(rules, { sections: { 一: '短。', 五: '也短。' } }))).toEqual([
    {
      verdict: 'fail',
      bindings: {},
      message: '2个部分过短：一、总体情况、五、存在的主要问题及改进情况。',
      reason: null,
    },
  ]);
  expect(told(await ask(rules, {}))).toEqual([{ verdict: 'pass', bindings: {}, message: '', reason: null }]);
});

test('a rule on the number of statements and on the year', async () => {
  const rules = local(`    conditions:
      all:
        - { fact: year, operator: greaterThanInclusive, value: 2022 }
        - { fact: claims, params: { measure: published.items, qualifier: [exact, atLeast, approximate] }, operator: equal, value: 0 }
    message: { zh-CN: "{year}年报告没有写明公开信息条数。", en: "No number of published items." }
    fix: { zh-CN: 写明条数。, en: State it. }
`);
  const claims = [{ measure: 'published.items', value: 30, qualifier: 'approximate' as const }];
  expect((await ask(rules, { year: 2023 })).map(({ verdict }) => verdict)).toEqual(['fail']);
  expect((await ask(rules, { year: 2023, claims })).map(({ verdict }) => verdict)).toEqual(['pass']);
  expect((await ask(rules, { year: 2021 })).map(({ verdict }) => verdict)).toEqual(['pass']);
  expect((await ask(rules, { year: null })).map(({ reason }) => reason)).toEqual(['no-year']);
  expect((await ask(rules, { year: 2023, order: [] })).map(({ reason }) => reason)).toEqual([
    'section-missing',
  ]);
});

test('whether a rule applies may be unknown; it then says so instead of passing', async () => {
  const rules = local(`    applies: { levels: [county], kinds: [government], years: { from: 2021 } }
    conditions: { all: [{ fact: cell, params: { cell: t3.received.total }, operator: greaterThan, value: 0 }] }
    message: { zh-CN: 有, en: some }
    fix: { zh-CN: 改, en: change }
`);
  const verdictsOf = async (report: Omit<RuleTest, 'name' | 'expect'>) =>
    (await ask(rules, report)).map(({ verdict, reason }) => reason ?? verdict);
  expect(await verdictsOf({ agency: { level: 'county', kind: 'government' } })).toEqual(['pass']);
  expect(await verdictsOf({ agency: { level: 'city', kind: 'government' } })).toEqual([]);
  expect(await verdictsOf({ agency: { level: 'unknown', kind: 'government' } })).toEqual(['no-agency-level']);
  expect(await verdictsOf({ agency: { level: 'unknown', kind: 'department' } })).toEqual([]);
  expect(await verdictsOf({ agency: { level: 'county', kind: 'government' }, year: null })).toEqual([
    'no-year',
  ]);
});

test('a test that does not hold is told with its faults', async () => {
  const rules =
    local(`    conditions: { all: [{ fact: cell, params: { cell: t3.received.total }, operator: greaterThan, value: 0 }] }
    message: { zh-CN: "收到{left}件", en: "{left}" }
    fix: { zh-CN: 改, en: change }
    tests:
      - { name: wrong verdict, expect: fail }
      - { name: wrong blame, cells: { t3.received.total: 1 }, expect: fail, blames: [t3.granted.total], blamesClaims: [c1], says: [三件] }
      - { name: wrong suspect, cells: { t3.received.total: 1 }, unsure: [t3.received.total], expect: fail }
      - { name: right, cells: { t3.received.total: 3 }, expect: fail, blames: [t3.received.total], says: [收到3件] }
`);
  const results = await testRules(rules);
  expect(results.map(({ test: name, actual, faults }) => ({ name, actual, faults }))).toEqual([
    { name: 'wrong verdict', actual: 'pass', faults: ['expected fail, got pass'] },
    {
      name: 'wrong blame',
      actual: 'fail',
      faults: ['does not blame t3.granted.total', 'does not blame c1', 'does not say 三件'],
    },
    { name: 'wrong suspect', actual: 'fail', faults: ['suspect is not report'] },
    { name: 'right', actual: 'fail', faults: [] },
  ]);
});

test('an overlay parameter changes what a shipped rule says', async () => {
  const strict = loadRules([{ name: 'local.yaml', text: 'parameters: { carryRate: 5 }' }], forms, shipped);
  const cells = {
    't3.received.total': 100,
    't3.carriedOut.total': 10,
    't3.totalHandled.total': 90,
    't3.granted.total': 90,
  };
  const fails = async (rules: RuleSet) =>
    (await ask(rules, { cells }))
      .filter(({ rule, verdict }) => rule === 'T3-CARRYRATE' && verdict === 'fail')
      .map(({ message }) => message);
  expect(await fails(shipped)).toEqual([]);
  expect(await fails(strict)).toEqual(['表三结转下年度10件，超过应办理100件的5%，请核实是否存在超期办理。']);
});

const cellValue = fc.oneof(
  fc.nat(9),
  fc.constantFrom(null, '/', '无', '约3件', 'unreadable', 'absent', -1, 0.5),
);
const measure = fc.constantFrom(
  't3.received.total',
  't3.denied.total',
  't3.other.misc.total',
  't4.review.total',
  't4.litigationDirect.total+t4.litigationAfterReview.total',
  't2.normativeDocs.made',
  't2.fees.amount',
  'fees.amount',
  'fees.notices',
  'fees.billed',
  'share.t3.granted.total',
  'change.t3.received.total',
  'published.items.penalty',
  't3.received',
  '+',
);
const oddReport: fc.Arbitrary<RuleTest> = fc.record(
  {
    name: fc.constant('odd'),
    expect: fc.constant('pass' as const),
    layout: fc.constantFrom('2014', '2019', '2021'),
    year: fc.option(fc.integer({ min: 2008, max: 2030 })),
    agency: fc.record({
      name: fc.option(fc.constantFrom('甲县审计局', '乙街道办事处', '')),
      level: fc.constantFrom('unknown' as const, 'township' as const, 'city' as const, 'central' as const),
      kind: fc.constantFrom('unknown' as const, 'government' as const, 'institution' as const),
    }),
    cells: fc.dictionary(
      fc.constantFrom('t3.*', 't2.*', 't4.*', 't3.received.total', 't3.*.total', 't4.review.*'),
      cellValue,
    ),
    missing: fc.subarray(['t2', 't3', 't4', 't2/article20-5']),
    blocks: fc.dictionary(
      fc.constantFrom('t2/article20-5', 't3/applications'),
      fc.constantFrom('2019', '2021'),
    ),
    sections: fc.dictionary(
      fc.constantFrom('preface', '一', '五', '六'),
      fc.option(fc.string({ unit: fc.constantFrom(...'我局2021年收到申请。；\n{}（）无共3件') })),
    ),
    order: fc.shuffledSubarray(['preface', '一', '二', '三', '四', '五', '六']),
    claims: fc.array(
      fc.record(
        {
          kind: fc.constantFrom('count' as const, 'sum' as const, 'percent' as const, 'none' as const),
          measure: fc.option(measure),
          value: fc.option(fc.oneof(fc.nat(200), fc.double({ min: -300, max: 300, noNaN: true }))),
          unit: fc.constantFrom('件', '元', '万元', '%'),
          parts: fc.array(fc.nat(90), { maxLength: 4 }),
          cover: fc.constantFrom('open' as const, 'overlapping' as const),
          qualifier: fc.constantFrom('exact' as const, 'atLeast' as const, 'approximate' as const),
          quote: fc.constantFrom('收到申请3件', '', '{year}'),
        },
        { requiredKeys: [] },
      ),
      { maxLength: 6 },
    ),
    notes: fc.subarray(['lost-text', 'repeated-report']),
    period: fc.option(fc.constantFrom({ from: '2021-01-01', to: '2021-12-31' }, { from: 'x', to: 'y' })),
  },
  { requiredKeys: ['name', 'expect'] },
);

test('whatever a report looks like, every outcome is complete', async () => {
  await fc.assert(
    fc.asyncProperty(oddReport, fc.constantFrom('zh-CN' as const, 'en' as const), async (report, lang) => {
      const outcomes = await evaluate(reportOf(report, forms), shipped, { lang });
      const broken = outcomes.filter(({ verdict, message, fix, reason }) => {
        if (verdict === 'fail')
          return message === '' || fix === null || /undefined|NaN|\[object/.test(message + fix);
        return (verdict === 'notAssessable') !== (reason !== null);
      });
      expect(broken).toEqual([]);
    }),
    { numRuns: runs * 3 },
  );
});
