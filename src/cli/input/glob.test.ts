import { describe, expect, test } from 'vitest';
import { matchesName, matchesPath } from './glob.js';

describe('names', () => {
  test.each([
    ['*.txt', 'report.txt', true],
    ['*.txt', 'report.txt.bak', false],
    ['?.txt', '甲.txt', true],
    ['?.txt', '甲乙.txt', false],
    ['a*b*c', 'aXbYbZc', true],
    ['a*b*c', 'aXbYbZ', false],
    ['*', '', true],
    ['report', 'report', true],
    ['2023*年报*', '2023年度年报（定稿）.html', true],
  ])('%s against %s', (pattern, name, expected) => {
    expect(matchesName(pattern, name)).toBe(expected);
  });

  test('many stars take no more than linear time each', () => {
    expect(matchesName('*a'.repeat(40), 'a'.repeat(20_000))).toBe(true);
    expect(matchesName(`${'*a'.repeat(40)}b`, 'a'.repeat(20_000))).toBe(false);
  });
});

describe('paths', () => {
  test.each([
    ['**/*.txt', 'a.txt', true],
    ['**/*.txt', 'x/y/a.txt', true],
    ['*/*.txt', 'x/y/a.txt', false],
    ['x/**', 'x/y/a.txt', true],
    ['x/**/a.txt', 'x/a.txt', true],
    ['x/**/a.txt', 'y/a.txt', false],
  ])('%s against %s', (pattern, path, expected) => {
    expect(matchesPath(pattern.split('/'), path.split('/'))).toBe(expected);
  });
});
