import { bindingFrom } from '../../form/edition.js';
import type { FormEdition } from '../../model/index.js';
import type { RuleSet } from '../../rules/index.js';
import type { Rule } from '../../rules/rule.js';
import type { RuleTest } from '../../rules/test/rule-test.js';
import { cellsIn, measuresIn, numbersIn, sumsIn, type Sum } from './spoken-of.js';

/** A made-up report with something changed, or the same when the change does not fit. */
export type Change = (test: RuleTest) => RuleTest;

const PERIODS: readonly (readonly [number, number, number])[] = [
  [0, 0, 30],
  [0, 0, 31],
  [-1, 0, 31],
  [0, 1, 31],
  [-1, -1, 31],
  [1, 1, 31],
];

/**
 * Changes that may matter to the rule, by what its conditions and its variables speak of: those that are met often, and odd ones such as signs
 * in place of numbers. `cells`: cells that its outcomes named.
 */
export function changesFor(
  rule: Rule,
  cells: readonly string[],
  ruleSet: RuleSet,
): { usual: Change[]; odd: Change[] } {
  const numbers = [...new Set(numbersIn(rule, ruleSet).flatMap((each) => [each - 1, each, each + 1]))];
  const sums = sumsIn(rule.conditions, ruleSet);
  const near = [...new Set([...cells, ...cellsIn(rule, ruleSet)])].slice(0, 40);
  const usual = [
    ...near.flatMap((cell) => cellChanges(cell, numbers)),
    ...powerChanges(sums),
    ...claimChanges(rule, numbers, sums, ruleSet),
    ...circumstanceChanges(ruleSet),
    ...surroundingChanges(rule, near, numbers),
    ...proseChanges(rule, numbers, ruleSet),
  ];
  return {
    usual,
    odd: near.flatMap((cell) => ['—', 'unreadable', '1件', -1, -2].map((value) => put(cell, value))),
  };
}

function put(cell: string, value: number | string | null): Change {
  return (test) => ({ ...test, cells: { ...test.cells, [cell]: value } });
}

function cellChanges(cell: string, numbers: readonly number[]): Change[] {
  const step =
    (by: number): Change =>
    (test) => {
      const own = test.cells?.[cell];
      return put(cell, Math.max(0, (typeof own === 'number' ? own : 0) + by))(test);
    };
  const values = [0, 1, 2, 3, 5, ...numbers.filter((each) => each > 5), null];
  return [step(1), step(-1), ...values.map((value) => put(cell, value))];
}

/** Gives every cell of the sums a number of its own, so that no two sums come to the same. */
function powerChanges(sums: readonly Sum[]): Change[] {
  if (sums.length === 0) return [];
  const values = powersOf(sums);
  return [(test) => ({ ...test, cells: { ...test.cells, ...values } })];
}

function powersOf(sums: readonly Sum[]): Record<string, number> {
  const cells = [...new Set(sums.flat().map(({ cell }) => cell))].slice(0, 24);
  return Object.fromEntries(cells.map((cell, index) => [cell, 2 ** (index % 12) * (index < 12 ? 1 : 5000)]));
}

function claimChanges(
  rule: Rule,
  numbers: readonly number[],
  sums: readonly Sum[],
  ruleSet: RuleSet,
): Change[] {
  const powers = powersOf(sums);
  const totals = sums.map((sum) =>
    sum.reduce((total, { cell, coefficient }) => total + coefficient * (powers[cell] ?? 0), 0),
  );
  const measures = measuresIn(rule, ruleSet);
  const put =
    (change: object, at: number): Change =>
    (test) => ({
      ...test,
      claims: (test.claims ?? []).map((claim, index) => (index === at ? { ...claim, ...change } : claim)),
    });
  const step =
    (by: number, at: number): Change =>
    (test) => ({
      ...test,
      claims: (test.claims ?? []).map((claim, index) =>
        index === at && typeof claim.value === 'number' ? { ...claim, value: claim.value + by } : claim,
      ),
    });
  const most = Math.min(4, Math.max(0, ...rule.tests.map(({ claims }) => claims?.length ?? 0)));
  return Array.from({ length: most }, (_, at) => [
    step(1, at),
    step(-1, at),
    ...[0, 1, 100, ...numbers].map((value) => put({ value }, at)),
    ...measures.map((measure) => put({ measure }, at)),
    ...['count', 'none', 'sum', 'percent'].map((kind) => put({ kind }, at)),
    ...['atLeast', 'approximate', 'exact'].map((qualifier) => put({ qualifier }, at)),
    ...['open', 'overlapping', undefined].map((cover) => put({ cover }, at)),
    ...[[], [1], [1, 2], [2, 3, 4]].map((parts) => put({ parts }, at)),
    ...totals.map(
      (value): Change =>
        (test) =>
          put({ value }, at)({ ...test, cells: { ...test.cells, ...powers } }),
    ),
    ...measures.flatMap((measure) =>
      totals.map(
        (value): Change =>
          (test) =>
            put({ value, measure }, at)({ ...test, cells: { ...test.cells, ...powers } }),
      ),
    ),
    (test: RuleTest): RuleTest => ({
      ...test,
      claims: (test.claims ?? []).filter((_claim, index) => index !== at),
    }),
  ]).flat();
}

