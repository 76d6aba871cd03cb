import type { Document, ReadNote, SourceFormat } from '../../../model/index.js';
import { isZip } from '../bytes.js';
import { readPackage, type Display } from './package.js';
import { sheetBlocks } from './sheet.js';
import { readSpreadsheetMl } from './spreadsheetml.js';
import { mostRows, type StoredBook } from './stored.js';

/**
 * Workbooks: XLSX, XLS (also ET), Excel 2003 XML. Every visible sheet in order; hidden sheets, rows and columns are left out and said so.
 * Formulas give the values that were stored with them.
 * @throws InputError `damaged`, `encrypted`, `too-large`, `unsafe-xml`
 */
export async function readXlsx(bytes: Uint8Array): Promise<Document> {
  return bookDocument(await readBook(bytes), 'xlsx');
}

/** The sheets of a workbook as a document. */
export function bookDocument(book: StoredBook, format: SourceFormat): Document {
  const hidden = { sheets: book.hidden, rows: 0, columns: 0 };
  const notes: ReadNote[] = [];
  const blocks = book.sheets.flatMap((sheet) => {
    if (sheet.truncated)
      notes.push({ code: 'truncated', at: { sheet: sheet.name }, values: { rows: String(mostRows) } });
    return sheetBlocks(sheet, hidden);
  });
  if (hidden.sheets + hidden.rows + hidden.columns > 0) {
    const values = {
      sheets: String(hidden.sheets),
      rows: String(hidden.rows),
      columns: String(hidden.columns),
    };
    notes.push({ code: 'hidden-cells', at: null, values });
  }
  return { format, encoding: null, title: null, blocks, pages: null, notes };
}

/** How a workbook is read where a report's limits do not fit. */
export interface BookReading {
  /** Displays numbers in place of the file's own formats. */
  display?: () => Promise<Display>;
  /** Rows of a sheet that are read. */
  rows?: number;
}

/**
 * What a workbook stores, whatever its format.
 * @throws InputError `damaged`, `encrypted`, `too-large`, `unsafe-xml`
 */
export async function readBook(bytes: Uint8Array, { display, rows }: BookReading = {}): Promise<StoredBook> {
  if (isZip(bytes)) return readPackage(bytes, display ?? loadDisplay, rows);
  if (bytes[0] === 0xd0) return (await import('./binary.js')).readBinary(bytes, await display?.(), rows);
  return readSpreadsheetMl(bytes, rows);
}

/** The formatter of SheetJS, which is large and which most sheets do not need. */
export async function loadDisplay(): Promise<Display> {
  const { SSF } = (await import('@e965/xlsx')) as {
    SSF: { format(format: string | number, value: number, options: { date1904: boolean }): string };
  };
  return (format, value, date1904) => {
    try {
      return SSF.format(format, value, { date1904 });
    } catch {
      return String(value);
    }
  };
}
