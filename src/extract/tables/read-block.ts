import { cellsOfBlock, type BlockReading, type Cell, type Relation } from '../../model/index.js';
import type { Script } from '../text/normalise.js';
import {
  agreement,
  gapColumns,
  isProvenRow,
  readingsOf,
  settleBySums,
  type Candidate,
  type Readings,
  type RowSum,
} from './align.js';
import type { HeaderColumn } from './header.js';
import type { LocatedBlock } from './locate.js';
import type { Occurrence } from './occurrences.js';
import type { Make } from './make.js';
import { slotsBehind, slotsBelow, type RowSlots, type Slot } from './slots.js';
import { sourceOf, wordAt, type Stream } from './stream.js';
import { readValue } from './value.js';

/** Confidence of a value by how its cell was told from its neighbours. */
const confidence = { plain: 1, voted: 0.95, proven: 0.9, headless: 0.8 };

interface ReadRow {
  path: string;
  slots: RowSlots;
  readings: Readings;
}

const absent: Cell = { value: null, raw: '', state: 'absent', at: null, confidence: 1 };

function cellOf(slot: Slot | null | undefined, row: RowSlots, trust: number, deduplicated: boolean): Cell {
  // Where repeated lines were dropped, an empty cell may have held one of them.
  if (slot === null || slot === undefined || (deduplicated && slot.text === '')) {
    const [first] = row.slots;
    return {
      value: null,
      raw: row.slots
        .map((each) => each.raw)
        .join(' ')
        .trim(),
      state: 'unreadable',
      at: first?.at ?? null,
      confidence: 0,
    };
  }
  const { state, value } = readValue(slot.text);
  return { value, raw: slot.raw, state, at: slot.at, confidence: Math.min(trust, slot.confidence) };
}

/** The sums of the form that run along a row, as column positions. */
export function rowSums(
  relations: readonly Relation[],
  table: string,
  columns: readonly HeaderColumn[],
): RowSum[] {
  const position = (path: string) => columns.findIndex((each) => each.mark?.path === path);
  return relations
    .filter((each) => each.table === table && each.each === 'row')
    .map((each) => ({ left: each.left.map(position), right: each.right.map(position) }))
    .filter((each) => [...each.left, ...each.right].every((index) => index >= 0));
}

/**
 * The reading leaves cells empty of a row with values, and the source does not show them: a cell lost from the middle would look the same.
 * Where no sum could tell, an empty cell behind the label counts as shown.
 */
function mayLackCells(
  candidate: Candidate,
  { slots, bounded, labelCells }: RowSlots,
  { width }: Make,
  sums: readonly RowSum[],
): boolean {
  const last = slots.findLastIndex((each) => each.text !== '');
  const whole = sums.length === 0 || (bounded && labelCells + slots.length >= width);
  const isShown = (slot: Slot) => slots.includes(slot) && (whole || (bounded && slots.indexOf(slot) < last));
  return last >= 0 && candidate.some((slot) => slot?.text === '' && !isShown(slot));
}

