import { expect, test } from 'vitest';
import { readTextBlocks } from './text.js';

/** The texts of the cells, row by row, and which rows are in doubt. */
function read(lines: readonly string[]): { rows: string[]; doubted: number[] } {
  const [table] = readTextBlocks(lines.join('\n'));
  if (table?.kind !== 'table') throw new Error('no table');
  const doubted = table.rows.flatMap((row, i) => (row.some((cell) => cell.confidence === 0) ? [i] : []));
  return { rows: table.rows.map((row) => row.map(({ text }) => text).join('|')), doubted };
}

const ruled = (row: string) => [
  '  --------- ------ ------ ------',
  '  规章      21     4      292',
  '  处罚      17     6      841',
  '  许可      9      0      12',
  row,
  '  --------- ------ ------ ------',
];

test('a row between rulers that lost a figure, so that another runs over the end of its column', () => {
  expect(read(ruled('  强制           4      292'))).toEqual({
    rows: ['规章|21|4|292', '处罚|17|6|841', '许可|9|0|12', '强制|4|29|2'],
    doubted: [3],
  });
  expect(read(ruled('  强制      5      4      292')).doubted).toEqual([]);
});

const boxed = (row: string) => [
  '┌──────┬─────┬─────┐',
  '│ 规章 │ 21  │ 4   │',
  '├──────┼─────┼─────┤',
  row,
  '├──────┼─────┼─────┤',
  '│ 强制 │ 5   │ 6   │',
  '└──────┴─────┴─────┘',
];

test('a row of a drawn box whose bars stand where no others do', () => {
  expect(read(boxed('│ 处罚 │ 17 17 │ 8   │')).doubted).toEqual([1]);
  expect(read(boxed('│ 处罚 │ 17  │ 8   │'))).toEqual({
    rows: ['规章|21|4', '处罚|17|8', '强制|5|6'],
    doubted: [],
  });
});

test('a line of a drawn box without its bars may have been the rule between two rows', () => {
  const [top, first, rule, , ...rest] = boxed('');
  const lines = [top, first, rule, '│ 处罚 │     │     │', '│                  │', ...rest.slice(1)];
  expect(read(lines.map(String)).doubted).toEqual([1]);
});
