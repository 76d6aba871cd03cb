import type { Cell as SheetCell, Worksheet } from 'exceljs';
import {
  isSure,
  type Cell,
  type CellAddress,
  type FormEdition,
  type Lang,
  type Report,
} from '../../../model/index.js';
import { evidenceText, relationTexts } from '../../findings/evidence.js';
import { tablesOf } from '../../tables/grid.js';
import { tableName, whereabouts } from '../../labels.js';
import { inert } from '../../tables/layout.js';
import { officialRows, type OfficialCell } from '../../tables/official.js';
import { harmless } from '../../spreadsheet.js';
import type { Translate } from '../../translate.js';
import { undated } from '../../findings/undated.js';

interface FormWorkbook {
  reports: readonly (Pick<Report, 'source' | 'agency' | 'year' | 'cells'> & {
    layout: Pick<Report['layout'], 'id' | 'status'>;
  })[];
  forms: readonly FormEdition[];
  lang: Lang;
  t: Translate;
}

/** Widths of the columns of labels and of figures, in characters. */
export const labelWidth = 14;
export const figureWidth = 10;

const thin = { style: 'thin' as const, color: { argb: 'FF888888' } };
const fills: Readonly<Partial<Record<OfficialCell['role'] | Cell['state'], string>>> = {
  caption: 'FFE8EEF4',
  corner: 'FFF4F6F8',
  column: 'FFF4F6F8',
  columnGroup: 'FFF4F6F8',
  unreadable: 'FFFFE08A',
  absent: 'FFDDDDDD',
};

/**
 * What was read, as the official form: a sheet for each report, the figures as numbers, and on each a comment that says where it was read.
 * What was not read stays empty and says so. The same reading gives the same bytes.
 */
export async function formXlsx({ reports, forms, lang, t }: FormWorkbook): Promise<Uint8Array> {
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  book.created = new Date(0);
  book.modified = new Date(0);
  const names = new Set<string>();
  for (const report of reports) {
    const title = [report.agency.name ?? t('pretty.untitled'), report.year]
      .filter((each) => each !== null)
      .join(' ');
    const relationText = relationTexts(forms, report.layout.id, t);
    const sheet = book.addWorksheet(uniqueName(title, names));
    let row = 1;
    const line = (text: string, size: number) => {
      sheet.getCell(row, 1).value = harmless(text);
      sheet.getCell(row, 1).font = { bold: true, size };
      row += 1;
    };
    line(title, 14);
    line(report.source.name, 10);
    for (const drawn of tablesOf(report, forms)) {
      row += 1;
      line(`${tableName(drawn.form.id, drawn.form.section, t)} ${drawn.form.title[lang]}`, 12);
      if (drawn.blocks.length === 0) line(t('pretty.noTable'), 10);
      row += put(sheet, officialRows(drawn), row, (target, address) =>
        figure(target, report.cells[address], relationText, t),
      );
    }
    sheet.columns.forEach((column, index) => (column.width = index < 3 ? labelWidth : figureWidth));
  }
  return undated(new Uint8Array(await book.xlsx.writeBuffer()));
}

/** Writes rows with merged cells from `top` on; gives their number. */
export function put(
  sheet: Worksheet,
  rows: OfficialCell[][],
  top: number,
  fill: (target: SheetCell, address: CellAddress) => void,
): number {
  const covered = new Set<string>();
  rows.forEach((cells, index) => {
    let column = 1;
    for (const cell of cells) {
      while (covered.has(`${index} ${column}`)) column += 1;
      for (let down = 0; down < cell.rows; down += 1)
        for (let right = 0; right < cell.columns; right += 1)
          covered.add(`${index + down} ${column + right}`);
      const target = sheet.getCell(top + index, column);
      if (cell.address === null) label(target, cell);
      else {
        look(target, undefined, 'right');
        fill(target, cell.address);
      }
      sheet.mergeCells(top + index, column, top + index + cell.rows - 1, column + cell.columns - 1);
    }
  });
  return rows.length;
}

function label(target: SheetCell, { role, text }: OfficialCell): void {
  target.value = text;
  look(target, fills[role], role === 'row' || role === 'corner' ? 'left' : 'center');
}

function figure(
  target: SheetCell,
  cell: Cell | undefined,
  relationText: (name: string) => string,
  t: Translate,
): void {
  const state = cell?.state ?? 'absent';
  if (cell !== undefined && state === 'number' && cell.value !== null) target.value = cell.value;
  else if (cell !== undefined && (state === 'placeholder' || state === 'text'))
    target.value = harmless(cell.raw);
  look(target, fills[state], 'right');
  target.note = noteOn(cell, relationText, t);
}

function noteOn(cell: Cell | undefined, relationText: (name: string) => string, t: Translate): string {
  if (cell === undefined || cell.state === 'absent') return t('state.absent.long');
  const state =
    cell.state === 'unreadable' || cell.state === 'blank'
      ? t(`state.${cell.state}.long`)
      : t('pretty.quoted', { quote: inert(cell.raw) });
  const where = [whereabouts(cell.at, t), evidenceText(cell, relationText, t)]
    .filter((each) => each !== '')
    .join(t('pretty.join'));
  const located = where === '' ? state : t('pretty.located', { text: state, where });
  return cell.state === 'unreadable' || isSure(cell)
    ? located
    : t('form.unsure', { text: located, share: Math.round(cell.confidence * 100) });
}

function look(target: SheetCell, argb: string | undefined, horizontal: 'left' | 'center' | 'right'): void {
  target.border = { top: thin, left: thin, bottom: thin, right: thin };
  target.alignment = { wrapText: true, vertical: 'middle', horizontal };
  if (argb !== undefined) target.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}

/** Names of sheets are short, unique whatever their case, and free of some signs. */
function uniqueName(wanted: string, names: Set<string>): string {
  const base = inert(wanted)
    .replaceAll(/[[\]:*?/\\']/g, '_')
    .slice(0, 25);
  let name = base;
  for (let number = 2; names.has(name.toLowerCase()); number += 1) name = `${base} (${number})`;
  names.add(name.toLowerCase());
  return name;
}
