import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { isLeftOut, type Report } from '../../src/model/index.js';
import { evaluate, loadRules, YamlError, type RuleTest } from '../../src/rules/index.js';
import { facts } from '../../src/rules/facts/index.js';
import { viewOf } from '../../src/rules/form/form-view.js';
import { operators } from '../../src/rules/operators/index.js';
import { reportOf } from '../../src/rules/test/test-report.js';
import { examples } from '../depth.js';
import { forms, rules as shipped } from '../fixtures/defaults.js';

const runs = examples(60);

/** The arithmetic rules stated once more, in plain TypeScript and by nothing but the words of the form. */
const columns = [
  'naturalPerson',
  'business',
  'research',
  'nonprofit',
  'legalService',
  'otherOrg',
  'total',
] as const;
const denied = [
  'stateSecret',
  'otherLaw',
  'security',
  'thirdParty',
  'internal',
  'deliberative',
  'enforcementFile',
  'adminQuery',
].map((word) => `denied.${word}`);
const unavailable = ['notHeld', 'needsCreation', 'unclear'].map((word) => `unavailable.${word}`);
const rejected = ['petition', 'repeat', 'publication', 'excessive', 'confirmation'].map(
  (word) => `rejected.${word}`,
);
const others: Readonly<Record<string, string[]>> = {
  '2019': ['other'],
  '2021': ['other.uncorrected', 'other.unpaid', 'other.misc'],
};
const blocks = ['review', 'litigationDirect', 'litigationAfterReview'];

type Verdict = 'pass' | 'fail' | 'notAssessable';

function stated(layout: string, cells: Report['cells']): Map<string, Verdict> {
  const results = ['granted', 'partial', ...denied, ...unavailable, ...rejected, ...(others[layout] ?? [])];
  const rows = ['received', 'carriedIn', ...results, 'totalHandled', 'carriedOut'];
  // A cell that was left out counts as none.
  const value = (address: string): number | null =>
    isLeftOut(cells[address]) ? 0 : (cells[address]?.value ?? null);
  const total = (addresses: string[]): number | null =>
    addresses.reduce<number | null>((sum, address) => {
      const own = value(address);
      return sum === null || own === null ? null : sum + own;
    }, 0);
  const equal = (left: string[], right: string[]): Verdict => {
    const [a, b] = [total(left), total(right)];
    if (a === null || b === null) return 'notAssessable';
    return a === b ? 'pass' : 'fail';
  };
  const verdicts = new Map<string, Verdict>();
  for (const column of columns) {
    const cell = (row: string) => `t3.${row}.${column}`;
    verdicts.set(
      `T3-BALANCE ${column}`,
      equal(['received', 'carriedIn'].map(cell), ['totalHandled', 'carriedOut'].map(cell)),
    );
    verdicts.set(`T3-HSUM ${column}`, equal(results.map(cell), [cell('totalHandled')]));
  }
  for (const row of rows) {
    const six = columns.slice(0, 6).map((column) => `t3.${row}.${column}`);
    verdicts.set(`T3-COL ${row}`, equal(six, [`t3.${row}.total`]));
  }
  for (const block of blocks) {
    const four = ['upheld', 'corrected', 'otherResult', 'pending'].map((word) => `t4.${block}.${word}`);
    verdicts.set(`T4-SUM ${block}`, equal(four, [`t4.${block}.total`]));
  }
  return verdicts;
}

const number = fc.oneof({ weight: 6, arbitrary: fc.nat(3) }, fc.nat(99), fc.constant(null), fc.constant('—'));
const anyCells = (layout: string) => {
  const form = forms.find(({ id }) => id === layout);
  const addresses =
    form === undefined ? [] : [...viewOf(form).cells.keys()].filter((each) => !each.startsWith('t2'));
  return fc.dictionary(fc.constantFrom(...addresses), number, { maxKeys: 40, noNullPrototype: true });
};
/** Rows and blocks that add up by construction, so that passing is as frequent as failing. */
const consistent = fc
  .record({ people: fc.nat(9), firms: fc.nat(9), upheld: fc.nat(9), pending: fc.nat(9) })
  .map(({ people, firms, upheld, pending }): NonNullable<RuleTest['cells']> => ({
    't3.received.naturalPerson': people,
    't3.received.business': firms,
    't3.received.total': people + firms,
    't3.granted.naturalPerson': people,
    't3.granted.business': firms,
    't3.granted.total': people + firms,
    't3.totalHandled.naturalPerson': people,
    't3.totalHandled.business': firms,
    't3.totalHandled.total': people + firms,
    't4.review.upheld': upheld,
    't4.review.pending': pending,
    't4.review.total': upheld + pending,
  }));

