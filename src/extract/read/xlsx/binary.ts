import { read, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { InputError } from '../../../model/index.js';
import { textOfNumber } from './cell-text.js';
import { emptySheet, mostColumns, mostRows, store, type StoredBook, type StoredSheet } from './stored.js';

/**
 * An XLS workbook (also ET). Formulas give the values that were stored with them.
 * @throws InputError `damaged`, `encrypted`
 */
export function readBinary(bytes: Uint8Array): StoredBook {
  const book = parse(bytes);
  const sheets = book.SheetNames.flatMap((name, index) => {
    const sheet: WorkSheet | undefined = book.Sheets[name];
    return sheet === undefined || (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0
      ? []
      : [stored(sheet, name)];
  });
  return { sheets, hidden: book.SheetNames.length - sheets.length };
}

function parse(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      sheetStubs: true,
      cellStyles: true,
      cellNF: true,
      cellHTML: false,
      cellFormula: false,
      sheetRows: mostRows,
    });
  } catch (error) {
    throw new InputError(
      error instanceof Error && /password|encrypt/i.test(error.message) ? 'encrypted' : 'damaged',
    );
  }
}

function stored(sheet: WorkSheet, name: string): StoredSheet {
  const result = emptySheet(name);
  result.truncated = sheet['!fullref'] !== undefined;
  (sheet['!data'] ?? []).forEach((cells: CellObject[] | undefined, row) => {
    cells?.forEach((cell: CellObject | undefined, column) => {
      if (cell !== undefined) store(result, row, column, textOf(cell));
    });
  });
  sheet['!rows']?.slice(0, mostRows).forEach((row, at) => row?.hidden === true && result.hiddenRows.add(at));
  sheet['!cols']
    ?.slice(0, mostColumns)
    .forEach((column, at) => column?.hidden === true && result.hiddenColumns.add(at));
  for (const { s, e } of sheet['!merges'] ?? [])
    result.merges.push({ top: s.r, left: s.c, bottom: e.r, right: e.c });
  return result;
}

function textOf(cell: CellObject): string {
  if (cell.t === 'z') return '';
  if (cell.t === 's') return String(cell.v ?? '');
  if (cell.t !== 'n' || typeof cell.v !== 'number') return cell.w ?? String(cell.v ?? '');
  return textOfNumber(cell.v, cell.w ?? String(cell.v));
}
