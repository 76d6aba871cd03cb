import { hull, shared, type Interval } from '../../../interval.js';
import { beginning } from '../../positions.js';
import { listOf, type FigureIndex } from '../indexes.js';
import type { Cells, Form } from '../readings/settle/sums.js';
import type { Figures } from '../values.js';

/**
 * The figures of whole rows in a text that keeps the places of a page, where they stand on lines of their own column by column: those below each other
 * are of one column, in the order of the rows; `null` where places do not tell.
 */
export function byPlace(values: Figures, { rows, columns }: Form): Cells | null {
  const stacks: { extent: Interval; indexes: FigureIndex[] }[] = [];
  const placed = values.flatMap(({ at, text }, index) =>
    at.column === undefined ? [] : [{ index, extent: { from: at.column, to: at.column + text.length } }],
  );
  if (placed.length !== values.length) return null;
  for (const { index, extent } of placed.sort((one, other) => one.extent.from - other.extent.from)) {
    const last = stacks.at(-1);
    if (last === undefined || shared(last.extent, extent) <= 0) stacks.push({ extent, indexes: [index] });
    else {
      last.indexes.push(index);
      last.extent = hull([last.extent, extent]);
    }
  }
  const areWhole = stacks.every(
    ({ indexes }) =>
      indexes.length === rows && new Set(indexes.map((index) => values[index]?.line)).size === rows,
  );
  if (stacks.length !== columns || !areWhole) return null;
  const inOrder = stacks.map(({ indexes }) => indexes.sort((one, other) => one - other));
  return listOf(
    Array.from({ length: rows }, (_, row) => inOrder.map((indexes) => indexes[row] ?? beginning)).flat(),
  );
}
