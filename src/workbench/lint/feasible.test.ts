import { fc, test as property } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { feasible, type Constraint } from './feasible.js';

const unsigned = (): boolean => false;
const constraint = (
  terms: Record<string, number>,
  sense: Constraint['sense'],
  constant: number,
): Constraint => ({ terms: new Map(Object.entries(terms)), sense, constant });

test('numbers that meet all constraints, or the certainty that there are none', () => {
  const least = constraint({ a: 1, b: 1 }, '>=', 3);
  expect(feasible([least], unsigned)).toBe(true);
  expect(feasible([least, constraint({ a: -1 }, '>=', -1), constraint({ b: -1 }, '>=', -1)], unsigned)).toBe(
    false,
  );
  expect(
    feasible([constraint({ a: 1, b: -1 }, '=', 0), constraint({ a: 1, b: -1 }, '>=', 1)], unsigned),
  ).toBe(false);
  expect(feasible([constraint({ a: 1 }, '=', -2)], unsigned)).toBe(false);
  expect(feasible([constraint({ a: 1 }, '=', -2)], () => true)).toBe(true);
  expect(feasible([constraint({}, '=', 1)], unsigned)).toBe(false);
});

const names = ['a', 'b', 'c', 'd'];
const solution = fc.record({ a: fc.nat(9), b: fc.nat(9), c: fc.nat(9), d: fc.nat(9) });
const row = fc.record({
  coefficients: fc.tuple(...names.map(() => fc.integer({ min: -3, max: 3 }))),
  slack: fc.nat(4),
  equal: fc.boolean(),
});

property.prop([solution, fc.array(row, { maxLength: 8 })])(
  'what a solution was made for is feasible',
  (values, rows) => {
    const constraints = rows.map(({ coefficients, slack, equal }): Constraint => {
      const terms = new Map(names.map((name, index) => [name, coefficients[index] ?? 0]));
      const sum = names.reduce(
        (total, name, index) => total + (coefficients[index] ?? 0) * values[name as 'a'],
        0,
      );
      return { terms, sense: equal ? '=' : '>=', constant: equal ? sum : sum - slack };
    });
    expect(feasible(constraints, unsigned)).toBe(true);
  },
);

property.prop([
  fc.array(row, { minLength: 1, maxLength: 6 }),
  fc.array(fc.nat(3), { minLength: 6, maxLength: 6 }),
])('what a combination of the constraints denies is not feasible', (rows, weights) => {
  const constraints = rows.map(({ coefficients, slack }): Constraint => ({
    terms: new Map(names.map((name, index) => [name, coefficients[index] ?? 0])),
    sense: '>=',
    constant: slack,
  }));
  const combined = new Map(
    names.map((name) => [
      name,
      constraints.reduce((sum, { terms }, index) => sum + (weights[index] ?? 0) * (terms.get(name) ?? 0), 0),
    ]),
  );
  const bound = constraints.reduce((sum, { constant }, index) => sum + (weights[index] ?? 0) * constant, 0);
  const denial: Constraint = {
    terms: new Map([...combined].map(([name, value]) => [name, -value])),
    sense: '>=',
    constant: 1 - bound,
  };
  expect(feasible([...constraints, denial], unsigned)).toBe(false);
});
