import { expect, test } from 'vitest';
import { tablesIn } from '../../../../test/fixtures/tables.js';
import type { Table } from '../../../model/index.js';

/** Values of the first sub-table of Table 2 when a document holds it as this grid; what stands there when there is no value. */
function read(rows: readonly (readonly string[])[]): Record<string, number | string> {
  const table: Table = {
    kind: 'table',
    grid: true,
    at: { table: 1 },
    rows: rows.map((row, index) =>
      row.map((text, column) => ({
        text,
        at: { table: 1, row: index + 1, cell: column + 1 },
        column,
        columnSpan: 1,
        rowSpan: 1,
      })),
    ),
  };
  const { cells } = tablesIn([table], 'html');
  return Object.fromEntries(
    Object.entries(cells)
      .filter(([address]) => /^t2\.(regulations|normativeDocs)/.test(address))
      .map(([address, { value, state }]) => [address.slice(3), value ?? state]),
  );
}

const head = ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'];
const whole = {
  'regulations.made': 1,
  'regulations.repealed': 2,
  'regulations.inForce': 3,
  'normativeDocs.made': 4,
  'normativeDocs.repealed': 5,
  'normativeDocs.inForce': 6,
};

test('rows that stand apart are read', () => {
  expect(read([head, ['规章', '1', '2', '3'], ['行政规范性文件', '4', '5', '6']])).toEqual(whole);
});

test('values on two lines of one cell are not one value', () => {
  expect(read([head, ['规章', '-\n1', '2', '3'], ['行政规范性文件', '4', '5', '6']])).toEqual({
    ...whole,
    'regulations.made': 'text',
  });
});

test('two rows in one, of which one may be empty, are neither', () => {
  const rows = [head, ['规章\n行政规范性文件', '4', '5', '6']];
  expect(Object.values(read(rows)).every((each) => each === 'unreadable' || each === 'absent')).toBe(true);
});

test('a row that runs on into the next one, its first cell empty, is not read by the count of what is left', () => {
  const rows = [head, ['规章', '', '1', '2', '3行政规范性文件', '4', '5', '6']];
  expect(Object.values(read(rows)).filter((each) => typeof each === 'number')).not.toContain(1);
});

test('a row with a cell too many is not read by leaving its first one out', () => {
  const rows = [head, ['规章', '', '1', '1', '3'], ['行政规范性文件', '4', '5', '6']];
  expect(read(rows)).toEqual({
    'regulations.made': 'unreadable',
    'regulations.repealed': 'unreadable',
    'regulations.inForce': 'unreadable',
    'normativeDocs.made': 4,
    'normativeDocs.repealed': 5,
    'normativeDocs.inForce': 6,
  });
});
