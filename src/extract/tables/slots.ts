import type { At } from '../../model/index.js';
import { displayWidth } from '../read/text/width.js';
import type { Script } from '../text/normalise.js';
import { squeeze, textOf, widestRow, wordAt, type Stream, type StreamCell } from './stream.js';
import { isValue } from './value.js';

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
  /** Word behind it in the stream. */
  endWord: number;
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
  endWord: number;
  /** The row ends behind the slots: empty cells at its end may have been cut off, but no others. */
  bounded: boolean;
}

/** Where the values of a row may stand. */
export interface Reach {
  /** Positions of the label in the key. */
  labelStart: number;
  labelEnd: number;
  /** Row of the label before, `null` for the first. */
  previousRow: number | null;
  /** First word of the next label, exclusive end. */
  lastWord: number;
  /** Cell of the next label, exclusive end but for words before it. */
  lastCell: number;
  /** No label follows: the values end where text begins. */
  open: boolean;
}

const han = /\p{Script=Han}/u;

const keyOf = (stream: Stream, cell: StreamCell) =>
  stream.key.slice(stream.keyStarts[cell.firstWord], stream.keyStarts[cell.lastWord]);

function slotOfCell(stream: Stream, cell: StreamCell, script: Script): Slot {
  return {
    raw: cell.raw,
    text: textOf(stream, cell, script),
    at: cell.at,
    column: cell.grid ? cell.column : null,
    columnSpan: cell.columnSpan,
    confidence: cell.confidence,
    endWord: cell.lastWord,
  };
}

/** Words of one cell as slots; a word of prose is none, and ends the values where no label follows. */
function wordSlots(stream: Stream, first: number, last: number, open = false): Slot[] {
  const slots: Slot[] = [];
  for (let i = first; i < last; i += 1) {
    const word = stream.words[i];
    const cell = word === undefined ? undefined : stream.cells[word.cell];
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
      endWord: i + 1,
    });
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
        endWord: word + 1,
      });
    }
  }
  return [...slots, ...wordSlots(stream, word + 1, lastWord, open)];
}

/** The cells behind a label in its own row; `null` when the label stands alone. */
function ownRow(
  stream: Stream,
  reach: Reach,
  word: number,
  isLabelText: (key: string) => boolean,
  script: Script,
): RowSlots | null {
  const labelCell = stream.words[word]?.cell ?? 0;
  const cell = stream.cells[labelCell];
  if (cell === undefined || cell.rowLength < 2) return null;
  const labelEnd = Math.min(reach.labelEnd, stream.keyStarts[cell.lastWord] ?? reach.labelEnd);
  const own = remainder(stream, labelEnd, word, Math.min(cell.lastWord, reach.lastWord), reach.open);
  const row: RowSlots = {
    kind: cell.grid ? 'grid' : cell.gaps ? 'gaps' : 'separated',
    slots: [...own],
    words: [...own],
    labelCells: cell.position + 1,
    block: cell.block,
    endWord: own.at(-1)?.endWord ?? word + 1,
    bounded: true,
  };
  for (
    let index = labelCell + 1;
    index < reach.lastCell && stream.cells[index]?.row === cell.row;
    index += 1
  ) {
    const each = stream.cells[index];
    if (each === undefined) break;
    if (each.firstWord >= reach.lastWord && each.firstWord < each.lastWord) {
      row.bounded = false;
      break;
    }
    const key = keyOf(stream, each);
    if (row.slots.length === own.length && han.test(key) && isLabelText(key)) {
      row.labelCells = each.position + 1;
      continue;
    }
    // Where no label follows, text ends the row: the source may hold everything on one line.
    const mayEnd = reach.open && (row.slots.length > 0 || cell.rowLength > widestRow);
    if (mayEnd && han.test(key) && !isValue(textOf(stream, each, script))) {
      row.bounded = false;
      break;
    }
    // A row written over several lines has lost the cells it lacks, as has one with a value in the cell of its label; a line may only have
    // lost empty ones at its end.
    if (each.at.line !== cell.at.line || own.length > 0) row.bounded = false;
    row.endWord = Math.min(each.lastWord, reach.lastWord);
    row.slots.push(slotOfCell(stream, each, script));
    row.words.push(...wordSlots(stream, each.firstWord, Math.min(each.lastWord, reach.lastWord)));
  }
  return row;
}

