import { further } from '../../positions.js';
import { firstFigureOf, listOf, range, type ColumnIndex, type FigureIndex } from '../indexes.js';
import type { Figures } from '../values.js';
import { beginsLine, waysFor, type Ways } from './parts.js';
import { brokenAlong, type Cells, type LineSum, type Numbers } from './settle/sums.js';

/**
 * The ways to read figures that stand on several lines, with one line taken to another place: programs write what stands apart in a row earlier or
 * later than its neighbours. Empty unless the figures begin and end with a line.
 */
export function movedLines(values: Figures, start: FigureIndex, count: number): Cells[] {
  const end = further(start, count);
  if (!beginsLine(values, start) || !beginsLine(values, end)) return [];
  const lines: FigureIndex[][] = [];
  for (let index = start; index < end; index++) {
    if (beginsLine(values, index)) lines.push([index]);
    else lines.at(-1)?.push(index);
  }
  return lines.flatMap((line, from) => {
    const others = lines.filter((each) => each !== line);
    return lines.flatMap((_, to) =>
      to === from || to === from - 1
        ? []
        : [listOf([...others.slice(0, to), line, ...others.slice(to)].flat())],
    );
  });
}

/** For each row whose sums do not hold as it comes the ways in which they do with one of its lines moved. */
export function movedOf(
  values: Figures,
  numbers: Numbers,
  rows: number,
  columns: number,
  alongRows: readonly LineSum<ColumnIndex>[],
): Ways {
  const isBroken = (cells: Cells) => brokenAlong(cells, numbers, columns, alongRows) > 0;
  return waysFor(rows, (row) => {
    const start = firstFigureOf(row, columns);
    return isBroken(listOf(range(start, columns)))
      ? movedLines(values, start, columns).filter((each) => !isBroken(each))
      : [];
  });
}
