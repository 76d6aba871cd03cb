import { beginning, further } from '../../positions.js';
import {
  firstFigureOf,
  listOf,
  range,
  startOf,
  type ColumnIndex,
  type FigureIndex,
  type List,
  type RowIndex,
} from '../indexes.js';
import type { Figures } from '../values.js';
import { movedLines } from './moved.js';
import { beginsBlock, beginsLine, partsOf, startsRow, uniformOf, waysFor, type Ways } from './parts.js';
import { brokenAlong, type Cells, type LineSum, type Numbers } from './settle/sums.js';

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
function rowsBeside(values: Figures, start: FigureIndex, width: number): number[] {
  const heights = new Set<number>();
  for (let row = 0; start + row * width < values.length; row += 1) {
    const from = further(start, row * width);
    const first = values[from];
    if (first === undefined || !beginsLine(values, from)) return [...heights];
    if (row > 0 && first.apart && !first.labelled) heights.add(row - 1).add(row);
    if (row > 0 && first.apart && first.before === '') return [...heights];
    for (let column = 1; column < width; column += 1) {
      const value = values[further(from, column)];
      if (value?.labelled === true) return [...heights];
      if (value?.apart === true) return [...heights.add(row)];
    }
  }
  return [...heights];
}

/** Whether a row may be among some that are given in two, columns beside their labels and others, going by lines and labels alone. */
export function mayBeNested(values: Figures, columns: number, row: RowIndex): boolean {
  for (let top: RowIndex = beginning; top <= row; top++) {
    const start = firstFigureOf(top, columns);
    if (!beginsBlock(values, start)) continue;
    for (let width = 1; width <= Math.min(mostBeside, columns - 2); width += 1)
      for (const height of rowsBeside(values, start, width))
        if (height >= 2 && top + height > row && beginsBlock(values, further(start, height * columns)))
          return true;
  }
  return false;
}

/** All ways in which figures make so many rows, one by one or part by part, behind columns that are known, row by row; `null`: too many. */
function readingsBeside(
  values: Figures,
  numbers: Numbers,
  beside: List<RowIndex, readonly FigureIndex[]>,
  from: FigureIndex,
  columns: number,
  alongRows: readonly LineSum<ColumnIndex>[],
  mostBroken: number,
  mayMove: boolean,
): Cells[] | null {
  const rows = beside.length;
  const width = columns - (beside[beginning]?.length ?? 0);
  const own = values.slice(from, further(from, rows * width));
  const kinds = [partsOf(own, rows, width), uniformOf(own, rows, width)];
  const states = Array.from(
    { length: rows + 1 },
    () => new Map<string, { cells: readonly FigureIndex[]; broken: number; isMoved: boolean }>(),
  );
  states[0]?.set('', { cells: [], broken: 0, isMoved: false });
  for (let row: RowIndex = beginning; row < rows; row++) {
    const here = [...(states[row] ?? [])];
    if (here.length > mostReadings) return null;
    const plain: Cells[] = startsRow(own, row, width)
      ? [listOf(range(firstFigureOf(row, width), width))]
      : [];
    const cellsOf = (band: Cells): Cells =>
      listOf(
        range<RowIndex>(beginning, band.length / width).flatMap((each) => [
          ...(beside[further(row, each)] ?? []),
          ...band
            .slice(startOf(each, width), startOf(further(each), width))
            .map((index) => further(from, index)),
        ]),
      );
    const brokenIn = (band: Cells) => brokenAlong(cellsOf(band), numbers, columns, alongRows);
    const moved =
      mayMove && plain.some((each) => brokenIn(each) > 0)
        ? movedLines(own, firstFigureOf(row, width), width).filter((each) => brokenIn(each) === 0)
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
  return found.length > mostReadings ? null : found.map(({ cells }) => listOf(cells));
}

/**
 * For each row the ways in which it and some rows below it can be given in two: the first columns one by one beside the labels, then all others.
 */
export function nestedOf(
  values: Figures,
  numbers: Numbers,
  rows: number,
  columns: number,
  alongRows: readonly LineSum<ColumnIndex>[],
  mayMove: boolean,
): Ways {
  return waysFor(rows, (row) => {
    const start = firstFigureOf(row, columns);
    if (!beginsBlock(values, start)) return [];
    const found: Cells[] = [];
    for (let width = 1; width <= Math.min(mostBeside, columns - 2); width += 1) {
      for (const height of rowsBeside(values, start, width)) {
        if (height < 2 || row + height > rows || !beginsBlock(values, further(start, height * columns)))
          continue;
        const beside: List<RowIndex, FigureIndex[]> = listOf(
          Array.from({ length: height }, (_, i) => range(further(start, i * width), width)),
        );
        const from = further(start, height * width);
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