test.each(['2019', '2021'])(
  'on the form of %s the arithmetic rules say what their plain statements say',
  async (layout) => {
    const ids = new Set(['T3-BALANCE', 'T3-HSUM', 'T3-COL', 'T4-SUM']);
    const rules = { ...shipped, rules: shipped.rules.filter(({ id }) => ids.has(id)) };
    await fc.assert(
      fc.asyncProperty(consistent, fc.oneof(fc.constant({}), anyCells(layout)), async (sound, cells) => {
        const report = reportOf(
          { name: 'any', layout, cells: { ...sound, ...cells }, expect: 'pass' },
          forms,
        );
        const outcomes = await evaluate(report, rules, { lang: 'zh-CN' });
        const said = outcomes.map(({ rule, bindings, verdict }): [string, Verdict] => [
          `${rule} ${Object.values(bindings).join()}`,
          verdict,
        ]);
        expect(new Map(said.sort())).toEqual(new Map([...stated(layout, report.cells)].sort()));
      }),
      { numRuns: runs },
    );
  },
);

test('the hints that follow from the sums say what their plain statements say', async () => {
  const ids = new Set(['T3-ZERO', 'T3-PARTIAL']);
  const rules = { ...shipped, rules: shipped.rules.filter(({ id }) => ids.has(id)) };
  const cells = fc.dictionary(
    fc.constantFrom(
      ...['received', 'carriedIn', 'granted', 'partial', 'denied.internal', 'totalHandled', 'carriedOut'].map(
        (row) => `t3.${row}.total`,
      ),
    ),
    fc.nat(4),
    { noNullPrototype: true },
  );
  await fc.assert(
    fc.asyncProperty(cells, async (values) => {
      const at = (row: string): number => values[`t3.${row}.total`] ?? 0;
      const surplus = at('granted') + at('partial') + at('denied.internal') - at('totalHandled');
      const expected = {
        'T3-ZERO': at('received') + at('carriedIn') === 0 && at('totalHandled') + at('carriedOut') > 0,
        'T3-PARTIAL': surplus > 0 && surplus <= at('partial') && at('denied.internal') > 0,
      };
      const report = reportOf({ name: 'any', cells: values, expect: 'pass' }, forms);
      const outcomes = await evaluate(report, rules, { lang: 'zh-CN' });
      const said = Object.fromEntries(outcomes.map(({ rule, verdict }) => [rule, verdict === 'fail']));
      expect(said).toEqual(expected);
    }),
    { numRuns: runs * 2 },
  );
});

const newest = forms.at(-1);
const addresses = newest === undefined ? [] : [...viewOf(newest).measures.keys()];
const address = fc.constantFrom(...addresses);
const operator = fc.constantFrom(
  ...[...operators.values()]
    .filter(({ accepts, right }) => accepts.includes('number') && right === 'same')
    .map(({ name }) => name),
);
const terms = fc.array(
  fc.tuple(fc.constantFrom('', '-', '2*'), address).map(([sign, cell]) => sign + cell),
  { minLength: 1, maxLength: 4 },
);
const numeric = fc.oneof(
  address.map((cell) => ({ fact: 'cell', params: { cell } })),
  terms.map((of) => ({ fact: 'sum', params: { of } })),
  terms.map((of) => ({
    fact: 'count',
    params: { of: of.map((term) => term.replace(/^-|^2\*/, '')), where: { state: 'blank' } },
  })),
  fc
    .constantFrom('无', '我局', '申请')
    .map((word) => ({ fact: 'matches', params: { words: [word], in: ['一'] } })),
  fc.constant({ fact: 'length', params: { in: ['五'] } }),
);
const comparison = fc
  .record({
    left: numeric,
    operator,
    right: fc.oneof(numeric, fc.integer({ min: -5, max: 200 })),
  })
  .map(({ left, operator: name, right }) => ({ ...left, operator: name, value: right }));
