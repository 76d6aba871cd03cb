import type { CellObject, read as Read, WorkBook, WorkSheet } from '@e965/xlsx';
import { InputError } from '../../../model/index.js';
import { openOle } from '../containers/ole.js';
import { decoderOf, encodingOfPage } from '../rtf/code-pages.js';
import { textOfNumber } from './cell-text.js';
import type { Display } from './package.js';
import { emptySheet, mostColumns, mostRows, store, type StoredBook, type StoredSheet } from './stored.js';

/**
 * An XLS workbook (also ET). Formulas give the values that were stored with them; numbers are displayed as the file says, or by `display`.
 * @throws InputError `damaged`, `encrypted`
 */
export async function readBinary(bytes: Uint8Array, display?: Display, rows = mostRows): Promise<StoredBook> {
  const { read, set_cptable } = await import('@e965/xlsx');
  // Excel 95 and before keep text in the code page of their system, which SheetJS decodes with what it is given.
  if (!openOle(bytes).has('Workbook')) set_cptable({ utils: { decode: decodePage } });
  const book = parse(read, bytes, rows);
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const textOfCell = (cell: CellObject) => textOf(cell, display, date1904);
  const sheets = book.SheetNames.flatMap((name, index) => {
    const sheet: WorkSheet | undefined = book.Sheets[name];
    return sheet === undefined || (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0
      ? []
      : [stored(sheet, emptySheet(name, rows), textOfCell)];
  });
  return { sheets, hidden: book.SheetNames.length - sheets.length };
}

/** UTF-16 has a code page of its own, of which the Windows pages know nothing. */
const utf16 = 1200;

function decodePage(page: number, bytes: ArrayLike<number>): string {
  return decoderOf(page === utf16 ? 'utf-16le' : encodingOfPage(page)).decode(Uint8Array.from(bytes));
}

function parse(read: typeof Read, bytes: Uint8Array, rows: number): WorkBook {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      sheetStubs: true,
      cellStyles: true,
      cellNF: true,
      cellHTML: false,
      cellFormula: false,
      sheetRows: rows,
    });
  } catch (error) {
    throw new InputError(
      error instanceof Error && /password|encrypt/i.test(error.message) ? 'encrypted' : 'damaged',
    );
  }
}

function stored(
  sheet: WorkSheet,
  result: StoredSheet,
  textOfCell: (cell: CellObject) => string,
): StoredSheet {
  result.truncated = sheet['!fullref'] !== undefined;
  (sheet['!data'] ?? []).forEach((cells: CellObject[] | undefined, row) => {
    cells?.forEach((cell: CellObject | undefined, column) => {
      if (cell !== undefined) store(result, row, column, textOfCell(cell));
    });
  });
  sheet['!rows']
    ?.slice(0, result.mostRows)
    .forEach((row, at) => row?.hidden === true && result.hiddenRows.add(at));
  sheet['!cols']
    ?.slice(0, mostColumns)
    .forEach((column, at) => column?.hidden === true && result.hiddenColumns.add(at));
  for (const { s, e } of sheet['!merges'] ?? [])
    result.merges.push({ top: s.r, left: s.c, bottom: e.r, right: e.c });
  return result;
}

function textOf(cell: CellObject, display: Display | undefined, date1904: boolean): string {
  if (cell.t === 'z') return '';
  if (cell.t === 's') return String(cell.v ?? '');
  if (cell.t !== 'n' || typeof cell.v !== 'number') return cell.w ?? String(cell.v ?? '');
  const shown = display === undefined ? cell.w : display(cell.z ?? 'General', cell.v, date1904);
  return textOfNumber(cell.v, shown ?? String(cell.v));
}
