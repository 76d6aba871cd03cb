import { cellsOfBlock, type BlockReading, type Cell, type CellAddress } from '../../model/index.js';
import { relationInstances } from '../../form/relations.js';
import { alignRow } from './align/align.js';
import { gapColumns } from './align/gap-columns.js';
import { isFull, isOverLines, isShortRun, isSparse, leavesOut } from './align/row-shape.js';
import { agreement } from './settle/candidate.js';
import { blockReading } from './block-reading.js';
import type { CutOff } from './settle/cut-off.js';
import type { HeaderColumn } from './header/header-column.js';
import type { Make } from './make.js';
import type { BlockMarks } from './marks.js';
import { cellOf, type RowReading } from './settle/row-reading.js';
import { confidence, settle } from './settle/settle.js';
import { subtotalsOf } from './settle/subtotals.js';
import { lostRows } from './rows/lost-rows.js';
import { rowSums, type SlottedBlock, type SlottedRow } from './slots/slot-block.js';
import type { RowSlots, Slot } from './slots/slots.js';
import type { Stream } from './stream/stream.js';
import { itemAt } from './positions.js';

const absent: Cell = { value: null, raw: '', state: 'absent', at: null, confidence: 1 };
const lostCell: Cell = { value: null, raw: '', state: 'unreadable', at: null, confidence: 0 };

/** Names of all relations of the table. */
const relationsOf = ({ edition, table }: BlockMarks): string[] => [
  ...new Set(
    relationInstances(edition).flatMap(({ relation, right }) =>
      right.some((address) => address.startsWith(`${table.id}.`)) ? [relation] : [],
    ),
  ),
];

/** A row of a table that continues in another block keeps its cells but not its columns. */
function columnsFor(
  stream: Stream,
  columns: readonly HeaderColumn[],
  row: RowSlots,
): readonly HeaderColumn[] {
  const same = columns.every(
    (each) => each.cell === null || itemAt(stream.cells, each.cell)?.block === row.block,
  );
  return same ? columns : columns.map((each) => ({ ...each, column: null }));
}

const isBySums = (slot: Slot | null | undefined): boolean =>
  slot?.placedBy === 'row' || slot?.placedBy === 'table';

/** Where a row of a grid ends; `null` for any other row. */
const endOf = ({ kind, slots }: RowSlots): number | null => {
  const last = slots.at(-1);
  return kind !== 'grid' || last?.column == null ? null : last.column + last.columnSpan;
};

/** The row ends behind all others of its grid: one of its cells is there twice, or is none of the form's. */
function sticksOut(row: RowSlots, all: readonly SlottedRow[]): boolean {
  const end = endOf(row);
  const others = all.flatMap(({ slots }) =>
    slots === row || slots.block !== row.block ? [] : [endOf(slots)],
  );
  return end !== null && others.length > 0 && others.every((each) => each !== null && each < end);
}

/** What was read of one sub-table. */
interface BlockCells {
  cells: Record<string, Cell>;
  rows: RowReading[];
  bySumsAlone: CellAddress[];
  /** Printed beside the cells of the form, by what they add up. */
  subtotals: Record<string, Cell>;
  reading: BlockReading;
}

/** Reads the cells of one sub-table; what cannot be told is `unreadable`, what is not there `absent`. */
export function readBlock(
  stream: Stream,
  { located, columns, rows: slotted, subtotals }: SlottedBlock,
  make: Make,
  cutOff: CutOff | null,
): BlockCells {
  const { marks, header } = located;
  const cells: Record<string, Cell> = {};
  const bySumsAlone: CellAddress[] = [];
  const sums = rowSums(marks, columns);
  const gaps = gapColumns(
    slotted.map((each) => each.slots),
    columns.length,
  );
  const short = slotted.some((each) => isShortRun(each.slots, columns.length));
  const sparse = slotted.some((each) => isSparse(each.slots, columns.length));
  const lacking = slotted.some((each) => leavesOut(each.slots, columns.length));
  const lacksLabels = header.fit > 0 && columns.some((each) => !each.found);
  const narrow = lacksLabels && !slotted.some((each) => isFull(each.slots, columns.length));
  const headless = header.fit === 0 ? confidence.headless : 1;
  const provenBy = sums.map((each) => each.relation);
  const relations = slotted.some((row) => row.slots.slots.some((each) => isBySums(each)))
    ? relationsOf(marks)
    : [];
  const readRow = (each: SlottedRow) => {
    const readings = alignRow(each.slots, columnsFor(stream, columns, each.slots), {
      gaps,
      runs: make.runs,
      short,
      narrow,
    });
    // The end of the row may be lost, or figures of a row without a label may be among its own: then only the sums can vouch for it.
    const isCut = each === cutOff?.row && each.slots.kind !== 'grid';
    const isShifted = readings.evidence !== 'printed' && sticksOut(each.slots, slotted);
    const isOthers =
      (sparse && !each.chained && each.slots.kind === 'loose') || (lacking && isOverLines(each.slots));
    const doubtful = isCut || isShifted || isOthers;
    const row = { ...each, readings: doubtful ? { ...readings, needsProof: true } : readings };
    const settled = settle(row, make, sums, stream.deduplicated);
    const agreed = agreement(settled.candidates, columns.length);
    const byColumn = new Map(columns.map((column, i) => [column.mark?.path, agreed[i]]));
    const trust = Math.min(settled.trust, headless);
    return { ...row, ...settled, agreed, byColumn, trust, provenBy, relations };
  };
  const byRow = new Map(slotted.map((each) => [each.path, readRow(each)]));
  const own = cellsOfBlock(marks.table, marks.block);
  const lost = lostRows(
    stream,
    located,
    slotted.map((each) => each.slots),
    cutOff !== null,
  );
  for (const each of own) {
    const row = byRow.get(each.row?.path ?? '');
    const known = row?.byColumn.has(each.column.path) === true;
    cells[each.address] =
      row === undefined || !known
        ? lost.has(each.row?.path ?? '')
          ? lostCell
          : absent
        : cellOf(row.byColumn.get(each.column.path), row, stream.deduplicated);
    const chosen = row?.bySumsAlone === true || isBySums(row?.byColumn.get(each.column.path));
    if (chosen) bySumsAlone.push(each.address);
  }
  // Empty cells show no column: they are filled up where a row is shorter than the form.
  const isRead = (path: string) =>
    own.some(({ address, column }) => {
      const cell = cells[address];
      return column.path === path && cell !== undefined && cell.raw !== '' && cell.state !== 'unreadable';
    });
  return {
    cells,
    rows: [...byRow.values()],
    bySumsAlone,
    subtotals: subtotalsOf(
      marks,
      columns,
      [...byRow.values()],
      subtotals.map((each) => readRow(each)),
      stream.deduplicated,
    ),
    reading: blockReading(stream, located, isRead, lost),
  };
}
