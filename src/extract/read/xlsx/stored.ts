/** Rows and columns of a sheet that are read; a report has a few hundred rows, its widest table fifteen columns. */
export const mostRows = 5_000;
export const mostColumns = 256;

/** A range of cells, from 0, both ends included. */
export interface Range {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** What a file stores of one sheet, whatever its format. */
export interface StoredSheet {
  name: string;
  /** Text of the stored cells by row and column, from 0; `''` for one that is stored but empty. */
  rows: Map<number, Map<number, string>>;
  merges: Range[];
  hiddenRows: Set<number>;
  hiddenColumns: Set<number>;
  /** It has rows or columns beyond those that are read. */
  truncated: boolean;
  /** A picture lies on it. */
  pictured: boolean;
  /** Rows that are read. */
  mostRows: number;
}

export interface StoredBook {
  sheets: StoredSheet[];
  /** Sheets left out because they are hidden. */
  hidden: number;
}

export function emptySheet(name: string, rows = mostRows): StoredSheet {
  return {
    name,
    rows: new Map(),
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    truncated: false,
    pictured: false,
    mostRows: rows,
  };
}

/** Stands for the text of a cell that the file states twice, or in two places: which one is right cannot be told. */
export const contradictory = '\ufffd';

/** Keeps a cell unless it lies beyond what is read. One that is there with another text already is contradictory. */
export function store(sheet: StoredSheet, row: number, column: number, text: string): void {
  if (row >= sheet.mostRows || column >= mostColumns) {
    if (text !== '') sheet.truncated = true;
    return;
  }
  const cells = sheet.rows.get(row) ?? new Map<number, string>();
  sheet.rows.set(row, cells);
  const known = cells.get(column);
  cells.set(column, known === undefined || known === text ? text : contradictory);
}

/** `B3` as row and column from 0; `null` for anything else. */
export function cellAt(ref: string): { row: number; column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref) ?? [];
  if (letters === undefined || digits === undefined || Number(digits) === 0) return null;
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}

/** Row and column from 0 as `B3`. */
export function refOf(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${String(row + 1)}`;
}
