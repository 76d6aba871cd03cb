import { expect, test } from 'vitest';
import { alignRow } from './align.js';
import { isShortRun } from './row-shape.js';
import { meetsAnySum } from './row-sums.js';
import type { HeaderColumn } from '../header/header-column.js';
import type { RowSlots, Slot } from '../slots/slots.js';
import { beginning } from '../positions.js';

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
    endWord: beginning,
  };
  return {
    kind: 'loose',
    slots: [slot],
    words: [slot],
    labelCells: 0,
    block: 0,
    endWord: beginning,
    bounded: false,
  };
}

const read = (digits: string, short: boolean) => {
  const { candidates, needsProof } = alignRow(runOf(digits), three, {
    gaps: [],
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
  expect(alignRow(row, three, { gaps: [], runs: false, short: false, narrow: false }).needsProof).toBe(true);
});

test('a sum says nothing of zeros and blanks in one row', () => {
  const rowOf = (...texts: string[]) => texts.flatMap((text) => runOf(text).slots);
  expect(
    [rowOf('0', '', '0'), rowOf('0', '0', '0'), rowOf('', '', ''), rowOf('3', '', '3')].map(meetsAnySum),
  ).toEqual([true, false, false, false]);
});

const cell = (text: string, at: number): Slot => ({
  raw: text,
  text,
  at: { line: 1, column: at + 1 },
  column: at,
  columnSpan: Math.max(1, text.length),
  confidence: 1,
  endWord: beginning,
});

/** A row with its cells two columns apart. */
function rowOf(kind: RowSlots['kind'], texts: readonly string[], words = texts): RowSlots {
  const slotsOf = (all: readonly string[]) => all.map((text, i) => cell(text, 2 * i));
  const row = { kind, slots: slotsOf(texts), labelCells: 1, block: 0, endWord: beginning, bounded: true };
  return { ...row, words: slotsOf(words).filter((each) => each.text !== '') };
}

const inGrid = three.map((each, i) => ({ ...each, column: 2 * i }));
const ruler = (word: Slot) => ({ from: word.column ?? 0, to: (word.column ?? 0) + 1 });
const gaps = [{ ruler, columns: [0, 2, 4].map((from) => ({ from, to: from + 1 })) }];

test.each<[string, RowSlots, HeaderColumn[], (string | undefined)[][]]>([
  ['grid', rowOf('grid', ['1', '', '2']), inGrid, [['1', '', '2']]],
  ['glued', rowOf('loose', ['1', '04', '2']), three, [['1', '04', '2']]],
  ['full', rowOf('separated', ['', '1', '3', '2']), three, [['1', '3', '2']]],
  ['words', rowOf('separated', ['1 3', '2'], ['1', '3', '2']), three, [['1', '3', '2']]],
  ['run', rowOf('loose', ['132']), three, [['1', '3', '2']]],
  [
    'surplus',
    rowOf('loose', ['1', '2', '3', '4']),
    three,
    [
      ['1', '2', '3'],
      ['2', '3', '4'],
    ],
  ],
  [
    'windows',
    rowOf('separated', ['', '1', '', '']),
    three,
    [
      ['', '1', ''],
      ['1', '', ''],
    ],
  ],
  ['position', rowOf('gaps', ['1', '', '2']), three, [['1', '', '2']]],
  [
    'order',
    rowOf('loose', ['1', '2']),
    three,
    [
      ['1', '2', undefined],
      ['1', undefined, '2'],
      [undefined, '1', '2'],
    ],
  ],
])('what tells the columns is said: %s', (by, row, columns, expected) => {
  const read = alignRow(row, columns, { gaps, runs: false, short: false, narrow: false });
  expect(read.by).toBe(by);
  expect(read.candidates.map((each) => each.map((slot) => slot?.text))).toEqual(expected);
});
