import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expressionOf, isSafe } from './pattern.js';

test.each([
  'abc',
  '第[一二三]条',
  '(?<year>20\\d{2})年度?[,，]?我局[^。]{0,30}收到',
  '(?:甲|乙)?丙',
  'a{3}b{0,20}c{0,20}',
  '(?<!\\d)[1-9]\\d{5}(?!\\d)',
  '[*+]{2,8}',
  '\\*\\+',
])('%s runs in bounded time', (pattern) => expect(isSafe(pattern)).toBe(true));

test.each([
  'a*',
  'a+',
  'a{2,}',
  '(a{0,9}){0,9}',
  '(?:a|b{1,3}){2}',
  '(a)\\1',
  'a{0,99}b{0,99}c{0,99}',
  'a)',
  '.*?',
])('%s may not', (pattern) => expect(isSafe(pattern)).toBe(false));

test('a safe pattern looks at each place of a text a bounded number of times', () => {
  // The engine of a safe pattern cannot branch more often than the product of its choices, whatever the text.
  const piece = fc.constantFrom('a', 'b?', 'a{0,3}', '[ab]{1,4}', '(?:a|b)', '(?:ab)?', '(?:ab{1,2})?');
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 5 }), (pieces) => {
      const pattern = pieces.join('');
      expect(isSafe(pattern)).toBe(true);
      expect(isSafe(`(?:${pattern})*`)).toBe(false);
      expect(() => new RegExp(pattern, 'u')).not.toThrow();
    }),
  );
});

test('full-width characters mean their plain form, because prose is searched in its normal form', () => {
  expect('(具体网址)'.match(expressionOf({ words: ['（具体网址）'] }))).toEqual(['(具体网址)']);
  expect('电话:010'.match(expressionOf({ pattern: '电话：\\d{3}' }))).toEqual(['电话:010']);
  expect('(2021)'.match(expressionOf({ pattern: '（\\d{4}）' }))).toEqual(['(2021)']);
});

test('of words that begin alike the longer is found', () => {
  expect('行政规范性文件'.match(expressionOf({ words: ['行政', '行政规范性文件'] }))).toEqual([
    '行政规范性文件',
  ]);
});

test('signs in words mean themselves', () => {
  expect('a.b a+b'.match(expressionOf({ words: ['a.b', 'a+b'] }))).toEqual(['a.b', 'a+b']);
});

test('nothing to look for is never found', () => {
  expect('anything'.match(expressionOf({}))).toBeNull();
});
