import { expect, test } from 'vitest';
import { byPosition, gapColumns } from './gap-columns.js';
import type { RowSlots, Slot } from '../slots/slots.js';
import { displayWidth } from '../../read/text/width.js';
import { beginning } from '../positions.js';

/** A row of one line: a label, then words set off by gaps. */
function rowOf(line: string): RowSlots {
  const words = [...line.matchAll(/(?<= )\d+/g)].map((match): Slot => ({
    raw: match[0],
    text: match[0],
    at: { line: 1, column: match.index + 1 },
    column: displayWidth(line.slice(0, match.index)),
    columnSpan: match[0].length,
    confidence: 1,
    endWord: beginning,
  }));
  return { kind: 'gaps', slots: words, words, labelCells: 1, block: 0, endWord: beginning, bounded: false };
}

const readings = (lines: string[]): (string[] | null)[] => {
  const rows = lines.map(rowOf);
  const [way, other] = gapColumns(rows, 3);
  expect(other).toBeUndefined();
  return rows.map((row) =>
    way === undefined ? null : (byPosition(row.words, way)?.map((slot) => slot?.text ?? '-') ?? null),
  );
};

test.each([
  ['on the display', ['一二三四  1  2  3', 'ab        4  5  6', '一二         7', 'abcd      8     9']],
  [
    'in characters, as lynx prints them',
    ['一二三四  1  2  3', 'ab    4  5  6', '一二       7', 'abcd  8     9'],
  ],
])('columns are told by the way in which they agree: %s', (_, lines) => {
  expect(readings(lines)).toEqual([
    ['1', '2', '3'],
    ['4', '5', '6'],
    ['', '7', ''],
    ['8', '', '9'],
  ]);
});

test('rows that agree in neither way tell no columns', () => {
  expect(readings(['一二三四    1    2    3', 'ab  4  5  6', 'abcdefgh      7'])).toEqual([null, null, null]);
});

test('where both ways read as many rows, both are told', () => {
  expect(gapColumns(['一二  1  2  3', '三四  4  5  6'].map(rowOf), 3)).toHaveLength(2);
});
