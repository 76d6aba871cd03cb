import type { Sheet, SheetCell } from '../sheet.js';

const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];

const byPlace = (cells: SheetCell[]): SheetCell[] =>
  cells.sort((one, other) => one.row - other.row || one.column - other.column);

const label = (text: string, row: number, column: number, rowSpan = 1, columnSpan = 1): SheetCell => ({
  text,
  row,
  column,
  rowSpan,
  columnSpan,
  label: true,
});

const figuresOf = (sheet: Sheet): SheetCell[] =>
  sheet.cells.filter((cell) => !cell.label).sort((one, other) => one.column - other.column);

/** Rows and columns exchanged. */
export function onItsSide(sheet: Sheet): Sheet {
  const cells = sheet.cells.map((cell) => ({
    ...cell,
    row: cell.column,
    column: cell.row,
    rowSpan: cell.columnSpan,
    columnSpan: cell.rowSpan,
  }));
  return { ...sheet, rows: sheet.columns, columns: sheet.rows, headerRows: 1, cells: byPlace(cells) };
}

/** Table 4 with a row for each kind of dispute. */
export function disputesAsRows(sheet: Sheet): Sheet {
  const figures = figuresOf(sheet).map((cell, index) => ({
    ...cell,
    row: 1 + Math.floor(index / 5),
    column: 2 + (index % 5),
  }));
  const labels = [
    label('', 0, 0, 1, 2),
    ...results.map((text, index) => label(text, 0, 2 + index)),
    label('行政复议', 1, 0, 1, 2),
    label('行政诉讼', 2, 0, 2),
    label('未经复议直接起诉', 2, 1),
    label('复议后起诉', 3, 1),
  ];
  return { ...sheet, rows: 4, columns: 7, headerRows: 1, cells: byPlace([...labels, ...figures]) };
}

/** Table 4 with a row for each figure. */
export function disputesDownwards(sheet: Sheet): Sheet {
  const figures = figuresOf(sheet).map((cell, index) => ({ ...cell, row: index, column: 3 }));
  const labels = [
    label('行政复议', 0, 0, 5, 2),
    label('行政诉讼', 5, 0, 10),
    label('未经复议直接起诉', 5, 1, 5),
    label('复议后起诉', 10, 1, 5),
    ...figures.map(({ row }) => label(results[row % 5] ?? '', row, 2)),
  ];
  return { ...sheet, rows: 15, columns: 4, headerRows: 0, cells: byPlace([...labels, ...figures]) };
}

/** Table 4 as two tables, one for reviews and one for suits. */
export function disputesApart(sheet: Sheet): Sheet[] {
  const figures = figuresOf(sheet);
  const below = (cells: SheetCell[], row: number): SheetCell[] =>
    cells.map((cell, column) => ({ ...cell, row, column }));
  const reviews = [
    label('行政复议', 0, 0, 1, 5),
    ...results.map((text, column) => label(text, 1, column)),
    ...below(figures.slice(0, 5), 2),
  ];
  const suits = [
    label('行政诉讼', 0, 0, 1, 10),
    label('未经复议直接起诉', 1, 0, 1, 5),
    label('复议后起诉', 1, 5, 1, 5),
    ...[...results, ...results].map((text, column) => label(text, 2, column)),
    ...below(figures.slice(5), 3),
  ];
  return [
    { ...sheet, rows: 3, columns: 5, headerRows: 2, cells: reviews },
    { ...sheet, rows: 4, columns: 10, headerRows: 3, cells: suits },
  ];
}
