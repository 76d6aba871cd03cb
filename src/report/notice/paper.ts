import type { FileChild, IParagraphOptions, IRunOptions, ISectionOptions, Table } from 'docx';
import { undated } from '../findings/undated.js';
import type { NoticeTemplate } from './template.js';

/** Twips of a millimetre, and of one Chinese character of size 三号 (16 points). */
const millimetre = 1440 / 25.4;
export const character = 320;

/** Sizes of type in half points: 二号, 三号, 四号, 五号. */
export const size = { title: 44, body: 32, page: 28, table: 21 };

/** GB/T 9704—2012: A4, a type area of 156 mm × 225 mm with 22 lines of 28 characters, lines 28.95 points apart. */
const page = {
  size: { width: Math.round(210 * millimetre), height: Math.round(297 * millimetre) },
  margin: {
    top: Math.round(37 * millimetre),
    bottom: Math.round(35 * millimetre),
    left: Math.round(28 * millimetre),
    right: Math.round(26 * millimetre),
    footer: Math.round(23 * millimetre),
  },
};
export const line = 579;
const titleLine = 700;
/** Line height of tables in twentieths of a point. */
const tableLine = 300;
export const area = page.size.width - page.margin.left - page.margin.right;

export interface PaperCell {
  text: string;
  /** Rows and columns that the cell takes; one of each. */
  rows?: number;
  columns?: number;
  centred?: boolean;
  head?: boolean;
  /** On the same page as the row that follows. */
  next?: boolean;
}
export type Row = readonly PaperCell[];

/** Without the time of writing, which would make the same document another file. */
const properties =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
  'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>gouji</dc:creator></cp:coreProperties>';

/** Where each cell of the rows begins, as a column, those that reach down from above counted. */
function columnsOf(rows: readonly Row[]): number[][] {
  const covered = new Set<string>();
  return rows.map((cells, row) => {
    let column = 0;
    return cells.map(({ rows: down = 1, columns: right = 1 }) => {
      while (covered.has(`${row} ${column}`)) column += 1;
      const start = column;
      for (let y = 0; y < down; y += 1)
        for (let x = 0; x < right; x += 1) covered.add(`${row + y} ${start + x}`);
      column += right;
      return start;
    });
  });
}

/** Paper for official documents, and what is written on it in the fonts of the template. */
export async function openPaper({ fonts }: NoticeTemplate) {
  const docx = await import('docx');
  const font = (eastAsia: string) => ({
    ascii: fonts.digits,
    hAnsi: fonts.digits,
    cs: fonts.digits,
    eastAsia,
  });
  const paragraph = (text: string, options: IParagraphOptions = {}, run: IRunOptions = {}) =>
    new docx.Paragraph({
      spacing: { line, lineRule: docx.LineRuleType.EXACT },
      ...options,
      children: [new docx.TextRun({ font: font(fonts.body), size: size.body, ...run, text })],
    });
  const indent = { firstLine: 2 * character };
  /** A paragraph of the body: the first line two characters in. */
  const body = (text: string, options: IParagraphOptions = {}) =>
    paragraph(text, { indent, alignment: docx.AlignmentType.BOTH, ...options });
  const heading = (text: string) =>
    paragraph(text, { indent, keepNext: true }, { font: font(fonts.heading) });
  const title = (text: string): FileChild[] => [
    paragraph(
      text,
      {
        alignment: docx.AlignmentType.CENTER,
        spacing: { line: titleLine, lineRule: docx.LineRuleType.EXACT, after: line },
      },
      { font: font(fonts.title), size: size.title },
    ),
  ];

  /** `shares`: widths of the columns in parts of the type area. Heads at the top are repeated on every page. */
  function table(shares: readonly number[], rows: readonly Row[]): Table {
    const widths = shares.map((share) => Math.floor(share * area));
    const total = (from: number, count: number) =>
      widths.slice(from, from + count).reduce((sum, each) => sum + each, 0);
    const starts = columnsOf(rows);
    const cellAt = (
      { text, rows: down = 1, columns = 1, centred = false, head = false, next = false }: PaperCell,
      column: number,
    ) =>
      new docx.TableCell({
        width: { size: total(column, columns), type: docx.WidthType.DXA },
        columnSpan: columns,
        rowSpan: down,
        margins: { top: 30, bottom: 30, left: 70, right: 70 },
        verticalAlign: docx.VerticalAlignTable.CENTER,
        children: [
          paragraph(
            text,
            {
              spacing: { line: tableLine, lineRule: docx.LineRuleType.EXACT },
              keepNext: next,
              alignment: centred ? docx.AlignmentType.CENTER : docx.AlignmentType.LEFT,
            },
            { size: size.table, font: font(head ? fonts.heading : fonts.body) },
          ),
        ],
      });
    return new docx.Table({
      layout: docx.TableLayoutType.FIXED,
      width: { size: total(0, widths.length), type: docx.WidthType.DXA },
      columnWidths: widths,
      rows: rows.map(
        (cells, row) =>
          new docx.TableRow({
            cantSplit: true,
            tableHeader: cells.every(({ head }) => head === true),
            children: cells.map((each, index) => cellAt(each, starts[row]?.[index] ?? 0)),
          }),
      ),
    });
  }

  /** The number of the page between dashes, at the outer edge. */
  function footers(): NonNullable<ISectionOptions['footers']> {
    const number = (outer: IParagraphOptions) =>
      new docx.Footer({
        children: [
          new docx.Paragraph({
            ...outer,
            children: [
              new docx.TextRun({
                children: ['— ', docx.PageNumber.CURRENT, ' —'],
                font: font('宋体'),
                size: size.page,
              }),
            ],
          }),
        ],
      });
    const inset = size.page * 10;
    return {
      default: number({ alignment: docx.AlignmentType.RIGHT, indent: { right: inset } }),
      even: number({ alignment: docx.AlignmentType.LEFT, indent: { left: inset } }),
    };
  }

  /** The parts as one Word document, each from the top of a page, with its own page numbers. */
  async function document(parts: readonly { children: readonly FileChild[] }[]): Promise<Uint8Array> {
    const made = new docx.Document({
      evenAndOddHeaderAndFooters: true,
      styles: { default: { document: { run: { font: font(fonts.body), size: size.body } } } },
      sections: parts.map(({ children }, index) => ({
        properties: { page: { ...page, pageNumbers: { start: 1 } } },
        ...(index === 0 ? { footers: footers() } : {}),
        children: [...children],
      })),
    });
    const overrides = [{ path: 'docProps/core.xml', data: properties }];
    return undated(new Uint8Array(await docx.Packer.toArrayBuffer(made, false, overrides)));
  }

  return { docx, fonts, font, paragraph, body, heading, title, table, document };
}

export type Paper = Awaited<ReturnType<typeof openPaper>>;