/** Chooses among the readings of a row: by rows of the same make, then by the sums of the form. */
function settle(
  row: ReadRow,
  make: Make,
  sums: readonly RowSum[],
  deduplicated: boolean,
): { candidates: Candidate[]; trust: number } {
  const { candidates, offsets, needsProof } = row.readings;
  if (needsProof || (deduplicated && sums.length > 0))
    return { candidates: settleBySums(candidates, sums), trust: confidence.proven };
  if (offsets.length === 0) return { candidates, trust: confidence.plain };
  const [made] = make.offsets(row.slots);
  const known = made === undefined ? undefined : candidates[offsets.indexOf(made)];
  const ruled = known !== undefined && make.offsets(row.slots).every((each) => each === made);
  const open = ruled ? [known] : candidates;
  const trust = ruled ? confidence.voted : confidence.proven;
  const proven = settleBySums(open, sums);
  if (proven.length > 0) return { candidates: proven, trust };
  return { candidates: open.some((each) => mayLackCells(each, row.slots, make, sums)) ? [] : open, trust };
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

/** A row of a table that continues in another block keeps its cells but not its columns. */
function columnsFor(
  stream: Stream,
  columns: readonly HeaderColumn[],
  row: RowSlots,
): readonly HeaderColumn[] {
  const same = columns.every((each) => each.cell === null || stream.cells[each.cell]?.block === row.block);
  return same ? columns : columns.map((each) => ({ ...each, column: null }));
}

function rowSlots(
  stream: Stream,
  located: LocatedBlock,
  script: Script,
): { path: string; slots: RowSlots }[] {
  const leaves = located.rows.filter((each) => each.mark.role === 'row');
  const labels = located.marks.rows.flatMap((each) => each.texts);
  const isLabelText = (key: string) => labels.some((label) => label.includes(key) || key.includes(label));
  return leaves.map((occurrence) => {
    const next = nextBoundary(located, occurrence);
    const lastWord = next === undefined ? stream.words.length : wordAt(stream, next);
    const lastCell = next === undefined ? stream.cells.length : (stream.words[lastWord]?.cell ?? 0) + 1;
    const before = located.boundaries.findLast((each) => each < occurrence.start);
    const previousRow =
      before === undefined
        ? null
        : (stream.cells[stream.words[wordAt(stream, before)]?.cell ?? 0]?.row ?? null);
    const reach = {
      previousRow,
      labelStart: occurrence.start,
      labelEnd: occurrence.end,
      lastWord,
      lastCell,
      open: next === undefined,
    };
    const slots = slotsBehind(stream, reach, located.header.columns.length, isLabelText, script);
    return {
      path: occurrence.mark.path,
      slots: isSecondInCell(stream, occurrence, leaves) ? none(slots) : slots,
    };
  });
}

/** A cell that runs over several rows and holds several labels has lost the line between them: which row is whose cannot be told. */
function isSecondInCell(stream: Stream, { cell, start }: Occurrence, leaves: readonly Occurrence[]): boolean {
  return (
    (stream.cells[cell]?.rowSpan ?? 1) > 1 &&
    leaves.some((other) => other.cell === cell && other.start < start)
  );
}

const none = (row: RowSlots): RowSlots => ({ ...row, slots: [], words: [] });

function nextBoundary(located: LocatedBlock, occurrence: Occurrence): number | undefined {
  return located.boundaries.find((each) => each >= occurrence.end);
}

/** A located sub-table with the slots of its rows, before anything is decided. */
export interface SlottedBlock {
  located: LocatedBlock;
  columns: HeaderColumn[];
  rows: { path: string; slots: RowSlots }[];
}

export function slotBlock(stream: Stream, located: LocatedBlock, script: Script): SlottedBlock {
  const { marks, header } = located;
  if (!located.found) return { located, columns: header.columns, rows: [] };
  const rows =
    marks.rows.length === 0
      ? [{ path: '', slots: slotsBelow(stream, header.end, header.columns.length, script) }]
      : rowSlots(stream, located, script);
  const slots = rows.map((each) => each.slots);
  const sums = rowSums(marks.edition.relations, marks.table.id, header.columns);
  const columns = columnsToRead(header.columns, slots, sums, stream.deduplicated);
  return { located, columns: inProvenOrder(columns, slots, located), rows };
}

/**
 * The order in which the header prints the columns, or that of the form when the sums hold in as many rows that way: text made from a header
 * of several rows may scramble it, and a damaged header leaves out labels.
 */
function inProvenOrder(
  columns: HeaderColumn[],
  rows: readonly RowSlots[],
  { marks }: LocatedBlock,
): HeaderColumn[] {
  if (columns.some((each) => each.mark === null || each.column !== null)) return columns;
  const ordered = [...columns].sort((a, b) => (a.mark?.order ?? 0) - (b.mark?.order ?? 0));
  if (ordered.every((each, i) => each === columns[i])) return columns;
  const proven = (order: readonly HeaderColumn[]) => {
    const sums = rowSums(marks.edition.relations, marks.table.id, order);
    return rows.filter((row) => isProvenRow(row, order.length, sums)).length;
  };
  return proven(ordered) > 0 && proven(ordered) >= proven(columns) ? ordered : columns;
}

/** Reads the cells of one sub-table; what cannot be told is `unreadable`, what is not there `absent`. */
export function readBlock(
  stream: Stream,
  { located, columns, rows: slotted }: SlottedBlock,
  make: Make,
): { cells: Record<string, Cell>; reading: BlockReading } {
  const { marks, header } = located;
  const cells: Record<string, Cell> = {};
  const sums = rowSums(marks.edition.relations, marks.table.id, columns);
  const gaps = gapColumns(
    slotted.map((each) => each.slots),
    columns.length,
  );
  const headless = header.fit === 0 ? confidence.headless : 1;
  const byRow = new Map(
    slotted.map((each) => {
      const row = {
        ...each,
        readings: readingsOf(
          each.slots,
          columnsFor(stream, columns, each.slots),
          gaps,
          make.runs && sums.length === 0,
        ),
      };
      const { candidates, trust } = settle(row, make, sums, stream.deduplicated);
      const agreed = agreement(candidates, columns.length);
      return [
        row.path,
        {
          row,
          byColumn: new Map(columns.map((column, i) => [column.mark?.path, agreed[i]])),
          trust: Math.min(trust, headless),
        },
      ];
    }),
  );
  for (const each of cellsOfBlock(marks.table, marks.block)) {
    const row = byRow.get(each.row?.path ?? '');
    const known = row?.byColumn.has(each.column.path) === true;
    cells[each.address] =
      row === undefined || !known
        ? absent
        : cellOf(row.byColumn.get(each.column.path), row.row.slots, row.trust, stream.deduplicated);
  }
  return { cells, reading: readingOf(stream, located) };
}

function readingOf(stream: Stream, located: LocatedBlock): BlockReading {
  const { marks, header } = located;
  const foundRows = new Set(located.rows.map((each) => each.mark));
  const missing = [
    ...header.columns.filter((each) => each.mark !== null && !each.found).map((each) => each.label),
    ...marks.rows.filter((each) => each.role === 'row' && !foundRows.has(each)).map((each) => each.label),
  ];
  const atOf = (cell: number) => stream.cells[cell]?.at ?? null;
  const oddRows = located.rows.flatMap((each) => {
    const { mark, start, end } = each;
    const label =
      mark.ordinal !== '' && stream.key.startsWith(mark.ordinal, start) ? start + mark.ordinal.length : start;
    const odd = mark.role === 'row' && !mark.official.startsWith(stream.key.slice(label, end));
    return odd ? [{ expected: mark.label, found: sourceOf(stream, label, end), at: atOf(each.cell) }] : [];
  });
  return {
    table: marks.table.id,
    block: marks.block.id,
    edition: located.found ? marks.edition.id : null,
    found: located.found,
    at: located.found ? atOf(stream.words[wordAt(stream, located.start)]?.cell ?? 0) : null,
    oddLabels: located.found
      ? [
          ...header.odd.map((each) => ({ expected: each.expected, found: each.found, at: atOf(each.cell) })),
          ...oddRows,
        ]
      : [],
    // Where lines were dropped, a label that is not there proves nothing.
    missingLabels: located.found && !stream.deduplicated ? missing : [],
    extraLabels: header.columns.filter((each) => each.mark === null).map((each) => each.label),
  };
}
