/** A text in the grid of a sheet with the place where it begins; a merged cell stands in every place that it covers. */
export interface Cell {
  text: string;
  /** Row and column of its first place, as indexes into the grid. */
  top: number;
  left: number;
  width: number;
  height: number;
}

export interface SheetRow {
  /** As the reader of the file counts it, from 1. */
  number: number;
  /** By column from 0; `undefined` where nothing stands. */
  cells: (Cell | undefined)[];
}

/** A sheet of a workbook, a table of a document, or a file of separated values. */
export interface Sheet {
  /** Texts around it that may say its year and what it is: its name, paragraphs before it. Never shown. */
  about: string[];
  rows: SheetRow[];
  /** It has rows that were not read. */
  cutOff: boolean;
  /** Numbers stand as a spreadsheet keeps them: 10.10 is 10.1. */
  plainNumbers: boolean;
}

/** One cell of a row as it is stored, before merged ones are spread. */
export interface Stored {
  text: string;
  row: number;
  column: number;
  width: number;
  height: number;
}

/** Widest and highest spread of one merged cell; a register has none larger. */
const mostColumns = 256;
const mostSpread = 400_000;

/** Places cells in a grid; `numbers` names its rows. */
export function gridOf(stored: Iterable<Stored>, numbers: readonly number[]): SheetRow[] {
  const rows = numbers.map((number): SheetRow => ({ number, cells: [] }));
  let spread = 0;
  for (const { text, row, column, width, height } of stored) {
    const cell: Cell = { text, top: row, left: column, width, height };
    spread += width * height;
    const right = spread > mostSpread ? column + 1 : Math.min(column + width, mostColumns);
    const bottom = spread > mostSpread ? row + 1 : Math.min(row + height, rows.length);
    for (let at = row; at < bottom; at += 1) {
      const cells = rows[at]?.cells;
      if (cells !== undefined) for (let place = column; place < right; place += 1) cells[place] ??= cell;
    }
  }
  return rows;
}
