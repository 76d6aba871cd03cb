import { beginsLine } from './parts.js';
import { brokenAlong, type LineSum } from './settle/sums.js';
import type { FlowValue } from '../values.js';

/**
 * The ways to read figures that stand on several lines, with one line taken to another place: programs write what stands apart in a row earlier or
 * later than its neighbours. Empty unless the figures begin and end with a line.
 */
export function movedLines(values: readonly FlowValue[], start: number, count: number): number[][] {
  const end = start + count;
  if (!beginsLine(values, start) || !beginsLine(values, end)) return [];
  const lines: number[][] = [];
  for (let index = start; index < end; index += 1) {
    if (beginsLine(values, index)) lines.push([index]);
    else lines.at(-1)?.push(index);
  }
  return lines.flatMap((line, from) => {
    const others = lines.filter((each) => each !== line);
    return lines.flatMap((_, to) =>
      to === from || to === from - 1 ? [] : [[...others.slice(0, to), line, ...others.slice(to)].flat()],
    );
  });
}

/** For each row whose sums do not hold as it comes the ways in which they do with one of its lines moved. */
export function movedOf(
  values: readonly FlowValue[],
  numbers: readonly (number | null)[],
  rows: number,
  columns: number,
  alongRows: readonly LineSum[],
): number[][][] {
  const isBroken = (cells: readonly number[]) => brokenAlong(cells, numbers, columns, alongRows) > 0;
  return Array.from({ length: rows }, (_, row) => {
    const start = row * columns;
    const plain = Array.from({ length: columns }, (__, i) => start + i);
    return isBroken(plain) ? movedLines(values, start, columns).filter((each) => !isBroken(each)) : [];
  });
}
