import type { At, Placing } from '../../../model/index.js';
import { displayWidth } from '../../read/text/width.js';
import type { Script } from '../../text/script.js';
import { keyStart, textOf, wordBehind } from '../stream/lookup.js';
import { squeeze, type Stream, type StreamCell } from '../stream/stream.js';
import { isValue } from '../value.js';
import {
  itemAt,
  beginning,
  further,
  earliest,
  latest,
  type KeyPosition,
  type WordPosition,
  type CellPosition,
  type RowPosition,
} from '../positions.js';

/** Something that may be the value of a cell: a cell behind the label, or a word where the source has no cells. */
export interface Slot {
  raw: string;
  text: string;
  at: At;
  /** Grid column, or display column where gaps tell cells apart; `null` when neither is known. */
  column: number | null;
  columnSpan: number;
  /** Confidence the reader gives to the text of the cell, 1 unless it was recognised in a picture. */
  confidence: number;
  /** As in the cell of the document. */
  placedBy?: Placing | undefined;
  /** Word behind it in the stream. */
  endWord: WordPosition;
}

/**
 * How a row tells its cells apart. `grid`: columns are known; `separated`: every cell shows, trailing empty ones may be cut off;
 * `gaps`: empty cells leave no trace, but the position tells the column; `loose`: empty cells leave no trace.
 */
export type RowKind = 'grid' | 'separated' | 'gaps' | 'loose';

/** What stands behind the label of a row. */
export interface RowSlots {
  kind: RowKind;
  slots: Slot[];
  /** The same with every word on its own, where cells hold several. */
  words: Slot[];
  /** Cells of the row before the values, by which rows of the same make are told. */
  labelCells: number;
  /** Block of the document that holds the values. */
  block: number;
  /** Word behind the last value. */
  endWord: WordPosition;
  /** The row ends behind the slots: empty cells at its end may have been cut off, but no others. */
  bounded: boolean;
}

/** Where the values of a row may stand. */
export interface Reach {
  /** Positions of the label in the key. */
  labelStart: KeyPosition;
  labelEnd: KeyPosition;
  /** Row of the label before; `null` for the first, and where the form has a row between the two. */
  previousRow: RowPosition | null;
  /** First word of the next label, exclusive end. */
  lastWord: WordPosition;
  /** Cell of the next label, exclusive end but for words before it. */
  lastCell: CellPosition;
  /** No label follows: the values end where text begins. */
  open: boolean;
}

/** Characters of a piece of a label that are not met by chance. */
const shortestPiece = 3;

export const han = /\p{Script=Han}/u;

export const keyOf = (stream: Stream, cell: StreamCell) =>
  stream.key.slice(keyStart(stream, cell.firstWord), keyStart(stream, cell.lastWord));

export function slotOfCell(stream: Stream, cell: StreamCell, script: Script): Slot {
  return {
    raw: cell.raw,
    text: textOf(stream, cell, script),
    at: cell.at,
    column: cell.grid ? cell.column : null,
    columnSpan: cell.columnSpan,
    confidence: cell.confidence,
    placedBy: cell.placedBy,
    endWord: cell.lastWord,
  };
}

/** Words of one cell as slots; a word of prose is none, and ends the values where no label follows. */
export function wordSlots(stream: Stream, first: WordPosition, last: WordPosition, open = false): Slot[] {
  const slots: Slot[] = [];
  for (let i = first; i < last; i = further(i)) {
    const word = itemAt(stream.words, i);
    const cell = word === undefined ? undefined : itemAt(stream.cells, word.cell);
    if (word === undefined || cell === undefined) break;
    if (!word.value) {
      if (open) break;
      continue;
    }
    const column = cell.gaps ? cell.column + displayWidth(cell.raw.slice(0, word.index)) : null;
    slots.push({
      raw: word.raw,
      text: word.text,
      at: word.at,
      column,
      columnSpan: displayWidth(word.raw),
      confidence: cell.confidence,
      endWord: further(i),
    });
  }
  return slots;
}

/** The part of the label's own cell behind the label, when it is a value: `规章000`, `总计 5`. */
export function remainder(
  stream: Stream,
  labelEnd: KeyPosition,
  word: WordPosition,
  lastWord: WordPosition,
  open: boolean,
): Slot[] {
  const own = itemAt(stream.words, word);
  const slots: Slot[] = [];
  if (own !== undefined) {
    let left = labelEnd - keyStart(stream, word);
    let i = 0;
    while (i < own.text.length && left > 0) {
      left -= squeeze(own.text.charAt(i)).length;
      i += 1;
    }
    const rest = own.text.slice(i).replace(/^[^\p{Script=Han}\d+\-—–/]+/u, '');
    if (rest !== '' && left === 0 && !han.test(rest) && (isValue(rest) || /^\d+$/.test(rest))) {
      const raw = own.raw.slice(Math.max(0, own.raw.length - rest.length));
      slots.push({
        raw,
        text: rest,
        at: own.at,
        column: null,
        columnSpan: 1,
        confidence: 1,
        endWord: further(word),
      });
    }
  }
  return [...slots, ...wordSlots(stream, further(word), lastWord, open)];
}

/**
 * Values without cells of their own: words up to the next label, or a piece of one behind the first values, as where figures stand within a label; an
 * empty table cell among them shows that empty cells leave a trace.
 */
export function looseSlots(
  stream: Stream,
  from: CellPosition,
  reach: Reach,
  isLabelText: (key: string) => boolean,
  script: Script,
): { slots: Slot[]; explicit: boolean; endWord: WordPosition } {
  const slots: Slot[] = [];
  let explicit = false;
  let endWord: WordPosition = beginning;
  const labelEnd = reach.labelEnd > reach.labelStart ? wordBehind(stream, reach.labelEnd) : beginning;
  for (let index = from; index < reach.lastCell; index = further(index)) {
    const each = itemAt(stream.cells, index);
    if (each === undefined) break;
    if (each.firstWord === each.lastWord) {
      explicit = true;
      slots.push(slotOfCell(stream, each, script));
      continue;
    }
    const end = earliest(each.lastWord, reach.lastWord);
    const key = keyOf(stream, each);
    if (slots.length > 0 && key.length >= shortestPiece && han.test(key) && isLabelText(key)) break;
    // A label may run over into the cell.
    const first = latest(each.firstWord, labelEnd);
    const values = wordSlots(stream, first, end);
    if (reach.open && values.length < end - first) break;
    slots.push(...values);
    endWord = values.at(-1)?.endWord ?? endWord;
  }
  return { slots, explicit, endWord };
}
