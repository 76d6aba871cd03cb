import type { Script } from '../../text/normalise.js';
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
import { textOf, widestRow, wordAt, type Stream, type StreamCell } from '../stream.js';
import { isValue } from '../value.js';

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
  return row.slots.some(isBlank) && hasFigureBefore(stream, reach, cell.row)
    ? { ...lostRow, endWord: row.endWord }
    : row;
}

/**
 * The next label of the row stands right behind a figure, as where two rows ran together: the last figure of the row before it, or its own
 * number. Which cell that leaves empty cannot be told.
 */
function hasFigureBefore(stream: Stream, reach: Reach, row: number): boolean {
  const next = stream.words[reach.lastWord];
  return (
    next !== undefined && stream.cells[next.cell]?.row === row && /^\d{1,9}\p{Script=Han}/u.test(next.raw)
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
  endWord: 0,
  bounded: false,
};

/** Before the figures stands a word that holds digits for a whole row besides a label or its number, as where blanks were lost: the figures are another row's. */
function isGluedRow(stream: Stream, from: number, to: number, columns: number): boolean {
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
  const endWord = wordAt(stream, Math.max(reach.labelStart, reach.labelEnd - 1));
  const startRow = rowOf(stream, startWord);
  let word = endWord;
  // Placeholders leave no trace in the key, so they may stand inside the stretch that the label takes.
  while (word > startWord && (rowOf(stream, word) !== startRow || stream.words[word]?.key === '')) word -= 1;
  const own = ownRow(stream, reach, word, isLabelText, script);
  if (own !== null && isFilled(own)) return own;
  const below = word === endWord ? null : ownRow(stream, reach, endWord, isLabelText, script);
  if (below !== null && isFilled(below)) return below;
  const above = own === null ? null : orphanRow(stream, reach, startRow, columns, hasRowLabel, script);
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
  const loose = looseSlots(stream, looseFrom(stream, labelCell, own), reach, isLabelText, script);
  const slots = [...behind, ...loose.slots];
  if (own !== null && slots.every((each) => each.text === '')) return own;
  if (behind.length === 0 && isGluedRow(stream, startWord, loose.endWord, columns))
    return { ...lostRow, endWord: word + 1 };
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

/** A page break may leave the values of a row before its label: a single row of values between two labels, without any of its own. */
function orphanRow(
  stream: Stream,
  reach: Reach,
  labelRow: number,
  columns: number,
  hasRowLabel: (key: string) => boolean,
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
