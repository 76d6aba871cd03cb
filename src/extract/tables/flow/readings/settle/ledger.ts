import { beginning } from '../../../positions.js';
import {
  columnOf,
  copied,
  rowOf,
  range,
  slots,
  type CellIndex,
  type ColumnIndex,
  type FigureIndex,
  type List,
  type RowIndex,
} from '../../indexes.js';
import { excess, isNothing, type Form, type LineSum, type Numbers } from './sums.js';

/** A figure put into a cell. */
export type Put = readonly [cell: CellIndex, figure: FigureIndex];

/** The sums of a table while its cells are being filled: what is known to be wrong, and by how much the sums of the columns differ so far. */
export interface Ledger {
  form: Form;
  numbers: Numbers;
  /** Whether one cell may be wrong. */
  mayBreak: boolean;
  /** The figures of rows that are not whole, by their cells. */
  open: ReadonlyMap<RowIndex, List<ColumnIndex, number | null>>;
  /** For each sum over rows and each column its left side less its right one. */
  differences: readonly List<ColumnIndex, number>[];
  /** How many figures each column has. */
  heights: List<ColumnIndex, number>;
  /** The row whose sum does not hold: a report may have one wrong cell. */
  broken: { row: RowIndex; sum: LineSum<ColumnIndex>; difference: number } | null;
  key: string;
  /** Whether all sums hold, or would if one cell were another. */
  isWhole: () => boolean;
}

const sideOf = <Index extends RowIndex | ColumnIndex>(
  { left, right }: LineSum<Index>,
  index: Index,
): number => (left.includes(index) ? 1 : right.includes(index) ? -1 : 0);

const make = (ledger: Omit<Ledger, 'key' | 'isWhole'>): Ledger => ({
  ...ledger,
  key: [
    ...[...ledger.open].sort(([a], [b]) => a - b).map(([row, cells]) => `${String(row)}:${cells.join()}`),
    ...ledger.differences.map((each) => each.join()),
    ledger.broken === null ? '' : `${String(ledger.broken.row)} ${String(ledger.broken.difference)}`,
  ].join(' '),
  isWhole: () => isWhole(ledger),
});

/** Of a table without any figure in it yet. */
export const begun = (form: Form, numbers: Numbers, mayBreak: boolean): Ledger =>
  make({
    form,
    numbers,
    mayBreak,
    open: new Map(),
    differences: form.alongColumns.map(() => slots(form.columns, 0)),
    heights: slots(form.columns, 0),
    broken: null,
  });

/** With more figures placed; `null` when the sums of more than one row do not hold. */
export function placed(
  { form, numbers, mayBreak, open, differences, heights: filled, broken }: Ledger,
  cells: readonly Put[],
): Ledger | null {
  const { columns, alongRows, alongColumns } = form;
  const rows = new Map(open);
  const sums = differences.map(copied);
  const heights = copied(filled);
  let wrong = broken;
  const touched = new Set<RowIndex>();
  for (const [cell, index] of cells) {
    const row = rowOf(cell, columns);
    const column = columnOf(cell, columns);
    const number = numbers[index] ?? 0;
    heights[column] = row + 1;
    const own = copied(rows.get(row) ?? slots<ColumnIndex, number | null>(columns, null));
    own[column] = number;
    rows.set(row, own);
    touched.add(row);
    alongColumns.forEach((sum, i) => {
      const difference = sums[i];
      if (difference !== undefined)
        difference[column] = (difference[column] ?? 0) + sideOf(sum, row) * number;
    });
  }
  for (const row of touched) {
    const own = rows.get(row);
    if (own === undefined || own.includes(null)) continue;
    rows.delete(row);
    for (const sum of alongRows) {
      const difference = excess(sum, (column) => own[column] ?? 0);
      if (isNothing(difference)) continue;
      if (wrong !== null || !mayBreak) return null;
      wrong = { row, sum, difference };
    }
  }
  const ledger = { form, numbers, mayBreak, open: rows, differences: sums, heights, broken: wrong };
  return overfull(ledger) > (mayBreak ? 1 : 0) ? null : make(ledger);
}

/** The columns in which parts of a whole that is still to come are already more than another sum lets it be. */
function overfull({
  form: { columns, alongColumns },
  differences,
  heights,
}: Pick<Ledger, 'form' | 'differences' | 'heights'>): number {
  let count = 0;
  for (let column: ColumnIndex = beginning; column < columns; column++) {
    const isPlaced = (row: RowIndex) => row < (heights[column] ?? 0);
    const isOver = alongColumns.some(({ left, right }, i) => {
      const [whole, second] = right;
      if (whole === undefined || second !== undefined || isPlaced(whole)) return false;
      return alongColumns.some(
        (other, j) =>
          j !== i &&
          other.right.includes(whole) &&
          other.left.every(isPlaced) &&
          !other.right.some(isPlaced) &&
          left.length > 0 &&
          (differences[i]?.[column] ?? 0) > (differences[j]?.[column] ?? 0) + 1e-6,
      );
    });
    if (isOver) count += 1;
  }
  return count;
}

function isWhole({ form, differences, broken }: Pick<Ledger, 'form' | 'differences' | 'broken'>): boolean {
  if (broken === null) return differences.every((each) => each.every(isNothing));
  const { row, sum, difference } = broken;
  return range<ColumnIndex>(beginning, form.columns).some((wrong) => {
    const slip = difference * sideOf(sum, wrong);
    return (
      slip !== 0 &&
      differences.every((each, i) =>
        each.every((one, column) => {
          const whole = form.alongColumns[i];
          const expected = column === wrong && whole !== undefined ? slip * sideOf(whole, row) : 0;
          return isNothing(one - expected);
        }),
      )
    );
  });
}
