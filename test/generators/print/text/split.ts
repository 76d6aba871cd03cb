import type { Sheet, SheetCell } from '../sheet.js';

export interface SplitStyle {
  /** The second part begins with the header of the first. */
  repeatsHeader: boolean;
  /** A label that spans the break is printed again; otherwise its place is empty. */
  repeatsGroups: boolean;
}

/** The rows from `from` up to but without `to` as a table of their own. */
function rowsOf(sheet: Sheet, from: number, to: number, style: SplitStyle): Sheet {
  const header = from > 0 && style.repeatsHeader ? sheet.headerRows : 0;
  const cells = sheet.cells.flatMap((cell): SheetCell[] => {
    const [top, bottom] = [Math.max(cell.row, from), Math.min(cell.row + cell.rowSpan, to)];
    const repeated = cell.row < header && from >= sheet.headerRows ? [cell] : [];
    if (top >= bottom) return repeated;
    const text = top > cell.row && !style.repeatsGroups ? '' : cell.text;
    return [...repeated, { ...cell, text, row: top - from + header, rowSpan: bottom - top }];
  });
  cells.sort((one, other) => one.row - other.row || one.column - other.column);
  return { ...sheet, rows: to - from + header, cells };
}

/** The table cut at the given rows, as a page break leaves it. */
export function splitSheet(sheet: Sheet, at: readonly number[], style: SplitStyle): Sheet[] {
  const cuts = [
    ...new Set([0, ...at.filter((row) => row >= sheet.headerRows && row < sheet.rows), sheet.rows]),
  ];
  cuts.sort((one, other) => one - other);
  return cuts.slice(0, -1).map((from, index) => rowsOf(sheet, from, cuts[index + 1] ?? sheet.rows, style));
}

/** Table 2 as one table per item of article 20. */
export function splitAtCaptions(sheet: Sheet): Sheet[] {
  const captions = sheet.cells
    .filter((cell) => cell.label && cell.columnSpan === sheet.columns)
    .map((cell) => cell.row);
  return splitSheet({ ...sheet, headerRows: 0 }, captions, { repeatsHeader: false, repeatsGroups: false });
}
