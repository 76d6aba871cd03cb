import { beginning } from '../../../positions.js';
import {
  cellAt,
  range,
  type CellIndex,
  type ColumnIndex,
  type FigureIndex,
  type List,
  type RowIndex,
} from '../../indexes.js';

/** A sum of the form over the cells of one row, by their columns, or of one column, by their rows. */
export interface LineSum<Index extends RowIndex | ColumnIndex> {
  left: readonly Index[];
  right: readonly Index[];
}

/** A table as rows, columns and sums. */
export interface Form {
  rows: number;
  columns: number;
  /** Sums along every row, over columns. */
  alongRows: readonly LineSum<ColumnIndex>[];
  /** Sums along every column, over rows. */
  alongColumns: readonly LineSum<RowIndex>[];
}

/** For each figure its number; `null` for a mark or an empty cell. */
export type Numbers = List<FigureIndex, number | null>;
/** For each cell, row by row, the index of its figure. */
export type Cells = List<CellIndex, FigureIndex>;

/** The number of a figure; of none and of a mark nothing. */
const numberAt = (numbers: Numbers, figure: FigureIndex | undefined): number =>
  figure === undefined ? 0 : (numbers[figure] ?? 0);

const total = <Index>(indexes: readonly Index[], at: (index: Index) => number): number =>
  indexes.reduce((sum, index) => sum + at(index), 0);

export const isNothing = (difference: number): boolean => Math.abs(difference) < 1e-6;

/** By how much the left side is more than the right one. */
export const excess = <Index extends RowIndex | ColumnIndex>(
  { left, right }: LineSum<Index>,
  at: (index: Index) => number,
): number => total(left, at) - total(right, at);

/** How many sums along the given rows do not hold; a mark or an empty cell counts as nothing. */
export function brokenAlong(
  cells: Cells,
  numbers: Numbers,
  columns: number,
  sums: readonly LineSum<ColumnIndex>[],
): number {
  let broken = 0;
  for (let row: RowIndex = beginning; row * columns < cells.length; row++) {
    const at = (column: ColumnIndex) => numberAt(numbers, cells[cellAt(row, column, columns)]);
    for (const sum of sums) if (!isNothing(excess(sum, at))) broken += 1;
  }
  return broken;
}

/** How many sums along the columns cannot hold, whatever stands in the rows to come. */
export function leastBroken(
  cells: Cells,
  numbers: Numbers,
  columns: number,
  sums: readonly LineSum<RowIndex>[],
): number {
  const rows = cells.length / columns;
  const isRead = (row: RowIndex) => row < rows;
  let broken = 0;
  for (let column: ColumnIndex = beginning; column < columns; column++) {
    const at = (row: RowIndex) => (row < rows ? numberAt(numbers, cells[cellAt(row, column, columns)]) : 0);
    for (const sum of sums) {
      const { left, right } = sum;
      if (left.every(isRead) && right.every(isRead)) {
        if (!isNothing(excess(sum, at))) broken += 1;
        continue;
      }
      // What a whole may be at most, another sum tells of which it is a part.
      const [whole, second] = right;
      if (whole === undefined || second !== undefined) continue;
      const above = sums.find(
        (other) => other !== sum && other.right.includes(whole) && other.left.every(isRead),
      );
      if (above !== undefined && total(left, at) > total(above.left, at) + 1e-6) broken += 1;
    }
  }
  return broken;
}

/** A sum over cells of the whole table, with the sign of each. */
type Signed = ReadonlyMap<CellIndex, number>;

const signed = <Index extends RowIndex | ColumnIndex>(
  { left, right }: LineSum<Index>,
  at: (index: Index) => CellIndex,
): Signed =>
  new Map([
    ...left.map((index) => [at(index), 1] as const),
    ...right.map((index) => [at(index), -1] as const),
  ]);

/**
 * Whether the sums hold, or would if one cell were another: a report may have a wrong figure, but figures that a reading puts into wrong cells are
 * wrong in two places.
 */
export function isOneCellWrongAtMost(
  cells: Cells,
  numbers: Numbers,
  columns: number,
  alongRows: readonly LineSum<ColumnIndex>[],
  alongColumns: readonly LineSum<RowIndex>[],
): boolean {
  const rows = cells.length / columns;
  const all = [
    ...range<RowIndex>(beginning, rows).flatMap((row) =>
      alongRows.map((sum) => signed(sum, (column) => cellAt(row, column, columns))),
    ),
    ...range<ColumnIndex>(beginning, columns).flatMap((column) =>
      alongColumns.map((sum) => signed(sum, (row) => cellAt(row, column, columns))),
    ),
  ].map((sum) => {
    let difference = 0;
    for (const [cell, sign] of sum) difference += sign * numberAt(numbers, cells[cell]);
    return { sum, difference };
  });
  const broken = all.filter(({ difference }) => !isNothing(difference));
  const [first] = broken;
  if (first === undefined) return true;
  return [...first.sum].some(([cell, sign]) => {
    const slip = first.difference * sign;
    return all.every(({ sum, difference }) => isNothing(difference - slip * (sum.get(cell) ?? 0)));
  });
}
