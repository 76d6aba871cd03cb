import { sumsAlongRows } from '../../../form/relations.js';
import type { Script } from '../../text/script.js';
import { isProvenRow, type RowSum } from '../align/row-sums.js';
import type { HeaderColumn } from '../header/header-column.js';
import type { LocatedBlock } from '../located-block.js';
import type { BlockMarks } from '../marks.js';
import type { Occurrence } from '../rows/occurrences.js';
import { slotsBehind } from './slots-behind.js';
import { slotsBelow } from './slots-below.js';
import { wordSlots, type RowSlots } from './slots.js';
import { cellAt, cellOfWord, wordAt, wordBehind } from '../stream/lookup.js';
import { squeeze, type Stream } from '../stream/stream.js';
import {
  itemAt,
  beginning,
  further,
  type KeyPosition,
  type WordPosition,
  type RowPosition,
} from '../positions.js';

/** The sums of the form that run along a row, as column positions. */
export function rowSums({ edition, table, block }: BlockMarks, columns: readonly HeaderColumn[]): RowSum[] {
  const position = (path: string) => columns.findIndex((each) => each.mark?.path === path);
  return edition.relations
    .filter((each) => each.table === table.id)
    .flatMap((each) => sumsAlongRows(block, each))
    .map((each) => ({
      relation: each.name,
      left: each.left.map(position),
      right: each.right.map(position),
    }))
    .filter((each) => [...each.left, ...each.right].every((index) => index >= 0));
}

/**
 * Columns to read: those of the form, or only those that the header has, its totals among them, when every row has just as many cells (a
 * local form without the breakdown). Where lines have been dropped, a label that is missing proves nothing.
 */
function columnsToRead(
  header: readonly HeaderColumn[],
  rows: readonly RowSlots[],
  sums: readonly RowSum[],
  deduplicated: boolean,
): HeaderColumn[] {
  const found = header.filter((each) => each.found);
  if (found.length === header.length || found.length === 0 || deduplicated) return [...header];
  if (sums.some((sum) => sum.right.some((total) => header[total]?.found === false))) return [...header];
  return rows.length > 2 && rows.every((row) => row.slots.length === found.length) ? found : [...header];
}

/** A row of a sub-table with what stands behind its label. */
export interface SlottedRow {
  path: string;
  slots: RowSlots;
  /** Behind the slots the next row of the form begins: no figures of a row that has lost its label are among them. */
  chained: boolean;
}

/** Whether the rows follow each other in the form; `undefined` stands for the ends of the table. */
function areChained(
  { marks }: LocatedBlock,
  one: Occurrence | undefined,
  next: Occurrence | undefined,
): boolean {
  const rows = marks.rows.filter((each) => each.role === 'row');
  const at = one === undefined ? -1 : rows.indexOf(one.mark);
  return (next === undefined ? rows.length : rows.indexOf(next.mark)) === at + 1;
}

/** The rows of the form, and those of subtotals. */
function rowSlots(
  stream: Stream,
  located: LocatedBlock,
  script: Script,
): Pick<SlottedBlock, 'rows' | 'subtotals'> {
  const leaves = located.rows.filter((each) => each.mark.role === 'row');
  const labels = located.marks.rows.flatMap((each) => each.texts);
  const isLabelText = (key: string) => labels.some((label) => label.includes(key) || key.includes(label));
  const rowLabels = located.marks.rows.filter((each) => each.role === 'row').flatMap((each) => each.texts);
  const groupLabels = located.marks.rows.filter((each) => each.role !== 'row').flatMap((each) => each.texts);
  const hasRowLabel = (key: string) => rowLabels.some((label) => key.endsWith(label));
  const slotsOf = (occurrence: Occurrence, previousRow: RowPosition | null): RowSlots => {
    const next = nextBoundary(located, occurrence);
    const lastWord = next === undefined ? stream.words.length : wordAt(stream, next);
    const lastCell = next === undefined ? stream.cells.length : further(cellOfWord(stream, lastWord));
    const { start: labelStart, end: labelEnd } = occurrence;
    const reach = { previousRow, labelStart, labelEnd, lastWord, lastCell, open: next === undefined };
    return slotsBehind(stream, reach, located.header.columns.length, { isLabelText, hasRowLabel }, script);
  };
  const labelled = leaves.map((occurrence, i) => {
    const before = located.boundaries.findLast((each) => each < occurrence.start);
    const previousRow =
      before === undefined || !areChained(located, leaves[i - 1], occurrence)
        ? null
        : (itemAt(stream.cells, cellAt(stream, before))?.row ?? null);
    const slots = slotsOf(occurrence, previousRow);
    const chained = areChained(located, occurrence, leaves[i + 1]);
    const lost =
      !chained &&
      slots.kind !== 'loose' &&
      (holdsTwo(slots, located.header.columns.length) ||
        hasOtherText(stream, occurrence, groupLabels, rowLabels));
    return {
      path: occurrence.mark.path,
      slots: lost || isSecondInCell(stream, occurrence, leaves) ? none(slots) : slots,
      chained,
    };
  });
  const unlabelled = located.unlabelled.map(({ mark, words }) => ({
    path: mark.path,
    slots: slotsOfWords(stream, words),
    chained: true,
  }));
  const subtotals = located.subtotals.map((occurrence) => ({
    path: occurrence.mark.path,
    slots: slotsOf(occurrence, null),
    chained: true,
  }));
  return { rows: [...labelled, ...unlabelled], subtotals };
}

