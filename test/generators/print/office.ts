import {
  AlignmentType,
  Document,
  HeadingLevel,
  LevelFormat,
  LevelSuffix,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
} from 'docx';
import ExcelJS from 'exceljs';
import * as fc from 'fast-check';
import type { ReportModel } from '../report.js';
import type { Sheet, SheetCell } from './sheet.js';
import { splitAtCaptions } from './text/split.js';

export interface WordStyle {
  /** Headings of the parts are numbered by Word, typed in a heading style, or plain paragraphs. */
  headings: 'numbered' | 'styled' | 'plain';
  /** Table 2 as one table or one per item. */
  stacked: boolean;
  /** A table around the whole report, as texts pasted from the web have. */
  framed: boolean;
}

export const wordStyles: fc.Arbitrary<WordStyle> = fc.record({
  headings: fc.constantFrom('numbered', 'styled', 'plain'),
  stacked: fc.boolean(),
  framed: fc.boolean(),
});

const parts = (report: ReportModel, sheets: readonly Sheet[]) => {
  const sheetOf = new Map(report.form.tables.map((table, index) => [table.section, sheets[index]]));
  return report.parts.map((part, index) => ({
    ...part,
    sheet: sheetOf.get(report.form.sections[index]?.ordinal ?? ''),
  }));
};

/** Reports with their tables, to be written into one file. */
export type Written = readonly (readonly [ReportModel, readonly Sheet[]])[];

function wordParagraphs(report: ReportModel, sheets: readonly Sheet[], style: WordStyle, instance: number) {
  const numerals = Array.from('一二三四五六七八九');
  const numbered =
    style.headings === 'numbered' &&
    report.parts.every(({ heading }, index) => heading.startsWith(`${numerals[index] ?? ''}、`));
  const headingOf = (heading: string): Paragraph => {
    if (numbered)
      return new Paragraph({
        text: heading.slice(2),
        heading: HeadingLevel.HEADING_2,
        numbering: { reference: 'parts', level: 0, instance },
      });
    return style.headings === 'plain'
      ? new Paragraph(heading)
      : new Paragraph({ text: heading, heading: HeadingLevel.HEADING_2 });
  };
  const tablesOf = (sheet: Sheet): Sheet[] =>
    sheet.table === 't2' && !style.stacked ? splitAtCaptions(sheet) : [sheet];
  return [
    new Paragraph({ text: report.title, heading: HeadingLevel.HEADING_1 }),
    ...report.preface.map((text) => new Paragraph(text)),
    ...parts(report, sheets).flatMap(({ heading, paragraphs, sheet }) => [
      headingOf(heading),
      ...paragraphs.map((text) => new Paragraph(text)),
      ...(sheet === undefined
        ? []
        : tablesOf(sheet).flatMap((table) => [wordTable(table), new Paragraph('')])),
    ]),
  ];
}

/** Whole reports as a Word document. */
export async function wordDocument(reports: Written, style: WordStyle): Promise<Uint8Array> {
  const children = reports.flatMap(([report, sheets], instance) =>
    wordParagraphs(report, sheets, style, instance),
  );
  const document = new Document({
    numbering: {
      config: [
        {
          reference: 'parts',
          levels: [
            {
              level: 0,
              format: LevelFormat.CHINESE_COUNTING,
              text: '%1、',
              suffix: LevelSuffix.NOTHING,
              alignment: AlignmentType.LEFT,
            },
          ],
        },
      ],
    },
    sections: [
      {
        children: style.framed
          ? [new Table({ rows: [new TableRow({ children: [new TableCell({ children })] })] })]
          : children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function wordTable(sheet: Sheet): Table {
  const rows = rowsOf(sheet).map(
    (row) =>
      new TableRow({
        children: row.map(
          ({ text, rowSpan, columnSpan }) =>
            new TableCell({
              rowSpan,
              columnSpan,
              children: text.split('\n').map((line) => new Paragraph(line)),
            }),
        ),
      }),
  );
  // As wide as the text, or a program that draws it squeezes each column to nothing.
  return new Table({
    rows,
    columnWidths: Array.from({ length: sheet.columns }, () => Math.floor(9000 / sheet.columns)),
  });
}

const rowsOf = (sheet: Sheet): SheetCell[][] =>
  Array.from({ length: sheet.rows }, (_, row) => sheet.cells.filter((cell) => cell.row === row));

export interface WorkbookStyle {
  /** Everything on one sheet, or a sheet for each part. */
  sheets: 'one' | 'parts';
  /** Titles, headings and prose are merged over the columns of the sheet, or run on from the first cell. */
  merged: boolean;
  /** Empty rows around tables. */
  gaps: boolean;
  /** Figures as numbers, with a format that hides decimals or groups thousands, or as text. */
  figures: 'numbers' | 'rounded' | 'grouped' | 'text';
}

export const workbookStyles: fc.Arbitrary<WorkbookStyle> = fc.record({
  sheets: fc.constantFrom('one', 'parts'),
  merged: fc.boolean(),
  gaps: fc.boolean(),
  figures: fc.constantFrom('numbers', 'rounded', 'grouped', 'text'),
});

const formatsOf = { numbers: 'General', rounded: '0', grouped: '#,##0', text: '@' };

/** Whole reports as a workbook; their tables have borders, so that empty cells are there. */
export async function workbook(reports: Written, style: WorkbookStyle): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const [index, [report, sheets]] of reports.entries())
    writeSheets(book, report, sheets, style, index === 0 ? '' : String(index + 1));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function writeSheets(
  book: ExcelJS.Workbook,
  report: ReportModel,
  sheets: readonly Sheet[],
  style: WorkbookStyle,
  suffix: string,
): void {
  const width = Math.max(...sheets.map((sheet) => sheet.columns));
  let page = book.addWorksheet(`报告${suffix}`);
  let row = 1;
  const write = (text: string) => {
    page.getCell(row, 1).value = text;
    if (style.merged) page.mergeCells(row, 1, row, width);
    row += 1;
  };
  [report.title, ...report.preface].forEach(write);
  for (const [index, { heading, paragraphs, sheet }] of parts(report, sheets).entries()) {
    if (style.sheets === 'parts') {
      page = book.addWorksheet(`第${String(index + 1)}部分${suffix}`);
      row = 1;
    }
    [heading, ...paragraphs].forEach(write);
    if (sheet === undefined) continue;
    if (style.gaps) row += 1;
    for (const cell of sheet.cells) put(page, cell, row, style);
    row += sheet.rows + (style.gaps ? 1 : 0);
  }
}

function put(
  page: ExcelJS.Worksheet,
  { text, row, column, rowSpan, columnSpan, label }: SheetCell,
  top: number,
  style: WorkbookStyle,
): void {
  const cell = page.getCell(top + row, column + 1);
  const isNumber = !label && style.figures !== 'text' && /^-?\d+(?:\.\d+)?$/.test(text);
  if (text !== '') cell.value = isNumber ? Number(text) : text;
  if (isNumber) cell.numFmt = formatsOf[style.figures];
  cell.border = { top: { style: 'thin' }, bottom: { style: 'thin' } };
  if (rowSpan * columnSpan > 1)
    page.mergeCells(top + row, column + 1, top + row + rowSpan - 1, column + columnSpan);
}