const condition = fc.letrec((tie) => ({
  node: fc.oneof({ maxDepth: 3 }, comparison, tie('all'), tie('any'), tie('not')),
  all: fc.record({ all: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
  any: fc.record({ any: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
  not: fc.record({ not: tie('node') }),
}));
const both = (text: fc.Arbitrary<string>) => fc.record({ 'zh-CN': text, en: text });
const words = fc.constantFrom('有误：{left}', '共{cells}', '相差{difference}', '{year}年{agency}', '改正');
const rule = fc.record(
  {
    category: fc.constantFrom('arithmetic', 'impossible', 'quality'),
    severity: fc.constantFrom('error', 'warning', 'info'),
    title: both(fc.constant('规则 rule')),
    basis: fc.record({ document: fc.constant('通知'), article: fc.constant('第一条') }),
    applies: fc.record(
      {
        levels: fc.constant(['county']),
        kinds: fc.constant(['department', 'office']),
        years: fc.record({ from: fc.integer({ min: 2015, max: 2025 }) }),
      },
      { requiredKeys: [] },
    ),
    conditions: fc.oneof(condition.all, condition.any, condition.not),
    message: both(words),
    fix: both(words),
  },
  { requiredKeys: ['category', 'severity', 'title', 'basis', 'conditions', 'message', 'fix'] },
);

test('any valid file of rules loads and judges any report', async () => {
  expect([...facts.keys()]).toEqual(expect.arrayContaining(['cell', 'sum', 'count', 'matches', 'length']));
  await fc.assert(
    fc.asyncProperty(
      fc.array(rule, { minLength: 1, maxLength: 5 }),
      anyCells('2021'),
      async (list, cells) => {
        const text = stringify({
          extends: 'none',
          rules: list.map((each, index) => ({ id: `R${index}`, ...each })),
        });
        const ruleSet = loadRules([{ name: 'any.yaml', text }], forms, shipped);
        const report = reportOf({ name: 'any', cells, expect: 'pass' }, forms);
        const outcomes = await evaluate(report, ruleSet, { lang: 'en' });
        for (const { verdict, message, reason } of outcomes) {
          expect(message).not.toMatch(/undefined|NaN|\[object/);
          expect((verdict === 'fail') === (message !== '')).toBe(true);
          expect((verdict === 'notAssessable') === (reason !== null)).toBe(true);
        }
      },
    ),
    { numRuns: runs },
  );
});

test('a word misspelt in a valid file is told with its line and column', () => {
  const misspell = (text: string, at: number): string =>
    text.slice(0, at) + (text[at] === 'q' ? 'w' : 'q') + text.slice(at + 1);
  fc.assert(
    fc.property(rule, fc.nat(), (one, seed) => {
      const text = stringify({ extends: 'none', rules: [{ id: 'R1', ...one }] });
      const names = [...text.matchAll(/(?<=(?:fact|operator): )[a-zA-Z]+|(?<=cell: )t\d\.\w+/g)];
      const hit = names[seed % Math.max(1, names.length)];
      if (hit === undefined) return;
      const at = hit.index + 1;
      const line = text.slice(0, at).split('\n').length;
      try {
        loadRules([{ name: 'any.yaml', text: misspell(text, at) }], forms, shipped);
        expect.unreachable('the mistake was not told');
      } catch (error) {
        if (!(error instanceof YamlError)) throw error;
        expect(error.problems.map((problem) => problem.line)).toContain(line);
        expect(error.problems.every(({ column }) => column >= 1)).toBe(true);
      }
    }),
    { numRuns: runs },
  );
});
