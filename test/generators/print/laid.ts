import { gridOf, type Sheet, type SheetCell } from './sheet.js';
import { widthOf } from './text/width.js';

export interface LaidStyle {
  /** Display columns of the label columns of Table 3, outermost first. */
  labels: [number, number, number];
  /** Display columns between two columns. */
  gap: number;
}

const figureWidth = 6;
const disclosureWidth = 18;

function broken(text: string, width: number): string[] {
  return text.split('\n').flatMap((part) => {
    const lines = [''];
    for (const character of part) {
      const line = lines.at(-1) ?? '';
      if (widthOf(line + character) > width) lines.push(character);
      else lines[lines.length - 1] = line + character;
    }
    return lines;
  });
}

const columnWidth = (sheet: Sheet, column: number, style: LaidStyle): number =>
  sheet.table === 't2' ? disclosureWidth : sheet.table === 't3' ? (style.labels[column] ?? figureWidth) : 4;

/** Height of each row, from its highest cell; what spans rows makes the last one higher. */
function heightsOf(sheet: Sheet, linesOf: (cell: SheetCell) => string[]): number[] {
  const heights = Array.from({ length: sheet.rows }, () => 1);
  for (const cell of sheet.cells)
    if (cell.rowSpan === 1) heights[cell.row] = Math.max(heights[cell.row] ?? 1, linesOf(cell).length);
  for (const cell of sheet.cells) {
    if (cell.rowSpan === 1) continue;
    const last = cell.row + cell.rowSpan - 1;
    const room = heights.slice(cell.row, last + 1).reduce((all, each) => all + each, 0);
    heights[last] = (heights[last] ?? 1) + Math.max(0, linesOf(cell).length - room);
  }
  return heights;
}

/**
 * A table as converters lay out a page as text: every cell broken to the width of its columns and set in the middle of its rows, so that labels
 * stand above, beside and below their figures.
 */
export function laidTable(sheet: Sheet, style: LaidStyle): string {
  const widths = Array.from({ length: sheet.columns }, (_, column) => columnWidth(sheet, column, style));
  const across = (cell: SheetCell): number =>
    widths
      .slice(cell.column, cell.column + cell.columnSpan)
      .reduce((all, each) => all + each + style.gap, -style.gap);
  const linesOf = (cell: SheetCell): string[] => (cell.text === '' ? [] : broken(cell.text, across(cell)));
  const heights = heightsOf(sheet, linesOf);
  const top = (row: number): number => heights.slice(0, row).reduce((all, each) => all + each, 0);
  const start = (column: number): number =>
    widths.slice(0, column).reduce((all, each) => all + each + style.gap, 0);
  const lines: { column: number; text: string }[][] = Array.from({ length: top(sheet.rows) }, () => []);
  for (const cell of sheet.cells) {
    const own = linesOf(cell);
    const from = top(cell.row) + Math.floor((top(cell.row + cell.rowSpan) - top(cell.row) - own.length) / 2);
    const flush = sheet.table === 't3' && cell.label && cell.column < style.labels.length;
    own.forEach((text, index) => {
      const indent = flush ? 0 : Math.floor((across(cell) - widthOf(text)) / 2);
      lines[from + index]?.push({ column: start(cell.column) + indent, text });
    });
  }
  return lines
    .map((pieces) =>
      pieces
        .sort((one, other) => one.column - other.column)
        .reduce((line, { column, text }) => {
          const space = Math.max(line === '' ? 0 : 1, column - widthOf(line));
          return line + ' '.repeat(space) + text;
        }, ''),
    )
    .join('\n');
}

/** Rows whose figures stand on the line before that of their labels. */
export function figuresFirst(sheet: Sheet): string {
  return gridOf(sheet)
    .map((row) => row.filter(({ down, right }) => down + right === 0).map(({ cell }) => cell))
    .map((row) => {
      const texts = (label: boolean): string =>
        row
          .filter((cell) => cell.label === label)
          .map((cell) => cell.text.replaceAll('\n', ''))
          .join(' ');
      return [texts(false), texts(true)].filter((line) => line !== '').join('\n');
    })
    .join('\n');
}
