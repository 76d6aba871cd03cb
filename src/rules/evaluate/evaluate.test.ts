import { Engine, type TopLevelCondition } from 'json-rules-engine';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell, Outcome, Report } from '../../model/index.js';
import { evaluate, type Rule, type RuleSet } from '../index.js';
import { reportOf } from '../test/test-report.js';
import { examples } from '../../../test/depth.js';
import { forms, rules as ruleSet } from '../../../test/fixtures/defaults.js';

const runs = examples(60);

const numberCell = (value: number): Cell => ({
  value,
  raw: String(value),
  state: 'number',
  at: null,
  confidence: 1,
});
const unreadCell: Cell = { value: null, raw: '', state: 'unreadable', at: null, confidence: 0 };

const clean = (layout: string): Report => reportOf({ name: layout, layout, expect: 'pass' }, forms);
const bases = { '2019': clean('2019'), '2021': clean('2021') };

function withCells(report: Report, values: ReadonlyMap<string, number | null>): Report {
  const cells = { ...report.cells };
  for (const [address, value] of values) cells[address] = value === null ? unreadCell : numberCell(value);
  return { ...report, cells };
}

/** A report of either edition with some cells changed to small numbers or unreadable. */
const reports = fc.constantFrom('2019' as const, '2021' as const).chain((layout) => {
  const base = bases[layout];
  const address = fc.constantFrom(...Object.keys(base.cells));
  return fc
    .array(fc.tuple(address, fc.option(fc.nat(4), { freq: 6 })), { maxLength: 40 })
    .map((changes) => withCells(base, new Map(changes)));
});

const verdicts = (outcomes: readonly Outcome[]): string[] =>
  outcomes.map(({ rule, bindings, verdict }) => `${rule} ${JSON.stringify(bindings)} ${verdict}`);

/** The rules that look at cells and at nothing else of the report. */
const overCells: RuleSet = {
  ...ruleSet,
  rules: ruleSet.rules.filter(
    ({ category, conditions, each }) =>
      ['arithmetic', 'impossible'].includes(category) &&
      (category === 'arithmetic' || !/"state"|"matches"/.test(JSON.stringify(conditions))) &&
      !/claims|matches/.test(JSON.stringify(each ?? {})),
  ),
};

const APPLICANTS = ['naturalPerson', 'business', 'research', 'nonprofit', 'legalService', 'otherOrg'];
const DENIED = [
  'stateSecret',
  'otherLaw',
  'security',
  'thirdParty',
  'internal',
  'deliberative',
  'enforcementFile',
  'adminQuery',
];
const UNAVAILABLE = ['notHeld', 'needsCreation', 'unclear'];
const REJECTED = ['petition', 'repeat', 'publication', 'excessive', 'confirmation'];

/** The arithmetic rules again, in plain TypeScript: the values that must be equal by rule and binding. */
function equations(layout: string): Map<string, [plus: string[], equal: string[]]> {
  const results = [
    'granted',
    'partial',
    ...DENIED.map((row) => `denied.${row}`),
    ...UNAVAILABLE.map((row) => `unavailable.${row}`),
    ...REJECTED.map((row) => `rejected.${row}`),
    ...(layout === '2019' ? ['other'] : ['other.uncorrected', 'other.unpaid', 'other.misc']),
  ];
  const all = new Map<string, [string[], string[]]>();
  for (const column of [...APPLICANTS, 'total']) {
    const at = (row: string): string => `t3.${row}.${column}`;
    all.set(`T3-BALANCE ${column}`, [
      ['received', 'carriedIn'].map(at),
      ['totalHandled', 'carriedOut'].map(at),
    ]);
    all.set(`T3-HSUM ${column}`, [results.map(at), [at('totalHandled')]]);
  }
  for (const row of ['received', 'carriedIn', ...results, 'totalHandled', 'carriedOut']) {
    all.set(`T3-COL ${row}`, [APPLICANTS.map((column) => `t3.${row}.${column}`), [`t3.${row}.total`]]);
  }
  for (const group of ['review', 'litigationDirect', 'litigationAfterReview']) {
    const parts = ['upheld', 'corrected', 'otherResult', 'pending'].map((result) => `t4.${group}.${result}`);
    all.set(`T4-SUM ${group}`, [parts, [`t4.${group}.total`]]);
  }
  return all;
}

