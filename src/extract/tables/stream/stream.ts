import type { At, Placing, Document } from '../../../model/index.js';
import { normalised } from '../../text/normalise.js';
import type { Script } from '../../text/script.js';
import { isPlaceholder, isValue } from '../value.js';
import {
  beginning,
  further,
  sequence,
  type KeyPosition,
  type WordPosition,
  type CellPosition,
  type RowPosition,
  type Sequence,
} from '../positions.js';
import { dropsRepeats } from './repeats.js';

/** A run of characters without white space inside one cell. */
export interface Word {
  raw: string;
  /** Normalised. */
  text: string;
  /** Han characters, letters and digits of `text`: what labels are compared by. */
  key: string;
  at: At;
  /** It can be the value of a cell. */
  value: boolean;
  /** Index in the source of its cell. */
  index: number;
  cell: CellPosition;
}

/** A cell of a table, or a paragraph, in reading order. */
export interface StreamCell {
  raw: string;
  at: At;
  /** Index of the block in the document. */
  block: number;
  row: RowPosition;
  /** Position in its row, from 0. */
  position: number;
  /** How many cells its row has. */
  rowLength: number;
  column: number;
  columnSpan: number;
  rowSpan: number;
  /** `column` is that of a real grid. */
  grid: boolean;
  /** Cells are told apart by gaps: `column` is a display column and empty cells leave no trace. */
  gaps: boolean;
  paragraph: boolean;
  /** What the reader thinks of the text, 1 unless it was recognised in a picture. */
  confidence: number;
  /** As in the cell of the document. */
  placedBy: Placing | undefined;
  firstWord: WordPosition;
  /** Exclusive. */
  lastWord: WordPosition;
}

/** The whole document as one string of label characters, with the way back to words and cells. */
export interface Stream {
  cells: Sequence<CellPosition, StreamCell>;
  words: Sequence<WordPosition, Word>;
  key: string;
  /** Where each word begins in `key`; one more entry for the end. */
  keyStarts: Sequence<WordPosition, KeyPosition>;
  /** Values on lines of their own never repeat: whoever made the text has dropped repeated lines. */
  deduplicated: boolean;
}

/** Cells of a row beyond which the source holds a whole table on one line. */
export const widestRow = 60;

const notInLabel = /[^\p{Script=Han}A-Za-z0-9]+/gu;
/** Most labels are nothing else. */
const labelAlone = /^[\u4e00-\u9fffa-z0-9]*$/;

export const squeeze = (text: string) =>
  labelAlone.test(text) ? text : text.replace(notInLabel, '').toLowerCase();

/** A label may name the year that it is about: 本年(2023年)制发件数. */
export const yearInLabel = /^(本年度?|上一?年度?)\(20\d{2}年?度?\)(?=\p{Script=Han})/u;

/** The runs of characters of a text without white space. */
export function partsOf(raw: string): { raw: string; index: number }[] {
  if (raw !== '' && !/\s/.test(raw)) return [{ raw, index: 0 }];
  const words: { raw: string; index: number }[] = [];
  for (const match of raw.matchAll(/\S+/g)) words.push({ raw: match[0], index: match.index });
  return words;
}

/** Tells where characters of a text stand that begins at `at`, asked for in their order. */
function locator(at: At, raw: string): (index: number) => At {
  let { line = 0 } = at;
  let lineStart = 0;
  return (index) => {
    if (at.line === undefined || index === 0) return at;
    for (
      let end = raw.indexOf('\n', lineStart);
      end >= 0 && end < index;
      end = raw.indexOf('\n', lineStart)
    ) {
      line += 1;
      lineStart = end + 1;
    }
    return lineStart === 0
      ? { ...at, column: (at.column ?? 1) + index }
      : { ...at, line, column: index - lineStart + 1 };
  };
}

/** Where the character at `index` of a text stands, when the text begins at `at`. */
export function locate(at: At, raw: string, index: number): At {
  return locator(at, raw)(index);
}

export function streamOf(document: Document, script: Script): Stream {
  const cells: StreamCell[] = [];
  const words: Word[] = [];
  const keyStarts: KeyPosition[] = [];
  const keys: string[] = [];
  let length: KeyPosition = beginning;
  let row: RowPosition = beginning;
  // Most words of a table are the same few numbers.
  const known = new Map<string, Pick<Word, 'text' | 'key' | 'value'>>();
  const readWord = (raw: string) => {
    let read = known.get(raw);
    if (read === undefined) {
      const text = normalised(raw, script);
      const label = text.replace(yearInLabel, '$1');
      read = { text, key: isPlaceholder(text) ? '' : squeeze(label), value: isValue(text) };
      known.set(raw, read);
    }
    return read;
  };
  // Documents have thousands of cells: each is made once, its words are told when they are there.
  const push = (cell: StreamCell) => {
    cell.firstWord = words.length as WordPosition;
    const placeOf = locator(cell.at, cell.raw);
    for (const { raw, index } of partsOf(cell.raw)) {
      const { text, key, value } = readWord(raw);
      words.push({
        raw,
        text,
        key,
        value,
        at: placeOf(index),
        index,
        cell: cells.length as CellPosition,
      });
      keyStarts.push(length);
      keys.push(key);
      length = further(length, key.length);
    }
    cell.lastWord = words.length as WordPosition;
    cells.push(cell);
  };
  document.blocks.forEach((block, index) => {
    if (block.kind === 'paragraph') {
      push({
        raw: block.text,
        at: block.at,
        block: index,
        row,
        position: 0,
        rowLength: 1,
        column: 0,
        columnSpan: 1,
        rowSpan: 1,
        grid: false,
        gaps: false,
        paragraph: true,
        confidence: 1,
        placedBy: undefined,
        firstWord: beginning,
        lastWord: beginning,
      });
      row = further(row);
    } else if (block.kind === 'table') {
      for (const cells of block.rows) {
        cells.forEach((cell, position) => {
          push({
            raw: cell.text,
            at: cell.at,
            block: index,
            row,
            position,
            rowLength: cells.length,
            column: cell.column,
            columnSpan: cell.columnSpan,
            rowSpan: cell.rowSpan,
            grid: block.grid,
            gaps: block.gaps === true,
            paragraph: false,
            confidence: cell.confidence ?? 1,
            placedBy: cell.placedBy,
            firstWord: beginning,
            lastWord: beginning,
          });
        });
        row = further(row);
      }
    }
  });
  keyStarts.push(length);
  return {
    cells: sequence(cells),
    words: sequence(words),
    key: keys.join(''),
    keyStarts: sequence(keyStarts),
    deduplicated: dropsRepeats(cells, words),
  };
}
