import { expect, test } from 'vitest';
import { numeralAt } from './numerals.js';

const read = (text: string) => {
  const numeral = numeralAt(text, 0);
  return numeral === null
    ? null
    : [numeral.value, text.slice(numeral.end), ...(numeral.more ? ['more'] : [])];
};

test.each([
  ['31件', [31, '件']],
  ['0件', [0, '件']],
  ['1,208件', [1208, '件']],
  ['1,234,567次', [1234567, '次']],
  ['3,5件', [3, ',5件']],
  ['12.5%', [12.5, '%']],
  ['1.2万件', [12000, '件']],
  ['9.2余万次', [92000, '次', 'more']],
  ['787万余人', [7870000, '人', 'more']],
  ['1650余条', [1650, '条', 'more']],
  ['三十一件', [31, '件']],
  ['十二件', [12, '件']],
  ['一百零五条', [105, '条']],
  ['三千二百余条', [3200, '条', 'more']],
  ['十二万件', [120000, '件']],
  ['两件', [2, '件']],
  ['百余条', [100, '条', 'more']],
  ['万余次', [10000, '次', 'more']],
  ['二〇二三年', [2023, '年']],
  ['零件', [0, '件']],
])('%s', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each(['两三件', '件', '', '余件'])('%j begins with no numeral', (text) => {
  expect(read(text)).toBeNull();
});
