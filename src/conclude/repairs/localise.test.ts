import { expect, test } from 'vitest';
import { fc } from '@fast-check/vitest';
import { localise, type Change } from './localise.js';
import type { Constraint, System } from './system.js';
import { examples } from '../../../test/depth.js';

/** `a + b = c` over single letters; values by letter, `null` for a cell without a number. */
function systemOf(equations: string[], values: Record<string, number | null>, signed: string[] = []): System {
  const letters = Object.keys(values);
  const constraints = equations.map((text): Constraint => {
    const [left = '', right = ''] = text.split('=');
    const side = (part: string, sign: number) =>
      part
        .split('+')
        .map((word) => /^(\d*)([a-z])$/.exec(word.trim()))
        .filter((match) => match !== null)
        .map(([, factor, letter = '']) => ({
          variable: letters.indexOf(letter),
          cell: letter,
          coefficient: sign * Number(factor === '' ? 1 : factor),
        }));
    const terms = [...side(left, 1), ...side(right, -1)];
    const found = terms.map((term) => values[letters[term.variable] ?? ''] ?? null);
    const sum = terms.reduce((total, { coefficient }, index) => total + coefficient * (found[index] ?? 0), 0);
    const state = found.includes(null) ? 'open' : Math.abs(sum) < 1e-9 ? 'holds' : 'fails';
    return { terms, state, outcomes: [] };
  });
  const variables = letters.map((cell) => ({
    cell,
    value: values[cell] ?? null,
    signed: signed.includes(cell),
    decimal: false,
  }));
  return { variables, constraints };
}

const told = (system: System, sets: Change[][] | undefined): string[] | undefined =>
  sets?.map((changes) =>
    changes.map(({ variable, to }) => `${system.variables[variable]?.cell ?? ''}=${to ?? '?'}`).join(' '),
  );

function repairs(...of: Parameters<typeof systemOf>): string[] | undefined {
  const system = systemOf(...of);
  return told(system, localise(system)?.sets);
}

test('every cell of a lone sum may be the wrong one', () => {
  expect(repairs(['a + b = c'], { a: 2, b: 3, c: 6 })).toEqual(['a=3', 'b=4', 'c=5']);
});

test('a value below zero is no repair', () => {
  expect(repairs(['a + b = c'], { a: 2, b: 9, c: 6 })).toEqual(['b=4', 'c=11']);
});

test('a signed cell may fall below zero', () => {
  expect(repairs(['a + b = c'], { a: 2, b: 9, c: 6 }, ['a'])).toEqual(['a=-3', 'b=4', 'c=11']);
});

test('equations that hold tell which cell is wrong', () => {
  expect(repairs(['a + b = c', 'c + d = e'], { a: 2, b: 3, c: 6, d: 1, e: 7 })).toEqual(['a=3', 'b=4']);
  expect(repairs(['a + b = c', 'c + d = e'], { a: 2, b: 3, c: 6, d: 1, e: 6 })).toEqual(['c=5']);
});

test('a cell without a number takes any value not below zero, and is no step of the repair', () => {
  expect(repairs(['a + b = c', 'b + d = e'], { a: 2, b: 3, c: 6, d: null, e: 3 })).toEqual(['a=3', 'c=5']);
});

test('a cell without a number is not taken for zero', () => {
  expect(repairs(['a + b = c', 'c = d'], { a: 2, b: null, c: 6, d: 5 })).toEqual(['c=5', 'd=6']);
});

test('a cell that holds an impossible number is part of every repair', () => {
  expect(repairs(['a + b = c'], { a: -1, b: 5, c: 6 })).toEqual(['a=1']);
  expect(repairs(['a + b = c'], { a: 2.5, b: 3, c: 6 })).toEqual(['a=3']);
});

test('only whole numbers are proposed', () => {
  expect(repairs(['2a = b'], { a: 3, b: 7 })).toEqual(['b=6']);
});

test('amounts of money add up to the cent', () => {
  const system = systemOf(['a + b = c'], { a: 0.1, b: 0.2, c: 0.4 });
  for (const variable of system.variables) variable.decimal = true;
  expect(told(system, localise(system)?.sets)).toEqual(['a=0.2', 'b=0.3', 'c=0.3']);
});

test('numbers too large to be exact are given up rather than guessed', () => {
  const large = 2 ** 52 + 1;
  expect(repairs(['3a = b', '5b = c', '7c = d'], { a: large, b: 1, c: large, d: 3 })).toBeUndefined();
});

test('two independent errors give the product of their repairs', () => {
  expect(repairs(['a = b', 'c = d'], { a: 1, b: 2, c: 3, d: 4 })).toEqual([
    'a=2 c=4',
    'a=2 d=3',
    'b=1 c=4',
    'b=1 d=3',
  ]);
});

test('a set whose values the equations leave open says so', () => {
  // Neither a nor b can make up for the other alone, and c is bound by d and e.
  expect(repairs(['a + b = c', 'c = d', 'c = e', 'c = f'], { a: 5, b: 5, c: 3, d: 3, e: 3, f: 3 })).toEqual([
    'a=? b=?',
  ]);
});

test('that no number is below zero may leave no choice', () => {
  // d is a sum of nothing: a, b and c can only be 0.
  expect(repairs(['a + b + c = d', 'd = e', 'd = f'], { a: 5, b: 4, c: 0, d: 0, e: 0, f: 0 })).toEqual([
    'a=0 b=0',
  ]);
});

