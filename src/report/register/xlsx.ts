import type { Cell as SheetCell, Workbook } from 'exceljs';
import { tablesOf } from '../tables/grid.js';
import { put, labelWidth, figureWidth } from '../formats/sheets/form-xlsx.js';
import { tableName } from '../labels.js';
import { officialRows } from '../tables/official.js';
import { harmless } from '../spreadsheet.js';
import { undated } from '../findings/undated.js';
import {
  asCells,
  contentText,
  countedText,
  editionOf,
  feesOf,
  fieldText,
  labelsOf,
  rowsText,
  whyText,
  type RegisterView,
} from './view.js';

/** Rows that a comment names. */
const mostRows = 200;

/** The official form filled in, each figure with its rows in a comment; a sheet of differences; one of what could not be classified. */
export async function registerXlsx(view: RegisterView): Promise<Uint8Array> {
  const { tables, differences, t } = view;
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  book.created = new Date(0);
  book.modified = new Date(0);
  addForm(book, view);
  const labelOf = labelsOf(view);
  if (differences !== null)
    addList(
      book,
      t('register.sheetName.differences'),
      (['cell', 'report', 'register', 'rows', 'open'] as const).map((head) => t(`register.head.${head}`)),
      differences.map(({ cell, report, register, rows, open }) => [
        labelOf(cell),
        report ?? t('register.blankCell'),
        register,
        rowsText(rows, tables, t, mostRows),
        rowsText(open, tables, t, mostRows),
      ]),
    );
  const fees = feesOf(view);
  if (fees.length > 0)
    addList(
      book,
      t('register.sheetName.fees'),
      (['fee', 'register', 'rows', 'open'] as const).map((head) => t(`register.head.${head}`)),
      fees.map(({ label, figure: { value, rows, open } }) => [
        label,
        value,
        rowsText(rows, tables, t, mostRows),
        rowsText(open, tables, t, mostRows),
      ]),
    );
  addList(
    book,
    t('register.sheetName.unclassified'),
    (['row', 'column', 'field', 'text', 'why', 'counted'] as const).map((head) => t(`register.head.${head}`)),
    tables.unclassified.map((each) => [
      each.row,
      each.column ?? '',
      fieldText(each.field, t),
      contentText(each, t),
      whyText(each, t),
      countedText(each, t),
    ]),
  );
  return undated(new Uint8Array(await book.xlsx.writeBuffer()));
}

function addForm(book: Workbook, { tables, forms, lang, t }: RegisterView): void {
  const sheet = book.addWorksheet(t('register.sheetName.form', { year: tables.year }));
  const cells = asCells(tables);
  const layout = { id: editionOf(forms, tables.year) };
  let row = 1;
  const line = (text: string, size: number) => {
    sheet.getCell(row, 1).value = text;
    sheet.getCell(row, 1).font = { bold: true, size };
    row += 1;
  };
  line(t('register.title', { year: tables.year }), 14);
  line(t('register.privacy'), 9);
  const noted = (target: SheetCell, address: string) => {
    const cell = tables.cells[address];
    if (cell === undefined) return;
    const rows =
      cell.rows.length === 0
        ? t('register.rowsNone')
        : `${t('register.rows')} ${rowsText(cell.rows, tables, t, mostRows)}`;
    const open =
      cell.open.length === 0 ? '' : `\n${t('register.open')} ${rowsText(cell.open, tables, t, mostRows)}`;
    target.note = rows + open;
  };
  for (const drawn of tablesOf({ layout, cells }, forms)) {
    if (drawn.blocks.length === 0) continue;
    row += 1;
    line(`${tableName(drawn.form.id, drawn.form.section, t)} ${drawn.form.title[lang]}`, 12);
    row += put(sheet, officialRows(drawn), row, (target, address) => {
      const value = tables.cells[address]?.value;
      if (value !== undefined) target.value = value;
      noted(target, address);
    });
  }
  sheet.columns.forEach((column, index) => (column.width = index < 3 ? labelWidth : figureWidth));
}

function addList(book: Workbook, name: string, heads: string[], rows: (string | number)[][]): void {
  const sheet = book.addWorksheet(name);
  sheet.addRow(heads).font = { bold: true };
  for (const row of rows) sheet.addRow(row.map((each) => (typeof each === 'string' ? harmless(each) : each)));
  sheet.columns.forEach((column, index) => (column.width = index === 0 ? 40 : 18));
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
}
