import { expect, test } from 'vitest';
import { blockOf } from './blocks.js';

test('figures of a block come without the labels above and beside them', () => {
  const copied = [
    '\t\t自然人\t商业企业\t总计',
    '三、本年度\t（一）予以公开\t3\t0\t3',
    '\t（二）部分公开\t1,024\t—\t',
    '\t\t\t\t',
  ].join('\r\n');
  expect(blockOf(copied)).toEqual([
    ['3', '0', '3'],
    ['1,024', '—', ''],
    ['', '', ''],
  ]);
});

test.each(['3', '三件', ''])('a single text is no block: %s', (text) => {
  expect(blockOf(text)).toBeNull();
});

test('a row alone, and a column alone', () => {
  expect(blockOf('1\t2')).toEqual([['1', '2']]);
  expect(blockOf('1\n2\n')).toEqual([['1'], ['2']]);
});
