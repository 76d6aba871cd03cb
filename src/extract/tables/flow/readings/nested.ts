import { movedLines } from './moved.js';
import { beginsBlock, beginsLine, partsOf, startsRow, uniformOf } from './parts.js';
import { brokenAlong, type LineSum } from './settle/sums.js';
import type { FlowValue } from '../values.js';

/** So many columns stand beside the labels at most. */
const mostBeside = 3;
/** More ways to read the other columns are not told apart. */
const mostReadings = 200;
/** A wrong cell breaks one sum of its row; where that leaves too many ways, those count that break none. */
const brokenAtMost = [1, 0];

/**
 * How many rows from `start` on may stand with their first columns beside their labels, before figures without labels begin: where the labels come
 * behind the figures, the last stands before the first figure of the other columns.
 */
function rowsBeside(values: readonly FlowValue[], start: number, width: number): number[] {
  const heights = new Set<number>();
  for (let row = 0; start + row * width < values.length; row += 1) {
    const from = start + row * width;
    const first = values[from];
    if (first === undefined || !beginsLine(values, from)) return [...heights];
    if (row > 0 && first.apart && !first.labelled) heights.add(row - 1).add(row);
    if (row > 0 && first.apart && first.before === '') return [...heights];
    for (let column = 1; column < width; column += 1) {
      const value = values[from + column];
      if (value?.labelled === true) return [...heights];
      if (value?.apart === true) return [...heights.add(row)];
    }
  }
  return [...heights];
}

/** Whether a row may be among some that are given in two, columns beside their labels and others, going by lines and labels alone. */
export function mayBeNested(values: readonly FlowValue[], columns: number, row: number): boolean {
  for (let top = 0; top <= row; top += 1) {
    const start = top * columns;
    if (!beginsBlock(values, start)) continue;
    for (let width = 1; width <= Math.min(mostBeside, columns - 2); width += 1)
      for (const height of rowsBeside(values, start, width))
        if (height >= 2 && top + height > row && beginsBlock(values, start + height * columns)) return true;
  }
  return false;
}

/** All ways in which figures make so many rows, one by one or part by part, behind columns that are known, row by row; `null`: too many. */
function readingsBeside(
  values: readonly FlowValue[],
  numbers: readonly (number | null)[],
  beside: readonly (readonly number[])[],
  from: number,
  columns: number,
  alongRows: readonly LineSum[],
  mostBroken: number,
  mayMove: boolean,
): number[][] | null {
  const rows = beside.length;
  const width = columns - (beside[0]?.length ?? 0);
  const own = values.slice(from, from + rows * width);
  const kinds = [partsOf(own, rows, width), uniformOf(own, rows, width)];
  const states = Array.from(
    { length: rows + 1 },
    () => new Map<string, { cells: number[]; broken: number; isMoved: boolean }>(),
  );
  states[0]?.set('', { cells: [], broken: 0, isMoved: false });
  for (let row = 0; row < rows; row += 1) {
    const here = [...(states[row] ?? [])];
    if (here.length > mostReadings) return null;
    const plain = startsRow(own, row, width)
      ? [Array.from({ length: width }, (_, i) => row * width + i)]
      : [];
    const cellsOf = (band: readonly number[]) =>
      Array.from({ length: band.length / width }, (_, i) => [
        ...(beside[row + i] ?? []),
        ...band.slice(i * width, (i + 1) * width).map((index) => from + index),
      ]).flat();
    const brokenIn = (band: readonly number[]) => brokenAlong(cellsOf(band), numbers, columns, alongRows);
    const moved =
      mayMove && plain.some((each) => brokenIn(each) > 0)
        ? movedLines(own, row * width, width).filter((each) => brokenIn(each) === 0)
        : [];
    for (const band of [...plain, ...kinds.flatMap((each) => each[row] ?? []), ...moved]) {
      const isMoved = moved.includes(band);
      const height = band.length / width;
      const cells = cellsOf(band);
      const broken = brokenIn(band);
      const text = cells.map((index) => values[index]?.text ?? '').join(' ');
      for (const [key, before] of here)
        if (before.broken + broken <= mostBroken && !(isMoved && before.isMoved))
          states[row + height]?.set(`${key} ${text}${isMoved ? ' moved' : ''}`, {
            cells: [...before.cells, ...cells],
            broken: before.broken + broken,
            isMoved: isMoved || before.isMoved,
          });
    }
  }
  const found = [...(states[rows]?.values() ?? [])];
  return found.length > mostReadings ? null : found.map(({ cells }) => cells);
}

/**
 * For each row the ways in which it and some rows below it can be given in two: the first columns one by one beside the labels, then all others.
 */
export function nestedOf(
  values: readonly FlowValue[],
  numbers: readonly (number | null)[],
  rows: number,
  columns: number,
  alongRows: readonly LineSum[],
  mayMove: boolean,
): number[][][] {
  return Array.from({ length: rows }, (_, row) => {
    const start = row * columns;
    if (!beginsBlock(values, start)) return [];
    const found: number[][] = [];
    for (let width = 1; width <= Math.min(mostBeside, columns - 2); width += 1) {
      for (const height of rowsBeside(values, start, width)) {
        if (height < 2 || row + height > rows || !beginsBlock(values, start + height * columns)) continue;
        const beside = Array.from({ length: height }, (_, i) =>
          Array.from({ length: width }, (_, column) => start + i * width + column),
        );
        const from = start + height * width;
        for (const broken of brokenAtMost) {
          const readings = readingsBeside(values, numbers, beside, from, columns, alongRows, broken, mayMove);
          if (readings === null) continue;
          found.push(...readings);
          break;
        }
      }
    }
    return found;
  });
}