test('a table in which everything is wrong is given up at once', () => {
  const letters = [...'abcdefghijklmnopqr'];
  const values = Object.fromEntries(letters.map((letter, index) => [letter, index]));
  const equations = letters.slice(0, 9).map((letter, index) => `${letter} = ${letters[index + 9] ?? ''}`);
  expect(localise(systemOf(equations, values))).toBeNull();
});

test('the work is bounded, whatever the system', () => {
  const system = systemOf(['a + b = c', 'c + d = e'], { a: 2, b: 3, c: 6, d: 1, e: 7 });
  expect(localise(system, { work: 1, changes: 8, sets: 500 })).toBeNull();
});

test('more sets than are listed: said to be incomplete', () => {
  const system = systemOf(['a + b = c'], { a: 2, b: 3, c: 6 });
  expect(localise(system, { work: 1000, changes: 8, sets: 2 })).toEqual({
    sets: [[{ variable: 0, to: 3 }], [{ variable: 1, to: 4 }]],
    complete: false,
  });
});

/** Small random systems: up to three sums over up to seven cells with small numbers; x0 may fall below zero. */
const systems = (blankCells: number, coefficients: number[]): fc.Arbitrary<System> =>
  fc
    .record({
      values: fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 4, maxLength: 7 }),
      blanks: fc.array(fc.nat(6), { minLength: blankCells, maxLength: blankCells }),
      rows: fc.array(fc.array(fc.constantFrom(...coefficients), { minLength: 7, maxLength: 7 }), {
        minLength: 1,
        maxLength: 3,
      }),
    })
    .map(({ values, blanks, rows }): System => {
      const cells = values.map((value, index) => (blanks.includes(index) ? null : value));
      return {
        variables: cells.map((value, index) => ({
          cell: `x${index}`,
          value,
          signed: index === 0,
          decimal: false,
        })),
        constraints: rows.flatMap((row): Constraint[] => {
          const terms = cells.flatMap((_, variable) => {
            const coefficient = row[variable] ?? 0;
            return coefficient === 0 ? [] : [{ variable, cell: `x${variable}`, coefficient }];
          });
          if (terms.length === 0) return [];
          const open = terms.some((term) => cells[term.variable] === null);
          const sum = terms.reduce(
            (total, term) => total + term.coefficient * (cells[term.variable] ?? 0),
            0,
          );
          return [{ terms, state: open ? 'open' : sum === 0 ? 'holds' : 'fails', outcomes: [] }];
        }),
      };
    });

/** All smallest sets, by trying every number up to `top` in every set of cells; each with the values that it can take. */
function bruteForce(system: System, top: number, most: number): Map<string, number[][]> {
  const { variables, constraints } = system;
  const blank = variables.flatMap((each, index) => (each.value === null ? [index] : []));
  const known = variables.flatMap((each, index) => (each.value === null ? [] : [index]));
  const failing = new Set(
    constraints
      .filter((each) => each.state === 'fails')
      .flatMap((each) => each.terms.map((term) => term.variable)),
  );
  const must = known.filter(
    (index) => failing.has(index) && (variables[index]?.value ?? 0) < 0 && !variables[index]?.signed,
  );
  const values = variables.map((each) => each.value ?? 0);
  const found = new Map<string, number[][]>();
  const holds = (): boolean =>
    constraints.every(
      ({ terms }) =>
        terms.reduce((sum, term) => sum + term.coefficient * (values[term.variable] ?? 0), 0) === 0,
    );
  const fill = (free: number[], at: number, set: number[]): void => {
    const variable = free[at];
    if (variable === undefined) {
      if (!holds()) return;
      const key = set.join(' ');
      found.set(key, [...(found.get(key) ?? []), set.map((index) => values[index] ?? 0)]);
      return;
    }
    const before = values[variable] ?? 0;
    for (let value = variables[variable]?.signed === true ? -top : 0; value <= top; value += 1) {
      values[variable] = value;
      fill(free, at + 1, set);
    }
    values[variable] = before;
  };
  const choose = (from: number, set: number[], size: number): void => {
    if (set.length === size) {
      if (must.every((index) => set.includes(index))) fill([...set, ...blank], 0, set);
      return;
    }
    for (const index of known.filter((each) => each >= from)) choose(index + 1, [...set, index], size);
  };
  for (let size = 0; size <= most && found.size === 0; size += 1) choose(0, [], size);
  return found;
}

test.each([
  { blanks: 0, coefficients: [-2, -1, 0, 0, 1, 1, 2], top: 60, most: 2 },
  { blanks: 1, coefficients: [-1, 0, 0, 1, 1], top: 40, most: 2 },
  { blanks: 2, coefficients: [-1, 0, 0, 1], top: 40, most: 1 },
])('agrees with trying everything: $blanks blank cells', ({ blanks, coefficients, top, most }) => {
  let compared = 0;
  fc.assert(
    fc.property(systems(blanks, coefficients), (system) => {
      const expected = bruteForce(system, top, most);
      const sets = localise(system)?.sets.filter((set) => set.length <= most) ?? [];
      expect(sets.map((set) => set.map((each) => each.variable).join(' ')).sort()).toEqual(
        [...expected.keys()].sort(),
      );
      if (sets.length > 0) compared += 1;
      for (const set of sets) {
        const possible = expected.get(set.map((each) => each.variable).join(' ')) ?? [];
        for (const [index, { to }] of set.entries()) {
          if (to !== null) expect([...new Set(possible.map((each) => each[index]))]).toEqual([to]);
        }
      }
    }),
    { numRuns: examples(300) },
  );
  expect(compared).toBeGreaterThan(examples(300) / 4);
});
