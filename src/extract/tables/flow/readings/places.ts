import { beginning, further } from '../../positions.js';
import {
  cellAt,
  firstFigureOf,
  listOf,
  range,
  slots,
  type CellIndex,
  type ColumnIndex,
  type FigureIndex,
  type RowIndex,
} from '../indexes.js';
import type { Figures, FlowValue } from '../values.js';
import { beginsLine, stepsRight, waysFor, type Ways } from './parts.js';
import type { Cells } from './settle/sums.js';

/** Programs interleave the lines of so many rows at most. */
const mostRows = 4;

const placeOf = (value: FlowValue | undefined): number => value?.at.column ?? 0;

/**
 * Some rows by the places of their figures on the page: in each column stand as many figures as there are rows, all left of those of the next;
 * `null` when they do not come out so.
 */
function byPlace(values: Figures, start: FigureIndex, height: number, columns: number): Cells | null {
  const indexes = range(start, height * columns).sort(
    (a, b) => placeOf(values[a]) - placeOf(values[b]) || a - b,
  );
  const cells = slots<CellIndex, FigureIndex>(height * columns, start);
  for (let column: ColumnIndex = beginning; column < columns; column++) {
    const own = indexes.slice(column * height, (column + 1) * height);
    const next = indexes[(column + 1) * height];
    if (next !== undefined && placeOf(values[own.at(-1) ?? beginning]) >= placeOf(values[next])) return null;
    own.sort((a, b) => a - b);
    for (let row: RowIndex = beginning; row < height; row++)
      cells[cellAt(row, column, columns)] = own[row] ?? start;
    // Two figures on one line are not of one column.
    if (new Set(own.map((index) => values[index]?.line)).size < height) return null;
  }
  return cells;
}

/** A row that stands whole on a line between the two lines of the row above or below it: both ways. */
function interrupted(values: Figures, start: FigureIndex, columns: number): Cells[] {
  for (let first = 1; first < columns; first += 1) {
    const from = further(start, first);
    const to = further(from, columns);
    if (!beginsLine(values, from) || !beginsLine(values, to)) continue;
    if (values[from]?.line !== values[further(to, -1)]?.line) continue;
    if (placeOf(values[to]) <= placeOf(values[further(from, -1)])) continue;
    const inner = range(from, columns);
    const outer = [...range(start, first), ...range(to, columns - first)];
    return [listOf([...outer, ...inner]), listOf([...inner, ...outer])];
  }
  return [];
}

/** For each row the ways in which the places of the figures, in a text that keeps them, part it and some rows below it. */
export function placesOf(values: Figures, rows: number, columns: number): Ways {
  if (columns === 1 || !values.some((_, index) => stepsRight(values, index))) return listOf([]);
  return waysFor(rows, (row) => {
    const start = firstFigureOf(row, columns);
    if (!beginsLine(values, start)) return [];
    const found: (Cells | null)[] = [];
    for (let height = 2; height <= Math.min(mostRows, rows - row); height += 1)
      if (beginsLine(values, further(start, height * columns)))
        found.push(byPlace(values, start, height, columns));
    if (row + 2 <= rows && beginsLine(values, further(start, 2 * columns)))
      found.push(...interrupted(values, start, columns));
    return found.filter((each) => each !== null);
  });
}