test('the arithmetic rules say what their statement in plain TypeScript says', async () => {
  await fc.assert(
    fc.asyncProperty(reports, async (report) => {
      const outcomes = await evaluate(report, overCells, { lang: 'zh-CN' });
      const said = new Map(
        outcomes.map(({ rule, bindings, verdict, equation }) => [
          `${rule} ${Object.values(bindings).join()}`,
          { verdict, terms: equation?.terms.map(({ cell, coefficient }) => `${coefficient} ${cell}`).sort() },
        ]),
      );
      const total = (cells: readonly string[]): number | null =>
        cells.reduce<number | null>((sum, cell) => {
          const value = report.cells[cell]?.value ?? null;
          return sum === null || value === null ? null : sum + value;
        }, 0);
      for (const [name, [left, right]] of equations(report.layout.id ?? '')) {
        const [one, other] = [total(left), total(right)];
        const verdict = one === null || other === null ? 'notAssessable' : one === other ? 'pass' : 'fail';
        const terms = [...left.map((cell) => `1 ${cell}`), ...right.map((cell) => `-1 ${cell}`)].sort();
        expect({ name, ...said.get(name) }).toEqual({ name, verdict, terms });
      }
    }),
    { numRuns: runs },
  );
});

test('a verdict over cells holds whatever number an unreadable cell may stand for', async () => {
  await fc.assert(
    fc.asyncProperty(reports, fc.infiniteStream(fc.nat(30)), async (report, numbers) => {
      const blank = Object.keys(report.cells).filter((address) => report.cells[address]?.value === null);
      const filled = new Map(blank.map((address) => [address, numbers.next().value]));
      const before = await evaluate(report, overCells, { lang: 'zh-CN' });
      const after = await evaluate(withCells(report, filled), overCells, { lang: 'zh-CN' });
      expect(after).toHaveLength(before.length);
      before.forEach((outcome, index) => {
        if (outcome.verdict !== 'notAssessable')
          expect(verdicts([after[index] ?? outcome])).toEqual(verdicts([outcome]));
      });
    }),
    { numRuns: runs },
  );
});

test('the order of the rules does not matter', async () => {
  await fc.assert(
    fc.asyncProperty(
      reports,
      fc.shuffledSubarray([...ruleSet.rules], { minLength: ruleSet.rules.length }),
      async (report, rules) => {
        const outcomes = await evaluate(report, { ...ruleSet, rules }, { lang: 'zh-CN' });
        expect(outcomes).toEqual(await evaluate(report, ruleSet, { lang: 'zh-CN' }));
      },
    ),
    { numRuns: Math.min(runs, 15) },
  );
});

test('reports evaluated at the same time do not disturb each other', async () => {
  const list = fc.sample(reports, { numRuns: 12, seed: 7 });
  const together = await Promise.all(list.map((report) => evaluate(report, ruleSet, { lang: 'en' })));
  for (const [index, report] of list.entries()) {
    expect(together[index]).toEqual(await evaluate(report, ruleSet, { lang: 'en' }));
  }
});

type Node =
  | { all: Node[] }
  | { any: Node[] }
  | { not: Node }
  | { cell: string; operator: string; value: number | string };

const addresses = ['t3.received.total', 't3.carriedIn.total', 't3.granted.total', 't4.review.total'];
const comparison = fc.record({
  cell: fc.constantFrom(...addresses),
  operator: fc.constantFrom(
    'equal',
    'notEqual',
    'greaterThan',
    'greaterThanInclusive',
    'lessThan',
    'lessThanInclusive',
  ),
  value: fc.oneof(fc.nat(4), fc.constantFrom(...addresses)),
});
const { node } = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    comparison,
    fc.record({ all: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('node') }),
  ),
}));

/** The conditions as a rule has them, or for json-rules-engine alone, with a constant fact for each cell. */
function conditionsOf(each: Node, own: boolean): unknown {
  if ('all' in each) return { all: each.all.map((inner) => conditionsOf(inner, own)) };
  if ('any' in each) return { any: each.any.map((inner) => conditionsOf(inner, own)) };
  if ('not' in each) return { not: conditionsOf(each.not, own) };
  const fact = (cell: string): object => (own ? { fact: 'cell', params: { cell } } : { fact: cell });
  const value = typeof each.value === 'number' ? each.value : fact(each.value);
  return { ...fact(each.cell), operator: each.operator, value };
}

function ruleOf(each: Node): Rule {
  const [first] = ruleSet.rules;
  if (first === undefined) throw new Error('no rules');
  const conditions = { all: [conditionsOf(each, true)] } as Rule['conditions'];
  return { ...first, id: 'RANDOM', each: undefined, applies: undefined, conditions };
}

