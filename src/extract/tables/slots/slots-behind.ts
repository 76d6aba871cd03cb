import type { Script } from '../../text/script.js';
import {
  han,
  keyOf,
  looseSlots,
  remainder,
  slotOfCell,
  wordSlots,
  type Reach,
  type RowSlots,
} from './slots.js';
import { isBlank } from '../settle/candidate.js';
import { cellAt, cellOfWord, keyStart, textOf, wordAt } from '../stream/lookup.js';
import { widestRow, type Stream, type StreamCell } from '../stream/stream.js';
import { isValue } from '../value.js';
import {
  itemAt,
  beginning,
  further,
  earliest,
  latest,
  type WordPosition,
  type CellPosition,
  type RowPosition,
} from '../positions.js';

/** What a text in a row may be. */
interface Labels {
  /** It only repeats or completes a label. */
  isLabelText: (key: string) => boolean;
  /** It is the label of a row. */
  hasRowLabel: (key: string) => boolean;
}

/** The cells behind a label in its own row; `null` when the label stands alone. */
function ownRow(
  stream: Stream,
  reach: Reach,
  word: WordPosition,
  isLabelText: (key: string) => boolean,
  script: Script,
): RowSlots | null {
  const labelCell = cellOfWord(stream, word);
  const cell = itemAt(stream.cells, labelCell);
  if (cell === undefined || cell.rowLength < 2) return null;
  const labelEnd = earliest(reach.labelEnd, keyStart(stream, cell.lastWord));
  const own = remainder(stream, labelEnd, word, earliest(cell.lastWord, reach.lastWord), reach.open);
  const row: RowSlots = {
    kind: cell.grid ? 'grid' : cell.gaps ? 'gaps' : 'separated',
    slots: [...own],
    words: [...own],
    labelCells: cell.position + 1,
    block: cell.block,
    endWord: own.at(-1)?.endWord ?? further(word),
    bounded: true,
  };
  for (
    let index = further(labelCell);
    index < reach.lastCell && itemAt(stream.cells, index)?.row === cell.row;
    index = further(index)
  ) {
    const each = itemAt(stream.cells, index);
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
    row.endWord = earliest(each.lastWord, reach.lastWord);
    row.slots.push(slotOfCell(stream, each, script));
    row.words.push(...wordSlots(stream, each.firstWord, earliest(each.lastWord, reach.lastWord)));
  }
  return row.slots.some(isBlank) && hasFigureBefore(stream, reach, cell.row)
    ? { ...lostRow, endWord: row.endWord }
    : row;
}

/**
 * The next label of the row stands right behind a figure, as where two rows ran together: the last figure of the row before it, or its own
 * number. Which cell that leaves empty cannot be told.
 */
function hasFigureBefore(stream: Stream, reach: Reach, row: RowPosition): boolean {
  const next = itemAt(stream.words, reach.lastWord);
  return (
    next !== undefined &&
    itemAt(stream.cells, next.cell)?.row === row &&
    /^\d{1,9}\p{Script=Han}/u.test(next.raw)
  );
}

/** Fewer digits than a row of so many cells are a figure with its unit. */
const fewestGlued = 5;

/** A row of which nothing can be told: what stands behind its label may be of another row. */
const lostRow: RowSlots = {
  kind: 'loose',
  slots: [],
  words: [],
  labelCells: 1,
  block: -1,
  endWord: beginning,
  bounded: false,
};

/** Before the figures stands a word that holds digits for a whole row besides a label or its number, as where blanks were lost: the figures are another row's. */
function isGluedRow(stream: Stream, from: WordPosition, to: WordPosition, columns: number): boolean {
  if (columns < fewestGlued) return false;
  const digits = new RegExp(`\\d{${String(columns)},}`);
  return stream.words.slice(from, to).some(({ raw, value }) => !value && digits.test(raw));
}

const isFilled = (row: RowSlots) => row.slots.some((each) => each.text !== '');

/**
 * Slots between a row label and the next label: the cells of the row in which the label begins, of that in which it ends, or the loose
 * values that follow.
 */