/** Values without cells of their own: words up to the next label; an empty table cell among them shows that empty cells leave a trace. */
function looseSlots(
  stream: Stream,
  from: number,
  reach: Reach,
  script: Script,
): { slots: Slot[]; explicit: boolean; endWord: number } {
  const slots: Slot[] = [];
  let explicit = false;
  let endWord = 0;
  for (let index = from; index < reach.lastCell; index += 1) {
    const each = stream.cells[index];
    if (each === undefined) break;
    if (each.firstWord === each.lastWord) {
      explicit = true;
      slots.push(slotOfCell(stream, each, script));
      continue;
    }
    const end = Math.min(each.lastWord, reach.lastWord);
    const values = wordSlots(stream, each.firstWord, end);
    if (reach.open && values.length < end - each.firstWord) break;
    slots.push(...values);
    endWord = values.at(-1)?.endWord ?? endWord;
  }
  return { slots, explicit, endWord };
}

const isFilled = (row: RowSlots) => row.slots.some((each) => each.text !== '');

/**
 * Slots between a row label and the next label: the cells of the row in which the label begins, of that in which it ends, or the loose
 * values that follow. `isLabelText` tells a cell that only repeats or completes the label.
 */
export function slotsBehind(
  stream: Stream,
  reach: Reach,
  columns: number,
  isLabelText: (key: string) => boolean,
  script: Script,
): RowSlots {
  const startWord = wordAt(stream, reach.labelStart);
  const endWord = wordAt(stream, Math.max(reach.labelStart, reach.labelEnd - 1));
  const startRow = rowOf(stream, startWord);
  let word = endWord;
  // Placeholders leave no trace in the key, so they may stand inside the stretch that the label takes.
  while (word > startWord && (rowOf(stream, word) !== startRow || stream.words[word]?.key === '')) word -= 1;
  const own = ownRow(stream, reach, word, isLabelText, script);
  if (own !== null && isFilled(own)) return own;
  const below = word === endWord ? null : ownRow(stream, reach, endWord, isLabelText, script);
  if (below !== null && isFilled(below)) return below;
  const above = own === null ? null : orphanRow(stream, reach, startRow, columns, script);
  if (above !== null) return above;
  if (own !== null && own.kind !== 'gaps' && own.slots.length >= columns) return own;
  const labelCell = stream.words[word]?.cell ?? 0;
  const cell = stream.cells[labelCell];
  const behind =
    own === null
      ? remainder(
          stream,
          word === endWord ? reach.labelEnd : (stream.keyStarts[word + 1] ?? 0),
          word,
          Math.min(cell?.lastWord ?? 0, reach.lastWord),
          reach.open,
        )
      : own.words;
  const loose = looseSlots(stream, looseFrom(stream, labelCell, own), reach, script);
  const slots = [...behind, ...loose.slots];
  if (own !== null && slots.every((each) => each.text === '')) return own;
  const explicit = loose.explicit && !stream.deduplicated && slots.some((each) => each.text === '');
  return {
    kind: explicit ? 'separated' : 'loose',
    slots,
    words: slots.filter((each) => each.text !== ''),
    labelCells: (cell?.position ?? 0) + 1,
    block: cell?.block ?? -1,
    endWord: Math.max(word + 1, behind.at(-1)?.endWord ?? 0, loose.endWord),
    bounded: false,
  };
}