/** Years from an edition's first on that rules may tell apart. */
const YEARS_OF_EDITION = 5;

const newestFirst = (forms: readonly FormEdition[]) => [...forms].sort((a, b) => b.years.from - a.years.from);

/** The edition that the tests speak of. */
const editionOf = ({ forms, edition }: RuleSet): FormEdition | undefined =>
  forms.find(({ id }) => id === edition) ?? newestFirst(forms)[0];

function circumstanceChanges(ruleSet: RuleSet): Change[] {
  const forms = newestFirst(ruleSet.forms);
  const own = editionOf(ruleSet);
  const bound = own === undefined ? 0 : bindingFrom(own);
  const levels = ['township', 'county', 'city', 'province', 'unknown'] as const;
  const kinds = ['government', 'office', 'department', 'institution', 'unknown'] as const;
  const years = new Set(
    forms
      .slice(0, -1)
      .reverse()
      .flatMap(({ years: { from } }) =>
        Array.from({ length: YEARS_OF_EDITION + 1 }, (_, index) => from - 1 + index),
      ),
  );
  return [
    ...levels.map((level): Change => (test) => ({ ...test, agency: { ...test.agency, level } })),
    ...kinds.map((kind): Change => (test) => ({ ...test, agency: { ...test.agency, kind } })),
    ...forms.map(({ id: layout }): Change => (test) => ({ ...test, layout })),
    ...[...years].map((year): Change => (test) => ({ ...test, year })),
    ...(own?.tables ?? []).flatMap(({ id: table, section }): Change[] => [
      (test) => ({ ...test, missing: [table], asides: { [section]: 1 } }),
      (test) => ({ ...test, missing: [table] }),
      (test) => ({ ...test, asides: { [section]: 1 } }),
    ]),
    ...['lost-text', 'truncated', 'cut-off', 'page-text', 'repeated-report'].map(
      (note): Change =>
        (test) => ({
          ...test,
          notes: [note],
        }),
    ),
    ...PERIODS.map(([from, to, day]): Change => (test) => {
      const year = test.year ?? bound;
      return { ...test, period: { from: `${year + from}-01-01`, to: `${year + to}-12-${day}` } };
    }),
    (test) => ({
      ...test,
      period: { from: `${test.year ?? bound}-02-01`, to: `${test.year ?? bound}-12-31` },
    }),
  ];
}

/** Other figures in the reports around the one that is judged. */
function surroundingChanges(rule: Rule, cells: readonly string[], numbers: readonly number[]): Change[] {
  const values = [0, 1, 2, 3, 5, ...numbers.filter((each) => each > 5), null];
  const inPrior = (cell: string, value: number | null): Change => {
    return (test) => ({
      ...test,
      ...(test.prior === undefined
        ? {}
        : { prior: test.prior.map((each) => ({ ...each, cells: { ...each.cells, [cell]: value } })) }),
    });
  };
  const inMembers = (cell: string, value: number | null): Change => {
    return (test) => ({
      ...test,
      ...(test.members === undefined
        ? {}
        : {
            members: test.members.map((each, index) =>
              index === 0 && each.cells !== null
                ? { ...each, cells: { ...each.cells, [cell]: value } }
                : each,
            ),
          }),
    });
  };
  const has = (key: 'prior' | 'members'): boolean => rule.tests.some((test) => test[key] !== undefined);
  return cells.flatMap((cell) =>
    values.flatMap((value) => [
      ...(has('prior') ? [inPrior(cell, value)] : []),
      ...(has('members') ? [inMembers(cell, value)] : []),
    ]),
  );
}

function proseChanges(rule: Rule, numbers: readonly number[], ruleSet: RuleSet): Change[] {
  const prose = editionOf(ruleSet)?.sections.filter(({ kind }) => kind === 'text') ?? [];
  const ids = ['preface', ...prose.map(({ ordinal }) => ordinal)];
  const texts = [...new Set(rule.tests.flatMap(({ sections }) => Object.values(sections ?? {})))].filter(
    (text) => text !== null,
  );
  const put =
    (id: string, text: string): Change =>
    (test) => ({ ...test, sections: { ...test.sections, [id]: text } });
  const lengths = numbers.filter((each) => each > 5 && each < 3000);
  return ids.flatMap((id) => [
    ...texts.flatMap((text) => [put(id, text), put(id, `${text}\n${text}`), put(id, `${text}无。`)]),
    put(id, '无。'),
    put(id, ''),
    ...lengths.map((length): Change => (test) => {
      const own = test.sections?.[id] ?? '';
      return put(
        id,
        own.length >= length ? own.slice(0, length) : own + '文'.repeat(length - own.length),
      )(test);
    }),
    ...lengths.map((length) => put(id, '文'.repeat(length))),
  ]);
}
