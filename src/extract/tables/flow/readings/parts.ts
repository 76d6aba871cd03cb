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
  type List,
  type RowIndex,
} from '../indexes.js';
import type { Figures } from '../values.js';
import type { Cells } from './settle/sums.js';

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
export const beginsLine = (values: Figures, index: FigureIndex): boolean =>
  index === 0 || index >= values.length || values[index]?.line !== values[further(index, -1)]?.line;

/** On the next line without anything between them: a figure of the next row, not of the next column. */
const isBelow = (values: Figures, index: FigureIndex): boolean =>
  beginsLine(values, index) && values[index]?.apart === false;

/** Behind a label and before the next, or before a gap: figures of one row, on however many lines. */
const isBetweenLabels = (values: Figures, from: FigureIndex, to: FigureIndex): boolean =>
  values[from]?.before !== '' &&
  (values[to] === undefined || values[to].before !== '' || beginsBlock(values, to));

/** A line of a text that keeps the places of a page begins further right than the one above ends: with the next column. */
export const stepsRight = (values: Figures, index: FigureIndex): boolean =>
  index > 0 &&
  index < values.length &&
  beginsLine(values, index) &&
  (values[index]?.at.column ?? 0) > (values[further(index, -1)]?.at.column ?? 0);

export const beginsBlock = (values: Figures, index: FigureIndex): boolean =>
  index === 0 ||
  index >= values.length ||
  (values[index]?.apart === true && beginsLine(values, index)) ||
  stepsRight(values, index);

/**
 * The cells of `height` rows from `start` on, when the text gives them part by part; `null` when it does not break off between the parts. Programs
 * write a part of its own where its lines follow each other closely or stand beside their labels: rows that all stand apart come one by one.
 */
function inParts(
  values: Figures,
  start: FigureIndex,
  height: number,
  widths: readonly number[],
  columns: number,
): Cells | null {
  const cells = slots<CellIndex, FigureIndex>(height * columns, start);
  let next = start;
  let left: ColumnIndex = beginning;
  let close = false;
  for (const width of widths) {
    if (!beginsBlock(values, next)) return null;
    let loose = 0;
    for (let row: RowIndex = beginning; row < height; row++) {
      if (row > 0 && !beginsLine(values, next)) return null;
      if (row > 0 && values[next]?.apart === true && values[next]?.before === '') loose += 1;
      const isEnclosed = isBetweenLabels(values, next, further(next, width));
      for (let column = left; column < left + width; column++) {
        if (column > left && (values[next]?.labelled === true || (!isEnclosed && isBelow(values, next))))
          return null;
        cells[cellAt(row, column, columns)] = next;
        next++;
      }
    }
    if (loose === 0) close = true;
    else if (width === 1) return null;
    left = further(left, width);
  }
  return close ? cells : null;
}

/** Whether the figures of a row can stand behind each other: several on one line all belong to one row. */
export const startsRow = (values: Figures, row: RowIndex, columns: number): boolean =>
  beginsLine(values, firstFigureOf(row, columns)) && beginsLine(values, firstFigureOf(further(row), columns));

/** For each row ways to read it and some rows below it. */
export type Ways = List<RowIndex, readonly Cells[]>;

export const waysFor = (rows: number, waysOf: (row: RowIndex) => readonly Cells[]): Ways =>
  listOf(range<RowIndex>(beginning, rows).map(waysOf));

/** For each row all the ways in which it and some rows below it can be written part by part. */
export function partsOf(values: Figures, rows: number, columns: number): Ways {
  const widths = columns > mostParted ? [] : partings(columns);
  return waysFor(rows, (row) => {
    const start = firstFigureOf(row, columns);
    const found: Cells[] = [];
    if (!beginsBlock(values, start)) return found;
    for (let height = 2; row + height <= rows; height += 1) {
      if (!beginsBlock(values, further(start, height * columns))) continue;
      for (const each of widths) {
        const cells = inParts(values, start, height, each, columns);
        if (cells !== null) found.push(cells);
      }
    }
    return found;
  });
}

/** For each row, where rows do not come one by one, the rows below with which all its figures are the same: it does not matter whose each is. */
export function uniformOf(values: Figures, rows: number, columns: number): Ways {
  return waysFor(rows, (row) => {
    const start = firstFigureOf(row, columns);
    if (!beginsLine(values, start) || startsRow(values, row, columns)) return [];
    for (let end = further(start); end <= rows * columns; end++) {
      if (values[further(end, -1)]?.text !== values[start]?.text) return [];
      if (end % columns === 0 && beginsLine(values, end)) return [listOf(range(start, end - start))];
    }
    return [];
  });
}
