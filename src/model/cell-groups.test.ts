import { expect, test } from 'vitest';
import { groupCells } from './cell-groups.js';

const form = ['甲', '乙', '丙'].flatMap((row) =>
  ['一', '二', '三'].map((column) => ({ address: `${row}${column}`, table: '表', row, column })),
);

test('whole columns come first, then whole rows, then what is left', () => {
  const cells = ['甲三', '乙三', '丙三', '甲一', '甲二', '乙一'];
  expect(
    groupCells(form, cells).map(({ rest, ...each }) => ({
      ...each,
      rest: rest.map(({ address }) => address),
    })),
  ).toEqual([{ table: '表', all: false, columns: ['三'], rows: ['甲'], rest: ['乙一'] }]);
});

test('a table of which every cell is there is told as a whole, another one not at all', () => {
  const other = { address: '外', table: '别表', row: '', column: '' };
  const [only, ...more] = groupCells(
    [...form, other],
    form.map(({ address }) => address),
  );
  expect([only?.all, only?.columns, only?.rest, more]).toEqual([true, ['一', '二', '三'], [], []]);
});
