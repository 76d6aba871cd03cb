import { bandsFrom, mostBroken, readingsWithin, type Band, type Free } from './band-readings.js';
import { bandsOf } from './bands.js';
import { mayBeNested } from './nested.js';
import { outOfOrder } from './out-of-order.js';
import { startsRow } from './parts.js';
import { brokenAlong, isOneCellWrongAtMost, leastBroken, type Form } from './settle/sums.js';
import type { Choice, SettledCells } from './settle/settled-cells.js';
import type { FlowValue } from '../values.js';

/**
 * The table whose figures come in the order of a text made from a page: row by row, or some rows part by part, as programs write columns that
 * stand apart. Where that leaves several readings, those count that break no sum of the form, or only those of one cell, because the report may be
 * wrong itself. Cells that hold the same in all of them, whatever the sums say, follow from the order.
 * @param choice whether the figures are one of several choices
 * @returns for each cell, row by row, the index of its figure, `null` where the readings differ; `null` as a whole when there are too many
 * readings to tell, or none, or not as many figures as cells
 */
export function settleRectangles(
  values: readonly FlowValue[],
  numbers: readonly (number | null)[],
  form: Form,
  choice: Choice = 'only',
): SettledCells | null {
  const { rows, columns, alongRows, alongColumns } = form;
  const hasSums = alongRows.length + alongColumns.length > 0;
  if (values.length !== rows * columns) return null;
  const parted = bandsOf(values, numbers, form, false);
  const plain = values.map((_, index) => index);
  const isWhole = (index: number) =>
    index % columns === 0
      ? startsRow(values, index / columns, columns)
      : values[index]?.line === values[index - 1]?.line;
  if (choice === 'only' && parted.every((each) => each.length === 0) && plain.every(isWhole))
    return { cells: plain, bySums: plain.map(() => false) };
  const bands = bandsFrom(parted, values, numbers, form);
  const inOrder = readingsOf(bands);
  if (inOrder === null && alongColumns.length === 0) return null;
  const whole = (inOrder ?? []).filter(isTrue);
  if (whole.length > 0) {
    const isOrderly = hasSums && mayTellOrder(whole);
    return settledAs(whole, (cell) => hasSums && !(isOrderly && isOrdered(cell)));
  }
  if (alongColumns.length === 0) return null;
  const moved = outOfOrder(values, numbers, form, bands, readingsOf).filter(isTrue);
  return moved.length > 0 ? settledAs(moved, () => true) : null;

  function isUnbroken(cells: readonly number[]): boolean {
    const alongRow = brokenAlong(cells, numbers, columns, alongRows);
    return alongRow + leastBroken(cells, numbers, columns, alongColumns) === 0;
  }

  function isTrue(cells: readonly number[]): boolean {
    return choice === 'unbroken'
      ? isUnbroken(cells)
      : isOneCellWrongAtMost(cells, numbers, columns, alongRows, alongColumns);
  }

  /**
   * Whether no doubt is left that the figures come in order: either no sum is broken, or there is one reading, in which figures behind labels of rows
   * begin these, or stand on one line with the rest of the row. Figures that come in no order may look like a report with a wrong cell.
   */
  function mayTellOrder(found: readonly (readonly number[])[]): boolean {
    if (found.every(isUnbroken)) return true;
    const [first = []] = found;
    return (
      plain.every((cell) => isSame(found.map((each) => each[cell] ?? -1))) &&
      first.every(
        (index, cell) =>
          values[index]?.labelled !== true ||
          cell % columns === 0 ||
          isOnLine(first, Math.floor(cell / columns)),
      )
    );
  }

  function isOnLine(cells: readonly number[], row: number): boolean {
    const own = cells.slice(row * columns, (row + 1) * columns);
    return own.every((index) => values[index]?.line === values[own[0] ?? -1]?.line);
  }

  function isSame(indexes: readonly number[]): boolean {
    const [first = -1, ...others] = indexes;
    return others.every((each) => values[each]?.text === values[first]?.text);
  }

  function settledAs(found: readonly (readonly number[])[], bySums: (cell: number) => boolean): SettledCells {
    return {
      cells: plain.map((cell) => {
        const indexes = found.map((each) => each[cell] ?? -1);
        return isSame(indexes) ? (indexes[0] ?? null) : null;
      }),
      bySums: plain.map(bySums),
    };
  }

  /** All bands over the row of a cell put the same into it, whatever the sums say. */
  function isOrdered(cell: number): boolean {
    const row = Math.floor(cell / columns);
    if (mayBeNested(values, columns, row)) return false;
    const ways = parted.flatMap((each, top) =>
      each.flatMap((band) => {
        const index = band[cell - top * columns];
        return top > row || index === undefined ? [] : [index];
      }),
    );
    return isSame(startsRow(values, row, columns) ? [cell, ...ways] : ways);
  }

  /** The readings that one wrong cell may break; where these are too many to tell, those that break nothing. */
  function readingsOf(from: readonly (readonly Band[])[], free?: Free): (readonly number[])[] | null {
    const within = (most: number) => readingsWithin(from, numbers, form, most, free);
    const all = choice === 'unbroken' ? null : within(mostBroken);
    if (all !== null || !hasSums) return all;
    const unbroken = within(0);
    return unbroken?.length === 0 ? null : unbroken;
  }
}