test('where every operand is known the verdict is that of json-rules-engine alone', async () => {
  await fc.assert(
    fc.asyncProperty(node, fc.tuple(fc.nat(4), fc.nat(4), fc.nat(4), fc.nat(4)), async (tree, values) => {
      const cells = new Map(addresses.map((address, index) => [address, values[index] ?? 0]));
      const report = withCells(bases['2021'], cells);
      const [outcome] = await evaluate(report, { ...ruleSet, rules: [ruleOf(tree)] }, { lang: 'en' });
      const engine = new Engine([
        {
          conditions: { all: [conditionsOf(tree, false)] } as TopLevelCondition,
          event: { type: 'violated' },
        },
      ]);
      const { events } = await engine.run(Object.fromEntries(cells));
      expect(outcome?.verdict).toBe(events.length > 0 ? 'fail' : 'pass');
    }),
    { numRuns: runs * 3 },
  );
});

test('a known verdict of any rule holds for every number that an unreadable cell may stand for', async () => {
  const cell = fc.option(fc.nat(4));
  await fc.assert(
    fc.asyncProperty(
      node,
      fc.tuple(cell, cell, cell, cell),
      fc.array(fc.nat(6), { minLength: 4, maxLength: 4 }),
      async (tree, values, fill) => {
        const set = { ...ruleSet, rules: [ruleOf(tree)] };
        const before = new Map(addresses.map((address, index) => [address, values[index] ?? null]));
        const after = new Map(
          addresses.map((address, index) => [address, values[index] ?? fill[index] ?? 0]),
        );
        const [open] = await evaluate(withCells(bases['2021'], before), set, { lang: 'en' });
        const [settled] = await evaluate(withCells(bases['2021'], after), set, { lang: 'en' });
        if (open?.verdict !== 'notAssessable') expect(settled?.verdict).toBe(open?.verdict);
        else expect(open.reason).toBe('cell-unreadable');
      },
    ),
    { numRuns: runs * 3 },
  );
});

test('cost of blanks: those of inner columns give one completeness finding and no arithmetic', async () => {
  const rows = Object.keys(bases['2021'].cells).filter((address) =>
    /^t3\..*(?:business|research|nonprofit|legalService|otherOrg)$/.test(address),
  );
  const blanks = Object.fromEntries(
    rows.map((address): [string, Cell] => [
      address,
      { value: null, raw: '', state: 'blank', at: null, confidence: 1 },
    ]),
  );
  const base = { ...bases['2021'], cells: { ...bases['2021'].cells, ...blanks } };
  const report = withCells(
    base,
    new Map<string, number | null>([
      ['t3.received.naturalPerson', 28],
      ['t3.received.business', 3],
      ['t3.received.total', 31],
      ['t3.totalHandled.naturalPerson', 28],
      ['t3.totalHandled.business', 3],
      ['t3.totalHandled.total', 31],
      ['t3.granted.naturalPerson', 28],
      ['t3.granted.business', 3],
      ['t3.granted.total', 31],
    ]),
  );
  const outcomes = await evaluate(report, ruleSet, { lang: 'zh-CN' });
  expect(
    outcomes.filter(({ verdict }) => verdict === 'fail').map(({ rule, severity }) => `${severity} ${rule}`),
  ).toEqual(['info C-BLANK-INNER']);
});

test('a sub-table of another edition is judged by the rules of its own', async () => {
  const report = reportOf(
    {
      name: 'mixed',
      layout: '2021',
      blocks: { 't2/article20-5': '2019' },
      cells: { 't2.licensing.priorItems': 1, 't2.licensing.change': -3 },
      expect: 'fail',
    },
    forms,
  );
  const outcomes = await evaluate(report, ruleSet, { lang: 'zh-CN' });
  expect(
    outcomes
      .filter(({ rule }) => rule === 'T2O-ITEMS')
      .map(({ bindings, verdict }) => ({ bindings, verdict })),
  ).toEqual([
    { bindings: { row: 'licensing' }, verdict: 'fail' },
    { bindings: { row: 'otherServices' }, verdict: 'pass' },
  ]);
  const mixed = outcomes.filter(({ rule }) => rule === 'L-MIXED');
  expect(mixed.map(({ verdict }) => verdict)).toEqual(['fail']);
  // Table 4 is the same in both editions.
  expect(mixed[0]?.message).toMatch(/2021年版.*2019年版/);
  expect(mixed[0]?.message).not.toContain('表四');
});