/** A page break may leave the values of a row before its label: a single row of values between two labels that has none of its own. */
function orphanRow(
  stream: Stream,
  reach: Reach,
  labelRow: number,
  columns: number,
  script: Script,
): RowSlots | null {
  const { previousRow } = reach;
  if (previousRow === null) return null;
  const rows = new Map<number, StreamCell[]>();
  for (let index = (stream.words[wordAt(stream, reach.labelStart)]?.cell ?? 0) - 1; index >= 0; index -= 1) {
    const cell = stream.cells[index];
    if (cell === undefined || cell.row <= previousRow) break;
    if (cell.row < labelRow) rows.set(cell.row, [cell, ...(rows.get(cell.row) ?? [])]);
  }
  const filled = [...rows.values()].filter(
    (row) =>
      row.length > columns && row.some((each) => wordSlots(stream, each.firstWord, each.lastWord).length > 0),
  );
  const [row] = filled;
  if (row === undefined || filled.length > 1) return null;
  const [first] = row;
  const values = row.filter(
    (each) => !han.test(keyOf(stream, each)) && !/^\d{1,2}[.、,]$/.test(textOf(stream, each, script)),
  );
  return {
    kind: first?.grid === true ? 'grid' : 'separated',
    slots: values.map((each) => slotOfCell(stream, each, script)),
    words: values.flatMap((each) => wordSlots(stream, each.firstWord, each.lastWord)),
    labelCells: row.length - values.length,
    block: first?.block ?? -1,
    endWord: stream.cells[stream.words[wordAt(stream, reach.labelStart)]?.cell ?? 0]?.lastWord ?? 0,
    bounded: true,
  };
}

/** The first cell behind a label whose own row holds no value. */
function looseFrom(stream: Stream, labelCell: number, own: RowSlots | null): number {
  if (own === null) return labelCell + 1;
  const row = stream.cells[labelCell]?.row;
  let index = labelCell + 1;
  while (stream.cells[index]?.row === row) index += 1;
  return index;
}

function rowOf(stream: Stream, word: number): number {
  return stream.cells[stream.words[word]?.cell ?? 0]?.row ?? -1;
}

/** Slots of the single row below a header: the next row of cells that are values or empty, or the words up to the next text. */
export function slotsBelow(stream: Stream, headerEnd: number, columns: number, script: Script): RowSlots {
  const headerWord = wordAt(stream, Math.max(0, headerEnd - 1));
  const lastHeader = stream.words[headerWord]?.cell ?? 0;
  const headerRow = stream.cells[lastHeader];
  let start = lastHeader + 1;
  const collapsed = headerRow !== undefined && headerRow.rowLength > 3 * columns;
  while (!collapsed && stream.cells[start] !== undefined && stream.cells[start]?.row === headerRow?.row)
    start += 1;
  let blankRow: RowSlots | null = null;
  for (let index = start; !collapsed && index < stream.cells.length;) {
    const first = stream.cells[index];
    if (first === undefined || first.rowLength < 2) break;
    const row = stream.cells.slice(index, index + first.rowLength - first.position);
    index += row.length;
    const leading = row.findIndex((each) => !han.test(keyOf(stream, each)));
    const words = row.flatMap((each) => wordSlots(stream, each.firstWord, each.lastWord));
    const slots = leading === -1 ? [] : row.slice(leading).map((each) => slotOfCell(stream, each, script));
    const kind: RowKind = first.grid ? 'grid' : first.gaps ? 'gaps' : 'separated';
    const found: RowSlots = {
      kind,
      slots,
      words,
      labelCells: leading,
      block: first.block,
      endWord: row.at(-1)?.lastWord ?? 0,
      bounded: true,
    };
    if (words.length > 0) return found;
    if (slots.length >= columns) blankRow ??= found;
  }
  if (blankRow !== null) return blankRow;
  const reach: Reach = {
    labelStart: headerEnd,
    labelEnd: headerEnd,
    previousRow: null,
    lastWord: stream.words.length,
    lastCell: stream.cells.length,
    open: true,
  };
  const own = remainder(stream, headerEnd, headerWord, headerRow?.lastWord ?? 0, true);
  const first = stream.cells.findIndex(
    (each, index) =>
      index > lastHeader && (index >= start || wordSlots(stream, each.firstWord, each.lastWord).length > 0),
  );
  const loose = looseSlots(stream, first, reach, script);
  const slots = [...own, ...loose.slots];
  const explicit = loose.explicit && !stream.deduplicated && slots.some((each) => each.text === '');
  return {
    kind: explicit ? 'separated' : 'loose',
    slots,
    words: slots.filter((each) => each.text !== ''),
    labelCells: 0,
    block: headerRow?.block ?? -1,
    endWord: Math.max(headerWord + 1, own.at(-1)?.endWord ?? 0, loose.endWord),
    bounded: false,
  };
}
