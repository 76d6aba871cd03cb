import { expect, test } from 'vitest';
import { isShortRun, meetsAnySum, readingsOf } from './align.js';
import type { HeaderColumn } from '../header/header-column.js';
import type { RowSlots, Slot } from '../slots/slots.js';

const column: HeaderColumn = {
  mark: null,
  label: '',
  found: true,
  column: null,
  columnSpan: 1,
  cell: null,
};
const three = [column, column, column];

/** A row whose cells are not told apart. */
function runOf(digits: string): RowSlots {
  const slot: Slot = {
    raw: digits,
    text: digits,
    at: { line: 1 },
    column: null,
    columnSpan: 1,
    confidence: 1,
    endWord: 1,
  };
  return { kind: 'loose', slots: [slot], words: [slot], labelCells: 0, block: 0, endWord: 1, bounded: false };
}

const read = (digits: string, short: boolean) => {
  const { candidates, needsProof } = readingsOf(runOf(digits), three, [], {
    runs: false,
    short,
    narrow: false,
  });
  return { needsProof, candidates: candidates.map((each) => each.map((slot) => slot?.text)) };
};

test('a run of digits is cut in every way, for the sums to choose from', () => {
  expect(read('1203', false)).toEqual({
    needsProof: true,
    candidates: [
      ['1', '20', '3'],
      ['12', '0', '3'],
    ],
  });
});

test('where the table leaves out empty cells, a run may have fewer cells than columns and is not cut', () => {
  expect(isShortRun(runOf('12'), 3)).toBe(true);
  expect(isShortRun(runOf('123'), 3)).toBe(false);
  expect(read('1203', true)).toEqual({ needsProof: true, candidates: [] });
});

test('as many zeros as columns are the cells, whatever other rows leave out', () => {
  expect(read('000', true)).toEqual({ needsProof: false, candidates: [['0', '0', '0']] });
});

test('as many words as columns, cells run together among them, need the sums', () => {
  const slots = ['371', '7', '0004372'].flatMap((text) => runOf(text).slots);
  const row: RowSlots = { ...runOf(''), slots, words: slots };
  expect(readingsOf(row, three, [], { runs: false, short: false, narrow: false }).needsProof).toBe(true);
});

test('a sum says nothing of zeros and blanks in one row', () => {
  const rowOf = (...texts: string[]) => texts.flatMap((text) => runOf(text).slots);
  expect(
    [rowOf('0', '', '0'), rowOf('0', '0', '0'), rowOf('', '', ''), rowOf('3', '', '3')].map(meetsAnySum),
  ).toEqual([true, false, false, false]);
});
