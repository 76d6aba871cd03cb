import { expect, test } from 'vitest';

import { formatNumber } from './numerals.js';

test.each([
  ['decimal', [1, 12], '1 12'],
  ['decimalZero', [7, 12], '07 12'],
  ['decimalFullWidth', [20], '２０'],
  [
    'chineseCounting',
    [1, 10, 11, 20, 21, 100, 103, 110, 1005, 1050],
    '一 十 十一 二十 二十一 一百 一百零三 一百一十 一千零五 一千零五十',
  ],
  ['chineseLegalSimplified', [1, 10, 21], '壹 壹拾 贰拾壹'],
  ['ideographDigital', [20], '二〇'],
  ['ideographTraditional', [1, 10, 11], '甲 癸 11'],
  ['decimalEnclosedCircle', [1, 20, 21], '① ⑳ 21'],
  ['upperRoman', [4, 1994], 'IV MCMXCIV'],
  ['lowerLetter', [1, 26, 27, 53], 'a z aa aaa'],
  ['none', [3], ''],
  ['unheard of', [3], '3'],
  ['upperRoman', [0, -2, 1e9, Number.NaN], '0 -2 1000000000 NaN'],
  ['constructor', [3], '3'],
] as const)('%s', (format, numbers, text) => {
  expect(numbers.map((number) => formatNumber(number, format)).join(' ')).toBe(text);
});
