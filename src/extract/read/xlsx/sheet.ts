import type { Block, TableCell } from '../../../model/index.js';
import { interrupted, longestCaption, proseOf, sectionHeading } from '../blocks.js';
import { beyond, bounds } from '../bounds.js';
import { mostColumns, refOf, type Range, type StoredSheet } from './stored.js';

/** Share of the sheet's width from which a merged cell counts as running over all of it. */
const wide = 0.6;

interface Row {
  cells: TableCell[];
  /** Nothing is stored for the row: a gap between parts of the sheet. A row of styled empty cells is none. */
  gap: boolean;
  /** At most one cell is stored. */
  lone: boolean;
}

/** Prose and grids of one sheet; counts what is hidden in `hidden`. */
export function sheetBlocks(sheet: StoredSheet, hidden: { rows: number; columns: number }): Block[] {
  const { rows, width } = rowsOf(sheet, hidden);
  const blocks: Block[] = [];
  let part: TableCell[][] = [];
  const close = () => {
    while (isBlank(part.at(-1)) && isBlank(part.at(-2))) part.pop();
    const first = part.flat()[0];
    if (first !== undefined && !part.every(isBlank))
      for (const each of interrupted({ kind: 'table', grid: true, at: first.at, rows: part }).flatMap(titled))
        blocks.push(trimmed(each));
    part = [];
  };
  for (const row of rows) {
    if (row.gap) close();
    else if (part.length > 0 || !isBlank(row.cells)) part.push(asCaption(row, width, part));
  }
  close();
  if (sheet.pictured) blocks.push({ kind: 'aside', what: 'picture', at: { sheet: sheet.name } });
  return blocks;
}

function isBlank(row: readonly TableCell[] | undefined): boolean {
  return row?.every((cell) => cell.text === '' && cell.rowSpan === 1) ?? false;
}

/** The row itself, or its only text over the full width: a title that is merged, or stands alone and lets its text run on. */
function asCaption({ cells, lone }: Row, width: number, above: readonly TableCell[][]): TableCell[] {
  const [only, ...others] = cells.filter((cell) => cell.text !== '');
  const isOpen =
    cells.every((cell) => cell.rowSpan === 1) &&
    cells.reduce((sum, cell) => sum + cell.columnSpan, 0) === width;
  if (only === undefined || others.length > 0 || !isOpen) return cells;
  const alone = lone && (sectionHeading.test(only.text) || above.every((each) => each.length === 1));
  const runsOver = only.columnSpan >= width * wide || only.text.length > longestCaption || alone;
  return runsOver ? [{ ...only, column: 0, columnSpan: width }] : cells;
}

/** A title right above a table is no row of it. */
function titled(block: Block): Block[] {
  if (block.kind !== 'table') return [block];
  const first = block.rows.findIndex((row) => row.length > 1 || row[0]?.rowSpan !== 1);
  if (first <= 0) return [block];
  const rows = block.rows.slice(first);
  return [
    ...block.rows.slice(0, first).flatMap(proseOf),
    { ...block, rows, at: rows[0]?.[0]?.at ?? block.at },
  ];
}

/** Without the empty columns on either side that belong to wider parts of the sheet. */
function trimmed(block: Block): Block {
  if (block.kind !== 'table') return block;
  const inner = block.rows
    .filter((row) => row.length > 1)
    .flatMap((row) => row.filter((cell) => cell.text !== ''));
  const start = inner.reduce((least, cell) => Math.min(least, cell.column), Infinity);
  const end = inner.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 0);
  if (end === 0) return block;
  const rows = block.rows.map((row) =>
    row
      .filter((cell) => cell.column < end && cell.column + cell.columnSpan > start)
      .map((cell) => ({
        ...cell,
        column: Math.max(cell.column - start, 0),
        columnSpan: Math.min(cell.column + cell.columnSpan, end) - Math.max(cell.column, start),
      })),
  );
  return { ...block, rows };
}