export function slotsBehind(
  stream: Stream,
  reach: Reach,
  columns: number,
  { isLabelText, hasRowLabel }: Labels,
  script: Script,
): RowSlots {
  const startWord = wordAt(stream, reach.labelStart);
  const endWord = wordAt(stream, latest(reach.labelStart, further(reach.labelEnd, -1)));
  const startRow = rowOf(stream, startWord);
  let word = endWord;
  // Placeholders leave no trace in the key, so they may stand inside the stretch that the label takes.
  while (word > startWord && (rowOf(stream, word) !== startRow || itemAt(stream.words, word)?.key === ''))
    word = further(word, -1);
  const own = ownRow(stream, reach, word, isLabelText, script);
  if (own !== null && isFilled(own)) return own;
  const below = word === endWord ? null : ownRow(stream, reach, endWord, isLabelText, script);
  if (below !== null && isFilled(below)) return below;
  const above =
    own === null || startRow === undefined
      ? null
      : orphanRow(stream, reach, startRow, columns, hasRowLabel, script);
  if (above !== null) return above;
  if (own !== null && own.kind !== 'gaps' && own.slots.length >= columns) return own;
  const labelCell = cellOfWord(stream, word);
  const cell = itemAt(stream.cells, labelCell);
  const behind =
    own === null
      ? remainder(
          stream,
          word === endWord ? reach.labelEnd : keyStart(stream, further(word)),
          word,
          earliest(cell?.lastWord ?? beginning, reach.lastWord),
          reach.open,
        )
      : own.words;
  const loose = looseSlots(stream, looseFrom(stream, labelCell, own), reach, isLabelText, script);
  const slots = [...behind, ...loose.slots];
  if (own !== null && slots.every((each) => each.text === '')) return own;
  if (behind.length === 0 && isGluedRow(stream, startWord, loose.endWord, columns))
    return { ...lostRow, endWord: further(word) };
  const explicit = loose.explicit && !stream.deduplicated && slots.some((each) => each.text === '');
  return {
    kind: explicit ? 'separated' : 'loose',
    slots,
    words: slots.filter((each) => each.text !== ''),
    labelCells: (cell?.position ?? 0) + 1,
    block: cell?.block ?? -1,
    endWord: latest(further(word), behind.at(-1)?.endWord ?? beginning, loose.endWord),
    bounded: false,
  };
}

/** A page break may leave the values of a row before its label: a single row of values between two labels, without any of its own. */
function orphanRow(
  stream: Stream,
  reach: Reach,
  labelRow: RowPosition,
  columns: number,
  hasRowLabel: (key: string) => boolean,
  script: Script,
): RowSlots | null {
  const { previousRow } = reach;
  if (previousRow === null) return null;
  const rows = new Map<RowPosition, StreamCell[]>();
  for (let index = further(cellAt(stream, reach.labelStart), -1); index >= 0; index = further(index, -1)) {
    const cell = itemAt(stream.cells, index);
    if (cell === undefined || cell.row <= previousRow) break;
    if (cell.row < labelRow) rows.set(cell.row, [cell, ...(rows.get(cell.row) ?? [])]);
  }
  const filled = [...rows.values()].filter(
    (row) =>
      row.length > columns && row.some((each) => wordSlots(stream, each.firstWord, each.lastWord).length > 0),
  );
  const [row] = filled;
  if (row === undefined || filled.length > 1 || row.some((each) => hasRowLabel(keyOf(stream, each))))
    return null;
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
    endWord: itemAt(stream.cells, cellAt(stream, reach.labelStart))?.lastWord ?? beginning,
    bounded: true,
  };
}

/** The first cell behind a label whose own row holds no value. */
function looseFrom(stream: Stream, labelCell: CellPosition, own: RowSlots | null): CellPosition {
  if (own === null) return further(labelCell);
  const row = itemAt(stream.cells, labelCell)?.row;
  let index = further(labelCell);
  while (itemAt(stream.cells, index)?.row === row) index = further(index);
  return index;
}

function rowOf(stream: Stream, word: WordPosition): RowPosition | undefined {
  return itemAt(stream.cells, cellOfWord(stream, word))?.row;
}