/** A table cell that holds several labels and no values between them has lost the line between the rows: which is whose cannot be told. */
function isSecondInCell(stream: Stream, { cell, word }: Occurrence, leaves: readonly Occurrence[]): boolean {
  const { rowSpan = 1, rowLength = 1 } = itemAt(stream.cells, cell) ?? {};
  const before = leaves.findLast((other) => other.cell === cell && other.word < word);
  if (before === undefined || rowLength === 1) return false;
  return rowSpan > 1 || !stream.words.slice(before.word, word).some((each) => each.value);
}

/** Text that is met by chance beside a label. */
const mostByChance = 3;

const longestIn = (text: string, labels: readonly string[]): string =>
  labels.reduce(
    (longest, each) => (each.length > longest.length && text.includes(each) ? each : longest),
    '',
  );

/** Behind the label stand the cells of two rows. */
const holdsTwo = ({ kind, slots }: RowSlots, columns: number): boolean =>
  kind === 'separated' &&
  slots.length >= 2 * columns &&
  slots.slice(columns).some((each) => each.text !== '');

/** The cells of a label hold more than it: what is left of the label of a row that is missing, whose figures may be those behind it. */
function hasOtherText(
  stream: Stream,
  { cell, word, mark }: Occurrence,
  groupLabels: readonly string[],
  rowLabels: readonly string[],
): boolean {
  const row = itemAt(stream.cells, cell)?.row;
  const isBeside = (at: WordPosition) => {
    const other = itemAt(stream.words, at);
    return other !== undefined && !other.value && itemAt(stream.cells, other.cell)?.row === row;
  };
  let [from, to] = [word, further(word)];
  while (isBeside(further(from, -1))) from = further(from, -1);
  while (isBeside(to)) to = further(to);
  const words = stream.words.slice(from, to).map(({ text }) => text);
  // A note in brackets belongs to its label.
  const text = squeeze(words.join('').replaceAll(/[（(][^（()）]{2,}[)）]/g, ''));
  const own = text.replace(longestIn(text, mark.texts), '');
  const rest = own.replace(longestIn(own, groupLabels), '');
  return longestIn(rest, rowLabels) !== '' || rest.length > mostByChance;
}

const none = (row: RowSlots): RowSlots => ({ ...row, slots: [], words: [] });

function nextBoundary(located: LocatedBlock, occurrence: Occurrence): KeyPosition | undefined {
  return located.boundaries.find((each) => each >= occurrence.end);
}

/** A located sub-table with the slots of its rows, before anything is decided. */
export interface SlottedBlock {
  located: LocatedBlock;
  columns: HeaderColumn[];
  rows: SlottedRow[];
  /** Rows of subtotals, by the group that they add up. */
  subtotals: SlottedRow[];
}

function slotsOfHeader(stream: Stream, { header, scattered }: LocatedBlock, script: Script): RowSlots {
  if (scattered === undefined) return slotsBelow(stream, header.end, header.columns.length, script);
  const words = scattered.flatMap((word) => word ?? []);
  return { ...slotsOfWords(stream, words), endWord: wordBehind(stream, header.end) };
}

function slotsOfWords(stream: Stream, words: readonly WordPosition[]): RowSlots {
  const slots = words.flatMap((word) => wordSlots(stream, word, further(word)));
  const last = words.at(-1);
  const endWord = last === undefined ? beginning : further(last);
  return { kind: 'loose', slots, words: slots, labelCells: 0, block: -1, endWord, bounded: false };
}

export function slotBlock(stream: Stream, located: LocatedBlock, script: Script): SlottedBlock {
  const { marks, header } = located;
  if (!located.found) return { located, columns: header.columns, rows: [], subtotals: [] };
  const { rows, subtotals } =
    marks.rows.length === 0
      ? { rows: [{ path: '', slots: slotsOfHeader(stream, located, script), chained: true }], subtotals: [] }
      : rowSlots(stream, located, script);
  const slots = rows.map((each) => each.slots);
  const sums = rowSums(marks, header.columns);
  const columns = columnsToRead(header.columns, slots, sums, stream.deduplicated);
  return { located, columns: inProvenOrder(columns, slots, located), rows, subtotals };
}

/**
 * The order in which the header prints the columns, or that of the form when the sums hold in as many rows that way: text made from a header
 * of several rows may scramble it, and a damaged header leaves out labels. A column of the document's own stands where the sums hold,
 * the last such place first.
 */
function inProvenOrder(
  columns: HeaderColumn[],
  rows: readonly RowSlots[],
  { marks }: LocatedBlock,
): HeaderColumn[] {
  const foreign = columns.filter((each) => each.mark === null);
  if (foreign.every((each) => each.column !== null) && columns.some((each) => each.column !== null))
    return columns;
  const own = columns
    .filter((each) => each.mark !== null)
    .sort((a, b) => (a.mark?.order ?? 0) - (b.mark?.order ?? 0));
  const orders =
    foreign.length === 0
      ? [own]
      : own.map((_, i) => [...own.slice(0, i), ...foreign, ...own.slice(i)]).reverse();
  const proven = (order: readonly HeaderColumn[]) => {
    const sums = rowSums(marks, order);
    return rows.filter((row) => isProvenRow(row, order.length, sums)).length;
  };
  const least = proven(columns);
  const ranked = orders
    .filter((order) => order.some((each, i) => each !== columns[i]))
    .map((order) => ({ order, count: proven(order) }))
    .sort((a, b) => b.count - a.count);
  const [best] = ranked;
  const better =
    best !== undefined && best.count > 0 && (foreign.length === 0 ? best.count >= least : best.count > least);
  return better ? best.order : columns;
}
