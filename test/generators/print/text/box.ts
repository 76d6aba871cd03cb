import * as fc from 'fast-check';
import { gridOf, type Sheet, type SheetCell } from '../sheet.js';
import { widthOf, wrap } from './width.js';

export interface BoxStyle {
  /** Box-drawing characters, as w3m dumps tables, or plain signs, as grid tables in text files. */
  lines: 'drawn' | 'signs';
  /** Widest a column of labels may become before its text is wrapped. */
  labelWidth: number;
  figureWidth: number;
  /** Labels that span rows stand in the middle or at the top. */
  vertical: 'middle' | 'top';
}

export const boxStyles: fc.Arbitrary<BoxStyle> = fc.record({
  lines: fc.constantFrom('drawn', 'signs'),
  labelWidth: fc.constantFrom(80, 24, 14),
  figureWidth: fc.constantFrom(12, 8),
  vertical: fc.constantFrom('middle', 'top'),
});

const drawn = ' ╷╴┐╵│┘┤╶┌─┬└├┴┼';
const arms = { left: 2, right: 8, up: 4, down: 1 };

/** Widths of the columns: wide enough for the figures, labels wrapped at the limit, spanned labels fitted in. */
function columnWidths(sheet: Sheet, style: BoxStyle): number[] {
  const figures = new Set(sheet.cells.filter((cell) => !cell.label).map((cell) => cell.column));
  const widths = Array.from({ length: sheet.columns }, () => 2);
  for (const cell of sheet.cells.filter((each) => each.columnSpan === 1)) {
    const longest = Math.max(...cell.text.split('\n').map(widthOf), 2);
    const limit = !cell.label ? longest : figures.has(cell.column) ? style.figureWidth : style.labelWidth;
    widths[cell.column] = Math.max(widths[cell.column] ?? 2, Math.min(longest, limit));
  }
  for (const cell of sheet.cells.filter((each) => !each.label && each.columnSpan > 1)) {
    const room = spanWidth(widths, cell);
    widths[cell.column] = (widths[cell.column] ?? 2) + Math.max(0, widthOf(cell.text) - room);
  }
  return widths;
}

/** Inner width of a cell: its columns, and the border and the spaces around it between them. */
function spanWidth(widths: readonly number[], cell: SheetCell): number {
  return (
    widths.slice(cell.column, cell.column + cell.columnSpan).reduce((all, each) => all + each, 0) +
    3 * (cell.columnSpan - 1)
  );
}

function rowHeights(sheet: Sheet, widths: readonly number[]): number[] {
  const heights = Array.from({ length: sheet.rows }, () => 1);
  for (const cell of [...sheet.cells].sort((one, other) => one.rowSpan - other.rowSpan)) {
    const needed = wrap(cell.text, spanWidth(widths, cell)).length;
    const present =
      heights.slice(cell.row, cell.row + cell.rowSpan).reduce((all, each) => all + each, 0) +
      cell.rowSpan -
      1;
    const last = cell.row + cell.rowSpan - 1;
    heights[last] = (heights[last] ?? 1) + Math.max(0, needed - present);
  }
  return heights;
}

const startsOf = (sizes: readonly number[], gap: number): number[] =>
  sizes.reduce<number[]>((starts, size) => [...starts, (starts.at(-1) ?? 0) + size + gap], [0]);

/** The table in ruled lines, spans and all; a full-width character takes two columns. */
export function boxTable(sheet: Sheet, style: BoxStyle): string {
  const widths = columnWidths(sheet, style);
  const heights = rowHeights(sheet, widths);
  const lefts = startsOf(widths, 3);
  const tops = startsOf(heights, 1);
  const canvas = Array.from({ length: (tops.at(-1) ?? 0) + 1 }, () =>
    Array.from({ length: (lefts.at(-1) ?? 0) + 1 }, () => ' '),
  );
  drawBorders(canvas, sheet, lefts, tops, style);
  for (const cell of sheet.cells) drawText(canvas, cell, widths, lefts, tops, style);
  return canvas.map((line) => line.join('').trimEnd()).join('\n');
}

function drawBorders(
  canvas: string[][],
  sheet: Sheet,
  lefts: number[],
  tops: number[],
  style: BoxStyle,
): void {
  const grid = gridOf(sheet);
  const cellAt = (row: number, column: number): SheetCell | null => grid[row]?.[column]?.cell ?? null;
  const across = (row: number, column: number): boolean => cellAt(row - 1, column) !== cellAt(row, column);
  const along = (row: number, column: number): boolean => cellAt(row, column - 1) !== cellAt(row, column);
  const put = (y: number, x: number, character: string): void => {
    const line = canvas[y];
    if (line !== undefined) line[x] = character;
  };
  const [horizontal, vertical] = style.lines === 'drawn' ? ['─', '│'] : ['-', '|'];
  for (let row = 0; row <= sheet.rows; row++) {
    for (let column = 0; column <= sheet.columns; column++) {
      const [y, x] = [tops[row] ?? 0, lefts[column] ?? 0];
      const right = column < sheet.columns && across(row, column);
      const left = column > 0 && across(row, column - 1);
      const down = row < sheet.rows && along(row, column);
      const up = row > 0 && along(row - 1, column);
      const joint =
        (left ? arms.left : 0) + (right ? arms.right : 0) + (up ? arms.up : 0) + (down ? arms.down : 0);
      if (joint > 0) {
        const sign = (left || right) && (up || down) ? '+' : left || right ? '-' : '|';
        put(y, x, style.lines === 'drawn' ? (drawn[joint] ?? ' ') : sign);
      }
      if (right) for (let at = x + 1; at < (lefts[column + 1] ?? x); at++) put(y, at, horizontal ?? '-');
      if (down) for (let at = y + 1; at < (tops[row + 1] ?? y); at++) put(at, x, vertical ?? '|');
    }
  }
}

function drawText(
  canvas: string[][],
  cell: SheetCell,
  widths: number[],
  lefts: number[],
  tops: number[],
  style: BoxStyle,
): void {
  const top = (tops[cell.row] ?? 0) + 1;
  const height = (tops[cell.row + cell.rowSpan] ?? 0) - top;
  const lines = wrap(cell.text, spanWidth(widths, cell));
  const from = style.vertical === 'top' ? top : top + Math.floor((height - lines.length) / 2);
  for (const [index, text] of lines.entries()) {
    let x = (lefts[cell.column] ?? 0) + 2;
    for (const character of text) {
      const line = canvas[from + index];
      if (line === undefined) continue;
      line[x] = character;
      if (widthOf(character) === 2) line[x + 1] = '';
      x += widthOf(character);
    }
  }
}
