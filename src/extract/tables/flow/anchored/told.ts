import type { PlacedCells } from '../official.js';
import { excess, isNothing, type Form, type LineSum } from '../readings/settle/sums.js';
import { beginning } from '../../positions.js';
import {
  cellAt,
  columnOf,
  listOf,
  rowOf,
  range,
  type ColumnIndex,
  type List,
  type RowIndex,
} from '../indexes.js';
import type { FlowValue } from '../values.js';
import type { Strips } from './strips.js';

type NumberOf = (value: FlowValue) => number | null;

/** The numbers of a table by row and column; `NaN` for those that are not told. */
function numbersOf(
  placed: PlacedCells,
  { rows, columns }: Form,
  numberOf: NumberOf,
): (row: RowIndex, column: ColumnIndex) => number {
  const numbers = placed.map((each) => (each === null ? NaN : (numberOf(each) ?? 0)));
  return (row, column) => (row < rows ? (numbers[cellAt(row, column, columns)] ?? NaN) : NaN);
}

/**
 * Takes out of a table what its sums show not to be in place; `null` where so many are broken that its rows are not those of the form.
 * @param loose rows whose figures may have changed places with others
 */
export function withoutMoved(
  placed: PlacedCells,
  loose: ReadonlySet<RowIndex>,
  form: Form,
  numberOf: NumberOf,
): PlacedCells | null {
  const { rows, columns, alongRows, alongColumns } = form;
  const numberAt = numbersOf(placed, form, numberOf);
  const brokenRows = range<RowIndex>(beginning, rows).flatMap((row) =>
    alongRows
      .map((sum) => ({ row, sum, difference: excess(sum, (column) => numberAt(row, column)) }))
      .filter(({ difference }) => isBroken(difference)),
  );
  const brokenColumns = range<ColumnIndex>(beginning, columns).filter((column) =>
    alongColumns.some((sum) => isBroken(excess(sum, (row) => numberAt(row, column)))),
  );
  if (brokenRows.length + brokenColumns.length > mostBroken) return null;
  // A wrong figure of a report breaks the sums of its row and of its column alike: where no row explains a column, figures of a row have changed places.
  const moved = brokenColumns.filter((column) => {
    const slips = brokenRows
      .map(({ row, sum, difference }) => ({ row, slip: difference * sideOf(sum, column) }))
      .filter(({ slip }) => slip !== 0);
    return !subsetsOf(slips).some((some) =>
      alongColumns.every((sum) =>
        isNothing(
          excess(sum, (row) => numberAt(row, column)) -
            some.reduce((all, { row, slip }) => all + slip * sideOf(sum, row), 0),
        ),
      ),
    );
  });
  return placed.map((each, cell) =>
    loose.has(rowOf(cell, columns)) && moved.includes(columnOf(cell, columns)) ? null : each,
  );
}

/**
 * Without the figures of rows in strips that may have changed places within their row: those that differ, in columns whose sums cannot be checked because figures
 * of theirs are unread.
 */
export function withoutSwapped(
  placed: PlacedCells,
  strips: readonly Strips[],
  form: Form,
  numberOf: NumberOf,
): PlacedCells {
  const { columns, alongRows, alongColumns } = form;
  const numberAt = numbersOf(placed, form, numberOf);
  const isOpen: List<ColumnIndex, boolean> = listOf(
    range<ColumnIndex>(beginning, columns).map((column) =>
      alongColumns.some((sum) => Number.isNaN(excess(sum, (row) => numberAt(row, column)))),
    ),
  );
  const mayChange = (one: ColumnIndex, other: ColumnIndex) =>
    isOpen[one] === true &&
    isOpen[other] === true &&
    alongRows.every((sum) => sideOf(sum, one) === sideOf(sum, other));
  return placed.map((each, cell) => {
    const row = rowOf(cell, columns);
    if (!strips.some((one) => row >= one.row && row < one.row + one.height)) return each;
    const isUnclear = range<ColumnIndex>(beginning, columns).some(
      (column) =>
        mayChange(columnOf(cell, columns), column) &&
        placed[cellAt(row, column, columns)]?.text !== each?.text,
    );
    return isUnclear ? null : each;
  });
}

/** Two wrong figures of a report break so many rows and columns at most; more are broken where figures stand in the wrong rows. */
const mostBroken = 4;

const isBroken = (difference: number) => !Number.isNaN(difference) && !isNothing(difference);

const sideOf = <Index extends RowIndex | ColumnIndex>(
  { left, right }: LineSum<Index>,
  index: Index,
): number => (left.includes(index) ? 1 : right.includes(index) ? -1 : 0);

const subsetsOf = <Each>(all: readonly Each[]): Each[][] =>
  all.reduce<Each[][]>((some, each) => [...some, ...some.map((one) => [...one, each])], [[]]);

/**
 * The sums of a row that stands on several lines hold, or one wrong figure explains those of the row and of a column alike: otherwise a figure may have
 * changed places with one of another row.
 */
export function isTold(row: RowIndex, placed: PlacedCells, form: Form, numberOf: NumberOf): boolean {
  const { alongRows, alongColumns } = form;
  const numberAt = numbersOf(placed, form, numberOf);
  return alongRows.every((sum) => {
    const difference = excess(sum, (column) => numberAt(row, column));
    if (Number.isNaN(difference) || isNothing(difference)) return true;
    return [...sum.left, ...sum.right].some((column) => {
      const slip = sum.left.includes(column) ? difference : -difference;
      const own = alongColumns.filter(({ left, right }) => [...left, ...right].includes(row));
      return (
        own.length > 0 &&
        own.every((other) => {
          const found = excess(other, (each) => numberAt(each, column));
          return isNothing(found - (other.left.includes(row) ? slip : -slip));
        })
      );
    });
  });
}
