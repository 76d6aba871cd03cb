import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conclude } from '../../../src/conclude/index.js';
import type { Audit, CellAddress, Outcome, RepairStep } from '../../../src/model/index.js';
import {
  assessedForm,
  equationsOf,
  outcomeWith,
  reportWith,
  type Reading,
} from '../../generators/assessed.js';
import { boundCells } from '../../generators/damage/corrupt.js';
import { editions } from '../../generators/form/forms.js';
import { consistentCells } from '../../generators/form/tables.js';
import { examples } from '../../depth.js';
import { forms, rules } from '../../fixtures/defaults.js';

const runs = examples(60);
const { grading } = rules;

const audited = (edition: keyof typeof editions, reading: Reading, more: Outcome[] = []): Audit => {
  const form = editions[edition];
  const outcomes = [...assessedForm(form, reading), ...more];
  return conclude(reportWith(form, reading), outcomes, { grading, forms, lang: 'zh-CN' });
};

interface Change {
  cell: CellAddress;
  from: number;
  to: number;
}

interface Example {
  edition: keyof typeof editions;
  values: Record<CellAddress, number>;
  changes: Change[];
}

/** A balanced report and changes of some of its cells, each by an amount of its own. */
const changed = (most: number): fc.Arbitrary<Example> =>
  fc.constantFrom<keyof typeof editions>('2019', '2021').chain((edition) => {
    const cells = boundCells(editions[edition]);
    return fc
      .record({
        values: consistentCells(editions[edition]),
        slips: fc.uniqueArray(
          fc.record({
            cell: fc.constantFrom(...cells),
            by: fc.integer({ min: 1, max: 60 }),
            up: fc.boolean(),
          }),
          { minLength: 1, maxLength: most, selector: ({ cell }) => cell },
        ),
      })
      .map(({ values, slips }) => ({
        edition,
        values,
        changes: slips.map(({ cell, by, up }) => {
          const from = values[cell] ?? 0;
          return { cell, from, to: up || from < by ? from + by : from - by };
        }),
      }));
  });

const after = (values: Reading, changes: readonly Change[]): Reading => ({
  ...values,
  ...Object.fromEntries(changes.map(({ cell, to }) => [cell, to])),
});

const repaired = (reading: Reading, steps: readonly RepairStep[]): Reading => ({
  ...reading,
  ...Object.fromEntries(steps.map(({ cell, to }) => [cell, to])),
});

const broken = (edition: keyof typeof editions, reading: Reading): string[] =>
  assessedForm(editions[edition], reading)
    .filter(({ verdict }) => verdict === 'fail')
    .map(({ rule }) => rule);

const preferredOf = ({ repairs }: Audit) => repairs.filter(({ alternativeTo }) => alternativeTo === null);

/** Some cells blank. */
const blanked = (cells: readonly CellAddress[], most: number): fc.Arbitrary<CellAddress[]> =>
  fc.uniqueArray(fc.constantFrom(...cells), { maxLength: most });

const without = (reading: Reading, cells: readonly CellAddress[]): Reading => ({
  ...reading,
  ...Object.fromEntries(cells.map((cell) => [cell, null])),
});

