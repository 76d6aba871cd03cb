import { beginsLine, stepsRight } from './parts.js';
import type { FlowValue } from '../values.js';

/** Programs interleave the lines of so many rows at most. */
const mostRows = 4;

const placeOf = (value: FlowValue | undefined): number => value?.at.column ?? 0;

/**
 * Some rows by the places of their figures on the page: in each column stand as many figures as there are rows, all left of those of the next;
 * `null` when they do not come out so.
 */
function byPlace(
  values: readonly FlowValue[],
  start: number,
  height: number,
  columns: number,
): number[] | null {
  const indexes = Array.from({ length: height * columns }, (_, i) => start + i).sort(
    (a, b) => placeOf(values[a]) - placeOf(values[b]) || a - b,
  );
  const cells = Array.from({ length: height * columns }, () => 0);
  for (let column = 0; column < columns; column += 1) {
    const own = indexes.slice(column * height, (column + 1) * height);
    const next = indexes[(column + 1) * height];
    if (next !== undefined && placeOf(values[own.at(-1) ?? 0]) >= placeOf(values[next])) return null;
    own.sort((a, b) => a - b).forEach((index, row) => (cells[row * columns + column] = index));
    // Two figures on one line are not of one column.
    if (new Set(own.map((index) => values[index]?.line)).size < height) return null;
  }
  return cells;
}

/** A row that stands whole on a line between the two lines of the row above or below it: both ways. */
function interrupted(values: readonly FlowValue[], start: number, columns: number): number[][] {
  for (let first = 1; first < columns; first += 1) {
    const from = start + first;
    const to = from + columns;
    if (!beginsLine(values, from) || !beginsLine(values, to)) continue;
    if (values[from]?.line !== values[to - 1]?.line) continue;
    if (placeOf(values[to]) <= placeOf(values[from - 1])) continue;
    const inner = Array.from({ length: columns }, (_, i) => from + i);
    const outer = Array.from({ length: columns }, (_, i) => start + (i < first ? i : i + columns));
    return [
      [...outer, ...inner],
      [...inner, ...outer],
    ];
  }
  return [];
}

/** For each row the ways in which the places of the figures, in a text that keeps them, part it and some rows below it. */
export function placesOf(values: readonly FlowValue[], rows: number, columns: number): number[][][] {
  if (columns === 1 || !values.some((_, index) => stepsRight(values, index))) return [];
  return Array.from({ length: rows }, (_, row) => {
    const start = row * columns;
    if (!beginsLine(values, start)) return [];
    const found: (number[] | null)[] = [];
    for (let height = 2; height <= Math.min(mostRows, rows - row); height += 1)
      if (beginsLine(values, start + height * columns)) found.push(byPlace(values, start, height, columns));
    if (row + 2 <= rows && beginsLine(values, start + 2 * columns))
      found.push(...interrupted(values, start, columns));
    return found.filter((each) => each !== null);
  });
}
