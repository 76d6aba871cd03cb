import {
  cellsOfBlock,
  type BlockReading,
  type Cell,
  type CellAddress,
  type Evidence,
} from '../../model/index.js';
import { agreement, isFull, isShortRun, readingsOf } from './align.js';
import { gapColumns } from './gap-columns.js';
import type { HeaderColumn } from './header.js';
import type { LocatedBlock } from './located-block.js';
import type { Make } from './make.js';
import { confidence, settle } from './settle.js';
import { rowSums, type SlottedBlock } from './slot-block.js';
import type { RowSlots, Slot } from './slots.js';
import { sourceOf, wordAt, type Stream } from './stream.js';
import { readValue } from './value.js';

const absent: Cell = { value: null, raw: '', state: 'absent', at: null, confidence: 1 };

/** How the row of a cell was read. */
interface RowReading {
  slots: RowSlots;
  trust: number;
  evidence: Evidence;
  provenBy: string[];
  bySumsAlone: boolean;
}

function cellOf(slot: Slot | null | undefined, row: RowReading, deduplicated: boolean): Cell {
  // Where repeated lines were dropped, an empty cell may have held one of them.
  if (slot === null || slot === undefined || (deduplicated && slot.text === '')) {
    const [first] = row.slots.slots;
    return {
      value: null,
      raw: row.slots.slots
        .map((each) => each.raw)
        .join(' ')
        .trim(),
      state: 'unreadable',
      at: first?.at ?? null,
      confidence: 0,
    };
  }
  const { state, value } = readValue(slot.text);
  const cell: Cell = {
    value,
    raw: slot.raw,
    state,
    at: slot.at,
    confidence: Math.min(row.trust, slot.confidence),
  };
  if (state === 'unreadable') return cell;
  cell.evidence = row.evidence;
  if (row.evidence === 'proven') cell.provenBy = row.provenBy;
  return cell;
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

/** Reads the cells of one sub-table; what cannot be told is `unreadable`, what is not there `absent`. */
export function readBlock(
  stream: Stream,
  { located, columns, rows: slotted }: SlottedBlock,
  make: Make,
): { cells: Record<string, Cell>; bySumsAlone: CellAddress[]; reading: BlockReading } {
  const { marks, header } = located;
  const cells: Record<string, Cell> = {};
  const bySumsAlone: CellAddress[] = [];
  const sums = rowSums(marks.edition.relations, marks.table.id, columns);
  const gaps = gapColumns(
    slotted.map((each) => each.slots),
    columns.length,
  );
  const short = slotted.some((each) => isShortRun(each.slots, columns.length));
  const lacksLabels = header.fit > 0 && columns.some((each) => !each.found);
  const narrow = lacksLabels && !slotted.some((each) => isFull(each.slots, columns.length));
  const headless = header.fit === 0 ? confidence.headless : 1;
  const provenBy = sums.map((each) => each.relation);
  const byRow = new Map(
    slotted.map((each) => {
      const row = {
        ...each,
        readings: readingsOf(each.slots, columnsFor(stream, columns, each.slots), gaps, {
          runs: make.runs && sums.length === 0,
          short,
          narrow,
        }),
      };
      const settled = settle(row, make, sums, stream.deduplicated);
      const agreed = agreement(settled.candidates, columns.length);
      const byColumn = new Map(columns.map((column, i) => [column.mark?.path, agreed[i]]));
      const trust = Math.min(settled.trust, headless);
      return [row.path, { ...settled, slots: row.slots, byColumn, trust, provenBy }];
    }),
  );
  const own = cellsOfBlock(marks.table, marks.block);
  for (const each of own) {
    const row = byRow.get(each.row?.path ?? '');
    const known = row?.byColumn.has(each.column.path) === true;
    cells[each.address] =
      row === undefined || !known
        ? absent
        : cellOf(row.byColumn.get(each.column.path), row, stream.deduplicated);
    if (row?.bySumsAlone === true) bySumsAlone.push(each.address);
  }
  // Empty cells show no column: they are filled up where a row is shorter than the form.
  const isRead = (path: string) =>
    own.some(({ address, column }) => {
      const cell = cells[address];
      return column.path === path && cell !== undefined && cell.raw !== '' && cell.state !== 'unreadable';
    });
  return { cells, bySumsAlone, reading: readingOf(stream, located, isRead) };
}

/** Key characters of a label that show it although its end is cut off. */
const shortestBeginning = 3;

/**
 * Columns that the table lacks: without a label in the header and without a value in any row. A header without any label is lost and proves
 * nothing, and so does one whose labels are cut off.
 */
function missingColumns(
  stream: Stream,
  { header, start, captions, rows }: LocatedBlock,
  isRead: (path: string) => boolean,
): HeaderColumn[] {
  const own = header.columns.filter(({ mark, found }) => mark !== null && !found && !isRead(mark.path));
  const first = rows[0]?.start ?? header.end;
  const from = Math.min(first, captions.at(-1)?.end ?? start);
  const words = stream.words
    .slice(wordAt(stream, from), wordAt(stream, first))
    .map((each) => each.key)
    .filter((key) => key.length >= shortestBeginning);
  if (header.fit === 0 && words.length === 0) return [];
  return own.filter(({ mark }) => !words.some((key) => mark?.official.startsWith(key) === true));
}

function readingOf(stream: Stream, located: LocatedBlock, isRead: (path: string) => boolean): BlockReading {
  const { marks, header } = located;
  const foundRows = new Set([...located.rows, ...located.unlabelled].map((each) => each.mark));
  const missing = [
    ...missingColumns(stream, located, isRead).map((each) => each.label),
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