describe('repairs', () => {
  test('one changed cell: the change back is among the smallest repairs, and the only one where they say so', () => {
    fc.assert(
      fc.property(changed(1), ({ edition, values, changes }) => {
        const { findings, repairs } = audited(edition, after(values, changes));
        const back = changes.map(({ cell, from, to }) => ({ cell, from: to, to: from }));
        expect(repairs.map(({ cells }) => cells)).toContainEqual(back);
        expect(repairs.filter(({ cells }) => cells.length !== 1)).toEqual([]);
        if (repairs.some(({ unique }) => unique)) expect(repairs).toHaveLength(1);
        expect(new Set(findings.map(({ rootCause }) => rootCause))).toEqual(new Set(['r1']));
        for (const { explains } of repairs) expect(explains).toEqual(findings.map(({ id }) => id));
      }),
      { numRuns: runs },
    );
  });

  test('several changed cells: no more cells to change than were changed, and every failure explained', () => {
    fc.assert(
      fc.property(changed(4), ({ edition, values, changes }) => {
        const result = audited(edition, after(values, changes));
        const cells = preferredOf(result).flatMap((repair) => repair.cells);
        expect(cells.length).toBeLessThanOrEqual(changes.length);
        expect(result.findings.filter(({ rootCause }) => rootCause === null)).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  test('together, the preferred repairs satisfy every equation; so does each alternative in the place of its own', () => {
    fc.assert(
      fc.property(
        changed(4).chain((example) =>
          blanked(boundCells(editions[example.edition]), 12).map((blanks) => ({ ...example, blanks })),
        ),
        ({ edition, values, changes, blanks }) => {
          const reading = without(after(values, changes), blanks);
          const { repairs, findings } = audited(edition, reading);
          const preferred = repairs.filter(({ alternativeTo }) => alternativeTo === null);
          const all = preferred.flatMap(({ cells }) => cells);
          // What no repair explains stays as it is.
          const unexplained = new Set(
            findings.filter(({ rootCause }) => rootCause === null).map(({ rule }) => rule),
          );
          const stillBroken = (steps: readonly RepairStep[]) =>
            broken(edition, repaired(reading, steps)).filter((rule) => !unexplained.has(rule));
          expect(stillBroken(all)).toEqual([]);
          for (const alternative of repairs.filter(({ alternativeTo }) => alternativeTo !== null)) {
            const explained = new Set(alternative.explains);
            const instead = preferred.filter(({ explains }) => !explains.some((id) => explained.has(id)));
            const steps = [...instead, alternative].flatMap(({ cells }) => cells);
            expect(stillBroken(steps)).toEqual([]);
          }
          for (const { cell, from, to } of repairs.flatMap(({ cells }) => cells)) {
            expect(reading[cell]).toBe(from);
            expect(to).not.toBe(from);
            expect(Number.isInteger(to) && to >= 0).toBe(true);
          }
          const ids = new Set(preferred.map(({ id }) => id));
          for (const { rootCause } of findings) expect(rootCause === null || ids.has(rootCause)).toBe(true);
        },
      ),
      { numRuns: runs },
    );
  });

  test('no equation of the form is left out: each cell that stands in one is watched', () => {
    for (const form of Object.values(editions)) {
      const watched = new Set(equationsOf(form).flatMap(({ terms }) => terms.map(({ cell }) => cell)));
      expect([...watched].sort()).toEqual([...boundCells(form)].sort());
    }
  });

  test('the same report gives the same conclusion, in whatever order the equations come', () => {
    fc.assert(
      fc.property(changed(3), fc.infiniteStream(fc.nat(1000)), ({ edition, values, changes }, order) => {
        const form = editions[edition];
        const reading = after(values, changes);
        const outcomes = assessedForm(form, reading);
        const shuffled = outcomes
          .map((outcome) => ({ outcome, key: order.next().value ?? 0 }))
          .sort((one, other) => one.key - other.key)
          .map(({ outcome }) => outcome);
        const [one, other] = [outcomes, shuffled].map((each) =>
          conclude(reportWith(form, reading), each, { grading, forms, lang: 'zh-CN' }),
        );
        const cells = (audit: Audit | undefined) =>
          audit?.repairs.map((repair) => JSON.stringify(repair.cells)).sort();
        expect(cells(other)).toEqual(cells(one));
        expect([other?.grade, other?.score]).toEqual([one?.grade, one?.score]);
      }),
      { numRuns: runs },
    );
  });
});

describe('grade', () => {
  const rank = (grade: string): number => 'ABCDEU'.indexOf(grade);
  const notBetter = (later: Audit, earlier: Audit): void => {
    expect(rank(later.grade)).toBeGreaterThanOrEqual(rank(earlier.grade));
    if (later.score !== null && earlier.score !== null)
      expect(later.score).toBeLessThanOrEqual(earlier.score);
  };

  test('a balanced report is A with full score', () => {
    fc.assert(
      fc.property(consistentCells(editions['2021']), (values) => {
        expect(audited('2021', values)).toMatchObject({ findings: [], repairs: [], grade: 'A', score: 100 });
      }),
      { numRuns: runs },
    );
  });

  test('leaving a zero out never raises it, whether the zero was wrong or right', () => {
    fc.assert(
      fc.property(
        changed(4).chain((example) =>
          fc.record({
            example: fc.constant(example),
            before: blanked(boundCells(editions[example.edition]), 6),
            then: fc.oneof(
              fc.constantFrom(...boundCells(editions[example.edition])),
              fc.constantFrom(...example.changes.map(({ cell }) => cell)),
            ),
          }),
        ),
        ({ example: { edition, values, changes }, before, then }) => {
          const reading = without(after(values, changes), before);
          notBetter(audited(edition, without(reading, [then])), audited(edition, { ...reading, [then]: 0 }));
        },
      ),
      { numRuns: runs * 3 },
    );
  });

  test('a wrong number in a report that was right never raises it, nor does any further failure', () => {
    const more = (count: number): Outcome[] =>
      Array.from({ length: count }, (_, index) =>
        outcomeWith({
          rule: `X-${index}`,
          verdict: 'fail',
          category: index % 2 === 0 ? 'layout' : 'narrative',
          severity: index % 3 === 0 ? 'error' : 'warning',
        }),
      );
    fc.assert(
      fc.property(changed(1), fc.nat(5), ({ edition, values, changes }, count) => {
        const right = audited(edition, values, more(count));
        const wrong = audited(edition, after(values, changes), more(count));
        notBetter(wrong, right);
        notBetter(audited(edition, after(values, changes), more(count + 1)), wrong);
      }),
      { numRuns: runs },
    );
  });
});
