import { expect, test } from 'vitest';
import { fill, placeholdersOf, substitute, Untold } from './placeholders.js';

const lookup = (name: string): unknown =>
  ({ column: 'total', limit: 3, words: ['a', 'b'], year: null })[name as 'column'];

test('a text is filled, unknown names stay', () => {
  expect(fill('t3.received.{column} {limit} {other}', lookup)).toBe('t3.received.total 3 {other}');
});

test('a text that is one placeholder becomes the value itself', () => {
  expect(substitute({ of: ['t3.{column}', '{limit}'], words: '{words}', value: 0 }, lookup)).toEqual({
    of: ['t3.total', 3],
    words: ['a', 'b'],
    value: 0,
  });
});

test('what the report does not tell cannot be filled in', () => {
  expect(() => substitute(['{year}'], lookup)).toThrow(Untold);
  expect(() => substitute('{year}-01-01', lookup)).toThrow(Untold);
});

test('limits of repetitions and classes in expressions are no placeholders', () => {
  expect(placeholdersOf('\\p{L}{0,20}x{2}{column}')).toEqual(['column']);
});