/** Visible rows with every position of the grid filled, so that an empty cell is there and empty. */
function rowsOf(
  sheet: StoredSheet,
  hidden: { rows: number; columns: number },
): { rows: Row[]; width: number } {
  const bottom = [...sheet.rows.keys()].reduce((most, row) => Math.max(most, row), -1);
  const right = [...sheet.rows.values()].reduce(
    (most, cells) => [...cells.keys()].reduce((a, b) => Math.max(a, b), most),
    -1,
  );
  const merges = sheet.merges.filter((merge) => merge.top <= bottom && merge.left <= right);
  const furthest = merges.reduce(
    (most, merge) => Math.max(most, Math.min(merge.right, mostColumns - 1)),
    right,
  );
  const rowNumbers = visible(bottom + 1, sheet.hiddenRows);
  const columnNumbers = visible(furthest + 1, sheet.hiddenColumns);
  hidden.rows += rowNumbers.hidden;
  hidden.columns += columnNumbers.hidden;
  const { spans, covered } = mergesOf(merges, rowNumbers.before, columnNumbers.before);
  const text = (row: number, column: number) => sheet.rows.get(row)?.get(column) ?? '';
  const width = widthOf(
    rowNumbers.shown,
    columnNumbers.shown,
    (row, column) => text(row, column) !== '',
    spans,
  );
  const rows = rowNumbers.shown.map((rowNumber, row): Row => {
    const cells: TableCell[] = [];
    for (let column = 0; column < width; column += 1) {
      if (covered.has(row * mostColumns + column)) continue;
      const columnNumber = columnNumbers.shown[column] ?? 0;
      const { rowSpan, columnSpan } = spans.get(row * mostColumns + column) ?? { rowSpan: 1, columnSpan: 1 };
      const at = { sheet: sheet.name, ref: refOf(rowNumber, columnNumber) };
      cells.push({
        text: text(rowNumber, columnNumber),
        at,
        column,
        columnSpan: Math.min(columnSpan, width - column),
        rowSpan,
      });
      column += columnSpan - 1;
    }
    const ownCells = sheet.rows.get(rowNumber);
    const stored = columnNumbers.shown.filter(
      (number, column) => ownCells?.has(number) === true && !covered.has(row * mostColumns + column),
    ).length;
    const merged = cells.length < width || cells.some((cell) => cell.rowSpan > 1);
    return { cells, gap: stored === 0 && !merged, lone: stored <= 1 };
  });
  return { rows, width };
}

/** Numbers below `count` that are shown, how many are hidden, and for each number the count of shown ones before it. */
function visible(
  count: number,
  hiddenOnes: ReadonlySet<number>,
): { shown: number[]; hidden: number; before: number[] } {
  const shown: number[] = [];
  const before: number[] = [];
  for (let at = 0; at < count; at += 1) {
    before.push(shown.length);
    if (!hiddenOnes.has(at)) shown.push(at);
  }
  before.push(shown.length);
  return { shown, hidden: count - shown.length, before };
}

interface Span {
  rowSpan: number;
  columnSpan: number;
}

/** Merged ranges in terms of what is shown; keys are `row * mostColumns + column`. */
function mergesOf(merges: readonly Range[], rowsBefore: readonly number[], columnsBefore: readonly number[]) {
  const spans = new Map<number, Span>();
  const covered = new Set<number>();
  let area = 0;
  const shownBefore = (before: readonly number[], at: number) => before[Math.min(at, before.length - 1)] ?? 0;
  for (const merge of merges) {
    const top = shownBefore(rowsBefore, merge.top);
    const left = shownBefore(columnsBefore, merge.left);
    const rowSpan = shownBefore(rowsBefore, merge.bottom + 1) - top;
    const columnSpan = shownBefore(columnsBefore, merge.right + 1) - left;
    if (rowSpan < 1 || columnSpan < 1) continue;
    area += rowSpan * columnSpan;
    if (area > bounds.places) throw beyond('places');
    spans.set(top * mostColumns + left, { rowSpan, columnSpan });
    for (let row = top; row < top + rowSpan; row += 1)
      for (let column = left; column < left + columnSpan; column += 1)
        covered.add(row * mostColumns + column);
    covered.delete(top * mostColumns + left);
  }
  return { spans, covered };
}

/** One more than the last column with text, or under a merged cell with text. */
function widthOf(
  rows: readonly number[],
  columns: readonly number[],
  hasText: (row: number, column: number) => boolean,
  spans: ReadonlyMap<number, Span>,
): number {
  let width = 0;
  rows.forEach((rowNumber, row) => {
    for (let column = columns.length - 1; column >= 0; column -= 1) {
      if (!hasText(rowNumber, columns[column] ?? 0)) continue;
      width = Math.max(width, column + (spans.get(row * mostColumns + column)?.columnSpan ?? 1));
      break;
    }
  });
  return width;
}
