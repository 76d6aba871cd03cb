import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { chineseNumber } from './numerals.js';

const digits = '零一二三四五六七八九';

/** 1 to 9999 in words: 一千零五, 三百一十. */
function belowTenThousand(value: number): string {
  const places = [...String(value)].map(Number);
  const words = places.map((digit, index) =>
    digit === 0 ? '零' : `${digits[digit]}${['', '十', '百', '千'][places.length - 1 - index]}`,
  );
  return words.join('').replace(/零+/g, '零').replace(/零$/, '');
}

function inWords(value: number): string {
  const [large, small] = [Math.floor(value / 10_000), value % 10_000];
  if (value === 0) return '零';
  const rest = small === 0 ? '' : `${large > 0 && small < 1000 ? '零' : ''}${belowTenThousand(small)}`;
  return `${large > 0 ? `${belowTenThousand(large)}万` : ''}${rest}`;
}

test('every number in words is read as itself', () =>
  fc.assert(
    fc.property(fc.nat(99_999_999), (value) => {
      expect(chineseNumber(inWords(value))).toBe(value);
    }),
  ));

test.each([
  ['十', 10],
  ['十二', 12],
  ['十万', 100_000],
  ['〇', 0],
  ['两百', 200],
])('%s is %d', (text, value) => expect(chineseNumber(text)).toBe(value));

test.each(['', '万', '亿', '百', '千', '零十', '二百十', '十百', '一二', '二〇二一年', '件'])(
  '%s is no number',
  (text) => expect(chineseNumber(text)).toBeNull(),
);
