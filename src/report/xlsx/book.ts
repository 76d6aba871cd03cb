import type { Alignment, Column, PageSetup, Style, Workbook, Worksheet } from 'exceljs';
import { width } from '../tables/layout.js';
import { headsOf, type ColumnWidth } from '../tables/rows.js';
import { harmless, type Value } from '../spreadsheet.js';
import type { Translate } from '../translate.js';
import { undated } from '../findings/undated.js';

type ExcelJS = typeof import('exceljs');

/** Rows that a sheet holds, the head among them; further rows go to a sheet of their own. */
const sheetRows = 1_048_576;
/** Characters that a cell holds. */
const cellLength = 32_767;

const headFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDCE6F1' } } as const;

/** Columns of characters that one sheet of A4 across takes in a size that can be read. */
const legible = 210;

/** A4 across; a wide table takes several sheets beside each other. */
const paperFor = (widths: readonly number[]): Partial<PageSetup> => ({
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: Math.ceil(widths.reduce((sum, each) => sum + each, 0) / legible),
  fitToHeight: 0,
});

/** A workbook in the making. Sheets are written one after another and leave memory as they are written. */
export interface Book {
  /** A table with a frozen head and a filter. */
  table: (
    name: string,
    columns: readonly ColumnWidth[],
    rows: Iterable<readonly Value[]>,
    look?: Look,
  ) => Promise<void>;
  /** A sheet of lines, each as bold as it says. */
  lines: (name: string, widths: readonly number[], lines: readonly SheetLine[]) => void;
  finish: () => Promise<Uint8Array>;
}

/** Looks of columns by their name: a number format, or colours by text. */
export interface Look {
  percent?: string[];
  colours?: Record<string, Record<string, string>>;
  /** The row of another sheet, from 1, to which the cell of a row, from 0, leads; `null`: nowhere. */
  links?: Record<string, { sheet: string; rowOf: (row: number) => number | null }>;
}

export interface SheetLine {
  values: readonly Value[];
  bold?: boolean;
}

/** What a cell is given: numbers as numbers, text that is no formula. */
function cellValue(value: Value): Value {
  return typeof value === 'string' ? harmless(value).slice(0, cellLength) : value;
}

/** Columns of less room hold a number or a word. */
const roomForText = 20;

const alignmentIn = (room: number): Partial<Alignment> =>
  room < roomForText ? { vertical: 'top', horizontal: 'center' } : { vertical: 'top', wrapText: true };

const lineHeight = 15;
/** As many as the tallest row can show. */
const mostLines = 27;

/** Lines that the longest text of a row takes: what opens the book need not find that out by itself. */
function linesOf(row: readonly Value[], columns: readonly ColumnWidth[]): number {
  const lines = columns.map(([, room], index) => {
    const value = row[index];
    // A character takes two columns at most.
    if (room < roomForText || typeof value !== 'string' || 2 * value.length <= room) return 1;
    return Math.ceil(width(value) / (room - 2));
  });
  return Math.min(mostLines, Math.max(...lines));
}

/** Rows written before others get their turn, so that what is written can leave memory. */
const turn = 1000;
const pause = () => new Promise((resolve) => setTimeout(resolve, 0));

export async function openBook(t: Translate): Promise<Book> {
  // In a browser there is only the workbook that is kept in memory.
  const { Workbook: Kept, stream: streams }: Partial<Pick<ExcelJS, 'stream'>> & Omit<ExcelJS, 'stream'> = (
    await import('exceljs')
  ).default;
  const book: Workbook =
    streams === undefined
      ? new Kept()
      : new streams.xlsx.WorkbookWriter({ useStyles: true, useSharedStrings: false });
  book.created = book.modified = new Date(0);

  function open(name: string, columns: readonly ColumnWidth[]): Worksheet {
    const sheet = book.addWorksheet(name, {
      views: [{ state: 'frozen', ySplit: 1 }],
      pageSetup: {
        ...paperFor(columns.map(([, room]) => room)),
        printTitlesRow: '1:1',
        printTitlesColumn: 'A:B',
      },
    });
    sheet.columns = columns.map(([, width]): Partial<Column> => ({ width }));
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
    const head = sheet.addRow(headsOf(columns, t));
    head.eachCell((cell) => {
      cell.font = { bold: true };
      cell.fill = headFill;
      cell.alignment = { vertical: 'middle', wrapText: true };
    });
    head.commit();
    return sheet;
  }

  /** Only what is written as it comes has to be told that nothing follows. */
  const close = (sheet: Worksheet) => {
    if (streams !== undefined) sheet.commit();
  };

  return {
    async table(name, columns, rows, { percent = [], colours = {}, links = {} } = {}) {
      // One object for all cells that look alike: the writer knows a style it has seen by its identity.
      const looks = columns.map(([column, room]) => {
        const plain: Partial<Style> = {
          alignment: alignmentIn(room),
          ...(percent.includes(column) ? { numFmt: '0%' } : {}),
        };
        const coloured = Object.entries(colours[column] ?? {}).map(
          ([text, argb]) => [text, { ...plain, font: { bold: true, color: { argb } } }] as const,
        );
        return { plain, coloured: new Map<string, Partial<Style>>(coloured) };
      });
      const linked = columns.flatMap(([column], index) => {
        const link = links[column];
        return link === undefined ? [] : [{ ...link, index }];
      });
      let sheet = open(name, columns);
      let sheets = 1;
      let count = 1;
      let written = 0;
      for (const row of rows) {
        if (count === sheetRows) {
          close(sheet);
          sheets += 1;
          sheet = open(`${name} ${sheets}`, columns);
          count = 1;
        }
        const added = sheet.addRow(row.map(cellValue));
        looks.forEach(({ plain, coloured }, index) => {
          const value = row[index] ?? null;
          if (value !== null) added.getCell(index + 1).style = coloured.get(String(value)) ?? plain;
        });
        for (const { sheet: target, rowOf, index } of linked) {
          const [text, at] = [cellValue(row[index] ?? null), rowOf(written)];
          if (text !== null && at !== null && at <= sheetRows)
            added.getCell(index + 1).value = { text: String(text), hyperlink: `#'${target}'!A${at}` };
        }
        written += 1;
        added.height = lineHeight * linesOf(row, columns);
        added.commit();
        count += 1;
        if (count % turn === 0) await pause();
      }
      close(sheet);
    },
    lines(name, widths, lines) {
      const sheet = book.addWorksheet(name, { pageSetup: paperFor(widths) });
      sheet.columns = widths.map((width): Partial<Column> => ({ width }));
      for (const [index, { values, bold = false }] of lines.entries()) {
        const row = sheet.addRow(values.map(cellValue));
        row.eachCell((cell, column) => {
          cell.alignment = {
            vertical: 'top',
            wrapText: column > 1,
            ...(column === 2 && values.length > 1 ? { horizontal: 'center' } : {}),
          };
          if (bold) cell.font = { bold: true, ...(index === 0 ? { size: 16 } : {}) };
          if (bold && values.length > 1) cell.fill = headFill;
        });
        if (index === 0) row.height = 2 * lineHeight;
        row.commit();
      }
      close(sheet);
    },
    async finish() {
      if (!('commit' in book)) return undated(new Uint8Array(await book.xlsx.writeBuffer()));
      // The types do not tell that the writer keeps what it has written until somebody reads it.
      const { commit, stream } = book as Workbook & {
        commit: () => Promise<void>;
        stream: { read: () => Uint8Array };
      };
      await commit.call(book);
      return undated(stream.read());
    },
  };
}
