import type { FlowValue } from '../values.js';
/** Wider tables have one row. */
const mostParted = 8;
/** How the columns of some rows can be parted, each part written row by row before the next: the widths of the parts. */
function partings(columns: number): number[][] {
  const all: number[][] = [];
  for (let mask = 1; mask < 1 << (columns - 1); mask += 1) {
    const widths: number[] = [];
    let width = 1;
    for (let i = 0; i < columns - 1; i += 1) {
      if (((mask >> i) & 1) === 1) {
        widths.push(width);
        width = 1;
      } else width += 1;
    }
    all.push([...widths, width]);
  }
  return all;
}

/** Figures on one line stand beside each other: a new row or part begins on another line. */
export const beginsLine = (values: readonly FlowValue[], index: number): boolean =>
  index === 0 || index >= values.length || values[index]?.line !== values[index - 1]?.line;

/** On the next line without anything between them: a figure of the next row, not of the next column. */
const isBelow = (values: readonly FlowValue[], index: number): boolean =>
  beginsLine(values, index) && values[index]?.apart === false;

/** A line of a text that keeps the places of a page begins further right than the one above ends: with the next column. */
export const stepsRight = (values: readonly FlowValue[], index: number): boolean =>
  index > 0 &&
  index < values.length &&
  beginsLine(values, index) &&
  (values[index]?.at.column ?? 0) > (values[index - 1]?.at.column ?? 0);

export const beginsBlock = (values: readonly FlowValue[], index: number): boolean =>
  index === 0 ||
  index >= values.length ||
  (values[index]?.apart === true && beginsLine(values, index)) ||
  stepsRight(values, index);

/**
 * The cells of `height` rows from `start` on, when the text gives them part by part; `null` when it does not break off between the parts. Programs
 * write a part of its own where its lines follow each other closely or stand beside their labels: rows that all stand apart come one by one.
 */
function inParts(
  values: readonly FlowValue[],
  start: number,
  height: number,
  widths: readonly number[],
  columns: number,
): number[] | null {
  const cells = Array.from({ length: height * columns }, () => 0);
  let next = start;
  let left = 0;
  let close = false;
  for (const width of widths) {
    if (!beginsBlock(values, next)) return null;
    let loose = 0;
    for (let row = 0; row < height; row += 1) {
      if (row > 0 && !beginsLine(values, next)) return null;
      if (row > 0 && values[next]?.apart === true && values[next]?.before === '') loose += 1;
      for (let column = 0; column < width; column += 1) {
        if (column > 0 && (values[next]?.labelled === true || isBelow(values, next))) return null;
        cells[row * columns + left + column] = next++;
      }
    }
    if (loose === 0) close = true;
    else if (width === 1) return null;
    left += width;
  }
  return close ? cells : null;
}

/** Whether the figures of a row can stand behind each other: several on one line all belong to one row. */
export const startsRow = (values: readonly FlowValue[], row: number, columns: number): boolean =>
  beginsLine(values, row * columns) && beginsLine(values, (row + 1) * columns);

/** For each row all the ways in which it and some rows below it can be written part by part: the indexes of their figures, row by row. */
export function partsOf(values: readonly FlowValue[], rows: number, columns: number): number[][][] {
  const widths = columns > mostParted ? [] : partings(columns);
  return Array.from({ length: rows }, (_, row) => {
    const start = row * columns;
    const found: number[][] = [];
    if (!beginsBlock(values, start)) return found;
    for (let height = 2; row + height <= rows; height += 1) {
      if (!beginsBlock(values, start + height * columns)) continue;
      for (const each of widths) {
        const cells = inParts(values, start, height, each, columns);
        if (cells !== null) found.push(cells);
      }
    }
    return found;
  });
}

/** For each row, where rows do not come one by one, the rows below with which all its figures are the same: it does not matter whose each is. */
export function uniformOf(values: readonly FlowValue[], rows: number, columns: number): number[][][] {
  return Array.from({ length: rows }, (_, row) => {
    const start = row * columns;
    if (!beginsLine(values, start) || startsRow(values, row, columns)) return [];
    for (let end = start + 1; end <= rows * columns; end += 1) {
      if (values[end - 1]?.text !== values[start]?.text) return [];
      if (end % columns === 0 && beginsLine(values, end))
        return [Array.from({ length: end - start }, (_, i) => start + i)];
    }
    return [];
  });
}
