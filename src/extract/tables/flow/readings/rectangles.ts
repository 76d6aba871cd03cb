import { beginning, further } from '../../positions.js';
import {
  columnOf,
  cellAt,
  figureOf,
  listOf,
  nowhere,
  rowOf,
  range,
  startOf,
  type CellIndex,
  type FigureIndex,
  type RowIndex,
} from '../indexes.js';
import type { Figures } from '../values.js';
import { bandsFrom, mostBroken, readingsWithin, type Bands, type Free } from './band-readings.js';
import { bandsOf } from './bands.js';
import { mayBeNested } from './nested.js';
import { outOfOrder } from './out-of-order.js';
import { startsRow } from './parts.js';
import {
  brokenAlong,
  isOneCellWrongAtMost,
  leastBroken,
  type Cells,
  type Form,
  type Numbers,
} from './settle/sums.js';
import type { Choice, SettledCells } from './settle/settled-cells.js';

/**
 * The table whose figures come in the order of a text made from a page: row by row, or some rows part by part, as programs write columns that
 * stand apart. Where that leaves several readings, those count that break no sum of the form, or only those of one cell, because the report may be
 * wrong itself. Cells that hold the same in all of them, whatever the sums say, follow from the order.
 * @param choice whether the figures are one of several choices
 * @returns for each cell, row by row, the index of its figure, `null` where the readings differ; `null` as a whole when there are too many
 * readings to tell, or none, or not as many figures as cells
 */
export function settleRectangles(
  values: Figures,
  numbers: Numbers,
  form: Form,
  choice: Choice = 'only',
): SettledCells | null {
  const { rows, columns, alongRows, alongColumns } = form;
  const hasSums = alongRows.length + alongColumns.length > 0;
  if (values.length !== rows * columns) return null;
  const parted = bandsOf(values, numbers, form, false);
  const plain: Cells = listOf(range<FigureIndex>(beginning, values.length));
  const isWhole = (index: FigureIndex, cell: CellIndex) =>
    columnOf(cell, columns) === 0
      ? startsRow(values, rowOf(cell, columns), columns)
      : values[index]?.line === values[further(index, -1)]?.line;
  if (choice === 'only' && parted.every((each) => each.length === 0) && plain.every(isWhole))
    return { cells: plain, bySums: plain.map(() => false) };
  const bands = bandsFrom(parted, values, numbers, form);
  const ordered = readingsOf(bands);
  if (ordered === null && alongColumns.length === 0) return null;
  const whole = (ordered ?? []).filter(isTrue);
  if (whole.length > 0) {
    const isOrderly = hasSums && mayTellOrder(whole);
    return settledAs(whole, (cell) => hasSums && !(isOrderly && isOrdered(cell)));
  }
  if (alongColumns.length === 0) return null;
  const moved = outOfOrder(values, numbers, form, bands, readingsOf).filter(isTrue);
  return moved.length > 0 ? settledAs(moved, () => true) : null;

  function isUnbroken(cells: Cells): boolean {
    const alongRow = brokenAlong(cells, numbers, columns, alongRows);
    return alongRow + leastBroken(cells, numbers, columns, alongColumns) === 0;
  }

  function isTrue(cells: Cells): boolean {
    return choice === 'unbroken'
      ? isUnbroken(cells)
      : isOneCellWrongAtMost(cells, numbers, columns, alongRows, alongColumns);
  }

  /**
   * Whether no doubt is left that the figures come in order: either no sum is broken, or there is one reading, in which figures behind labels of rows
   * begin these, or stand on one line with the rest of the row. Figures that come in no order may look like a report with a wrong cell.
   */
  function mayTellOrder(found: readonly Cells[]): boolean {
    if (found.every(isUnbroken)) return true;
    const [first = plain] = found;
    return (
      plain.every((_, cell) => isSame(found.map((each) => each[cell] ?? nowhere))) &&
      first.every(
        (index, cell) =>
          values[index]?.labelled !== true ||
          columnOf(cell, columns) === 0 ||
          isOnLine(first, rowOf(cell, columns)),
      )
    );
  }

  function isOnLine(cells: Cells, row: RowIndex): boolean {
    const [start = nowhere, ...others] = cells.slice(startOf(row, columns), startOf(further(row), columns));
    return others.every((index) => values[index]?.line === values[start]?.line);
  }

  function isSame(indexes: readonly FigureIndex[]): boolean {
    const [first = nowhere, ...others] = indexes;
    return others.every((each) => values[each]?.text === values[first]?.text);
  }

  function settledAs(found: readonly Cells[], bySums: (cell: CellIndex) => boolean): SettledCells {
    return {
      cells: plain.map((_, cell) => {
        const indexes = found.map((each) => each[cell] ?? nowhere);
        return isSame(indexes) ? (indexes[0] ?? null) : null;
      }),
      bySums: plain.map((_, cell) => bySums(cell)),
    };
  }

  /** All bands over the row of a cell put the same into it, whatever the sums say. */
  function isOrdered(cell: CellIndex): boolean {
    const row = rowOf(cell, columns);
    if (mayBeNested(values, columns, row)) return false;
    const ways = parted.flatMap((each, top) =>
      each.flatMap((band) => {
        const index = band[cellAt(further(beginning, row - top), columnOf(cell, columns), columns)];
        return top > row || index === undefined ? [] : [index];
      }),
    );
    return isSame(startsRow(values, row, columns) ? [figureOf(cell), ...ways] : ways);
  }

  /** The readings that one wrong cell may break; where these are too many to tell, those that break nothing. */
  function readingsOf(from: Bands, free?: Free): Cells[] | null {
    const within = (most: number) => readingsWithin(from, numbers, form, most, free);
    const all = choice === 'unbroken' ? null : within(mostBroken);
    if (all !== null || !hasSums) return all;
    const unbroken = within(0);
    return unbroken?.length === 0 ? null : unbroken;
  }
}
