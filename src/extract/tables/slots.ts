import { isValue } from './value.js';
import { squeeze, wordAt, type Stream, type StreamCell } from './stream.js';
import { normalise, type Script } from '../text/normalise.js';
import type { At } from '../../model/index.js';

/** Something that may be the value of a cell: a cell behind the label, or a word where the source has no cells. */
export interface Slot {
  raw: string;
  text: string;
  at: At;
  /** Grid column and width, `null` without a grid. */
  column: number | null;
  columnSpan: number;
  /** Confidence the reader gives to the text of the cell, 1 unless it was recognised in a picture. */
  confidence: number;
}

/** What stands behind the label of a row. */
export interface RowSlots {
  slots: Slot[];
  /** The same with every word on its own, where cells hold several. */
  words: Slot[];
  /** The source separates cells: empty ones show. */
  structured: boolean;
  /** Cells of the row before the values, by which rows of the same make are told. */
  labelCells: number;
  firstCell: number;
  lastCell: number;
}

const han = /\p{Script=Han}/u;

function slotOfCell(cell: StreamCell, script: Script): Slot {
  const { text } = normalise(cell.raw, script);
  return { raw: cell.raw, text, at: cell.at, column: cell.grid ? cell.column : null, columnSpan: cell.columnSpan, confidence: 1 };
}

/** Words of one cell as slots; a word of prose is none, and ends the values where no label follows. */
function wordSlots(stream: Stream, first: number, last: number, open = false): Slot[] {
  const slots: Slot[] = [];
  for (let i = first; i < last; i += 1) {
    const word = stream.words[i];
    if (word === undefined) break;
    if (!isValue(word.text)) {
      if (open) break;
      continue;
    }
    slots.push({ raw: word.raw, text: word.text, at: word.at, column: null, columnSpan: 1, confidence: 1 });
  }
  return slots;
}

/** The part of the label's own cell behind the label, when it is a value: `规章000`, `总计 5`. */
function remainder(stream: Stream, labelEnd: number, word: number, lastWord: number, open: boolean): Slot[] {
  const own = stream.words[word];
  const slots: Slot[] = [];
  if (own !== undefined) {
    let left = labelEnd - (stream.keyStarts[word] ?? 0);
    let i = 0;
    while (i < own.text.length && left > 0) {
      left -= squeeze(own.text.charAt(i)).length;
      i += 1;
    }
    const rest = own.text.slice(i).replace(/^[::,、.\])}>]+/, '');
    if (rest !== '' && left === 0 && !han.test(rest) && isValue(rest)) {
      slots.push({ raw: own.raw.slice(Math.max(0, own.raw.length - rest.length)), text: rest, at: own.at, column: null, columnSpan: 1, confidence: 1 });
    }
  }
  return [...slots, ...wordSlots(stream, word + 1, lastWord, open)];
}

/** Where the values of a row may stand. */
export interface Reach {
  /** Position in the key behind the label. */
  labelEnd: number;
  /** Word in which the label ends. */
  word: number;
  /** First word of the next label, exclusive end. */
  lastWord: number;
  /** Cell of the next label, exclusive end but for words before it. */
  lastCell: number;
  /** No label follows: the values end where text begins. */
  open: boolean;
}

const keyOf = (stream: Stream, cell: StreamCell) => stream.key.slice(stream.keyStarts[cell.firstWord], stream.keyStarts[cell.lastWord]);

/** Values without cells of their own: words up to the next label; an empty table cell among them shows that empty cells leave a trace. */
function looseSlots(stream: Stream, from: number, reach: Reach, script: Script): { slots: Slot[]; explicit: boolean; first: number; last: number } {
  const slots: Slot[] = [];
  let explicit = false;
  let first = from;
  let last = from - 1;
  for (let index = from; index < reach.lastCell; index += 1) {
    const each = stream.cells[index];
    if (each === undefined) break;
    if (each.firstWord === each.lastWord) {
      explicit = true;
      slots.push(slotOfCell(each, script));
      continue;
    }
    const end = Math.min(each.lastWord, reach.lastWord);
    const values = wordSlots(stream, each.firstWord, end);
    if (reach.open && values.length < end - each.firstWord) break;
    if (values.length > 0) {
      if (last < from) first = index;
      last = index;
    }
    slots.push(...values);
  }
  return { slots, explicit, first, last };
}

