import { beginning, further } from '../../positions.js';
import {
  cellAt,
  figureOf,
  nowhere,
  range,
  slots,
  type CellIndex,
  type ColumnIndex,
  type FigureIndex,
} from '../indexes.js';
import type { Figures } from '../values.js';
import { beginsLine } from './parts.js';
import { excess, type LineSum, type Numbers } from './settle/sums.js';
import type { Choice, SettledCells } from './settle/settled-cells.js';

/**
 * The only row of a table whose figures come in the order of a text made from a page. Programs may write a figure that stands alone on its line
 * later than its neighbours: then only what all such orders agree on that satisfy the sum of its group is settled.
 * @param choice whether the row is one of several that could be
 * @returns for each cell the index of its figure, `null` where it is not settled; `null` as a whole when the row is ruled out
 */
export function settleRow(
  values: Figures,
  numbers: Numbers,
  sums: readonly LineSum<ColumnIndex>[],
  choice: Choice,
): SettledCells | null {
  const cellOf = (column: ColumnIndex) => cellAt(beginning, column, values.length);
  const bySums = slots<CellIndex, boolean>(values.length, false);
  const cells = slots<CellIndex, FigureIndex | null>(values.length, null);
  for (const column of range<ColumnIndex>(beginning, values.length))
    cells[cellOf(column)] = figureOf(cellOf(column));
  // Without labels among them the figures are in the order of the page.
  const [first, ...others] = values;
  const isPlain = others.every((each) => each.before === '');
  const isWhole = others.every((each) => each.line === first?.line);
  /** Sums that may be wrong in the report itself. */
  let wrong = choice === 'unbroken' ? 0 : choice === 'only' && isWhole ? sums.length : 1;
  for (const sum of sums) {
    const columns = [...sum.left, ...sum.right].sort((a, b) => a - b);
    const group = columns.map((column) => figureOf(cellOf(column)));
    const holds = (order: readonly FigureIndex[]) =>
      Math.abs(excess(sum, (column) => numbers[order[columns.indexOf(column)] ?? nowhere] ?? 0)) < 1e-6;
    const alone = isPlain
      ? []
      : group.filter((index) => beginsLine(values, index) && beginsLine(values, further(index)));
    const moved = alone.flatMap((late) =>
      group
        .filter((place) => place < late)
        .map((place) => {
          const rest = group.filter((index) => index !== late);
          const at = group.indexOf(place);
          return [...rest.slice(0, at), late, ...rest.slice(at)];
        }),
    );
    // The sum may be wrong in the report: the order as it stands is never ruled out by it.
    const orders = [group, ...moved.filter(holds)];
    if (!holds(group) && (choice !== 'only' || orders.length === 1) && wrong-- === 0) return null;
    if (alone.length === 0) continue;
    columns.forEach((column, at) => {
      const cell = cellOf(column);
      const index = figureOf(cell);
      const isTold =
        orders.some(holds) &&
        orders.every((order) => values[order[at] ?? nowhere]?.text === values[index]?.text);
      bySums[cell] = true;
      cells[cell] = isTold ? index : null;
    });
  }
  return { cells, bySums };
}