/** Slots between the end of a row label and the next label. `isLabelText` tells a cell that only repeats or completes the label. */
export function slotsBehind(stream: Stream, reach: Reach, columns: number, isLabelText: (key: string) => boolean, script: Script): RowSlots {
  const labelCell = stream.words[reach.word]?.cell ?? 0;
  const cell = stream.cells[labelCell];
  const structured = (cell?.rowLength ?? 1) > 1;
  const own = remainder(stream, reach.labelEnd, reach.word, Math.min(cell?.lastWord ?? reach.word + 1, reach.lastWord), reach.open);
  const slots: Slot[] = [...own];
  const words: Slot[] = [...own];
  let labelCells = (cell?.position ?? 0) + 1;
  let firstCell = labelCell;
  let lastCell = labelCell;
  let index = labelCell + 1;
  for (; structured && index < reach.lastCell && stream.cells[index]?.row === cell?.row; index += 1) {
    const each = stream.cells[index];
    if (each === undefined) break;
    const key = keyOf(stream, each);
    if (slots.length === own.length && han.test(key) && isLabelText(key)) {
      labelCells = each.position + 1;
      continue;
    }
    if (slots.length === 0) firstCell = index;
    lastCell = index;
    slots.push(slotOfCell(each, script));
    words.push(...wordSlots(stream, each.firstWord, Math.min(each.lastWord, reach.lastWord)));
  }
  if (structured && (slots.length >= columns || slots.some((each) => each.text !== ''))) {
    return { slots, words, structured, labelCells, firstCell, lastCell };
  }
  const loose = looseSlots(stream, index, reach, script);
  const all = [...words, ...loose.slots];
  if (structured && all.every((each) => each.text === '')) return { slots, words, structured, labelCells, firstCell, lastCell };
  const explicit = loose.explicit && all.some((each) => each.text === '');
  return { slots: all, words: all, structured: explicit, labelCells, firstCell: loose.last < index ? firstCell : loose.first, lastCell: Math.max(lastCell, loose.last) };
}

/** Slots of the single row below a header: the next row of cells that are values or empty, or the words up to the next text. */
export function slotsBelow(stream: Stream, headerEnd: number, columns: number, script: Script): RowSlots {
  const lastHeader = stream.words[wordAt(stream, Math.max(0, headerEnd - 1))]?.cell ?? 0;
  const headerRow = stream.cells[lastHeader]?.row;
  let blankRow: RowSlots | null = null;
  let start = lastHeader + 1;
  while (start < stream.cells.length && stream.cells[start]?.row === headerRow) start += 1;
  for (let index = start; index < stream.cells.length; ) {
    const first = stream.cells[index];
    if (first === undefined || first.rowLength < 2) break;
    const row: StreamCell[] = [];
    while (stream.cells[index]?.row === first.row) row.push(stream.cells[index++] as StreamCell);
    const leading = row.findIndex((each) => !han.test(keyOf(stream, each)));
    const values = leading === -1 ? [] : row.slice(leading).map((each) => slotOfCell(each, script));
    const words = row.flatMap((each) => wordSlots(stream, each.firstWord, each.lastWord));
    const found: RowSlots = { slots: values, words, structured: true, labelCells: leading, firstCell: index - row.length, lastCell: index - 1 };
    if (words.length > 0) return found;
    if (values.length >= columns) blankRow ??= found;
  }
  if (blankRow !== null) return blankRow;
  const reach: Reach = { labelEnd: headerEnd, word: 0, lastWord: stream.words.length, lastCell: stream.cells.length, open: true };
  const own = remainder(stream, headerEnd, wordAt(stream, Math.max(0, headerEnd - 1)), stream.cells[lastHeader]?.lastWord ?? 0, true);
  const loose = looseSlots(stream, start, reach, script);
  const all = [...own, ...loose.slots];
  return { slots: all, words: all, structured: loose.explicit && all.some((each) => each.text === ''), labelCells: 0, firstCell: loose.first, lastCell: Math.max(lastHeader, loose.last) };
}
