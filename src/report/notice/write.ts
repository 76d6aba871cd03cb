import type { FileChild, IParagraphOptions, IRunOptions, ISectionOptions, Table } from 'docx';
import { width } from '../tables/layout.js';
import { undated } from '../findings/undated.js';
import type { Letter, Point } from './letter.js';
import type { NoticeTemplate } from './template.js';

type Docx = typeof import('docx');

/** Twips of a millimetre, and of one Chinese character of size 三号 (16 points). */
const millimetre = 1440 / 25.4;
const character = 320;

/** Sizes of type in half points: 二号, 三号, 四号, 五号. */
const size = { title: 44, body: 32, page: 28, table: 21 };

/** GB/T 9704—2012: A4, a type area of 156 mm × 225 mm with 22 lines of 28 characters, lines 28.95 points apart. */
const paper = {
  size: { width: Math.round(210 * millimetre), height: Math.round(297 * millimetre) },
  margin: {
    top: Math.round(37 * millimetre),
    bottom: Math.round(35 * millimetre),
    left: Math.round(28 * millimetre),
    right: Math.round(26 * millimetre),
    footer: Math.round(23 * millimetre),
  },
};
const line = 579;
const titleLine = 700;
const area = paper.size.width - paper.margin.left - paper.margin.right;
const red = 'FF0000';

/** Widths of the columns of the table of problems, in parts of the type area. */
const shares = [0.07, 0.38, 0.16, 0.17, 0.22];

/** Writes the parts of a letter in the fonts of the template. */
function pen(docx: Docx, { fonts }: NoticeTemplate) {
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
  /** A paragraph of the body: the first line two characters in. */
  const body = (text: string, options: IParagraphOptions = {}) =>
    paragraph(text, { indent: { firstLine: 2 * character }, alignment: docx.AlignmentType.BOTH, ...options });
  return { docx, fonts, font, paragraph, body };
}
type Pen = ReturnType<typeof pen>;

function letterhead({ docx, fonts, font, paragraph }: Pen, { letterhead: head }: Letter): FileChild[] {
  if (head === null) return [];
  const points = Math.min(50, Math.floor((0.95 * area) / 20 / Math.max(1, width(head.name) / 2)));
  const centred = { alignment: docx.AlignmentType.CENTER };
  const lineBelow = { style: docx.BorderStyle.SINGLE, size: 18, color: red, space: 8 };
  return [
    paragraph(
      head.name,
      { ...centred, spacing: { after: 2 * line } },
      { font: font(fonts.title), size: 2 * points, color: red },
    ),
    paragraph(head.number ?? '', { ...centred, border: { bottom: lineBelow } }),
    paragraph(''),
  ];
}

function listed({ fonts, font, paragraph, body }: Pen, { points, labels, signs }: Letter): FileChild[] {
  return points.flatMap(({ heading, found, where, basis, required }) => [
    paragraph(
      heading,
      { indent: { firstLine: 2 * character }, keepNext: true },
      { font: font(fonts.heading) },
    ),
    ...[
      [labels.found, found],
      ...(where.length === 0 ? [] : [[labels.where, where.join(signs.join)]]),
      [labels.basis, basis],
      [labels.required, required],
    ].map(([name, text]) => body(`${name ?? ''}${signs.colon}${text ?? ''}`)),
  ]);
}

/** Line height of the table in twentieths of a point. */
const tableLine = 300;

/** One row a place, under a row that says what is wrong; the columns of the number and of the basis run over all of them. */
function tabled({ docx, fonts, font, paragraph }: Pen, { points, labels, signs }: Letter): Table {
  const widths = shares.map((share) => Math.floor(share * area));
  interface Look {
    head?: boolean;
    columns?: number;
    rows?: number;
    /** On the same page as the row that follows. */
    next?: boolean;
  }
  const cell = (
    text: string,
    column: number,
    { head = false, columns = 1, rows = 1, next = false }: Look = {},
  ) => {
    const centred = head || column === 0 || (columns === 1 && (column === 2 || column === 3));
    return new docx.TableCell({
      width: {
        size: widths.slice(column, column + columns).reduce((sum, each) => sum + each, 0),
        type: docx.WidthType.DXA,
      },
      columnSpan: columns,
      rowSpan: rows,
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
  };
  const head = [labels.number, labels.where, labels.now, labels.should, labels.basis];
  const row = (children: InstanceType<Docx['TableCell']>[]) =>
    new docx.TableRow({ cantSplit: true, children });
  const rowsOf = ({ title, found, places, basis, advice }: Point, index: number) => {
    const said = title + signs.colon + found;
    const number = (rows: number) => cell(String(index + 1), 0, { rows });
    if (places.length === 0) {
      return [
        row([number(2), cell(said, 1, { columns: 4, next: true })]),
        row([cell(advice, 1, { columns: 3 }), cell(basis, 4)]),
      ];
    }
    const rows = places.length;
    return [
      row([number(rows + 1), cell(said + advice, 1, { columns: 4, next: true })]),
      ...places.map(({ where, now, should }, at) =>
        row([
          ...[where, now, should].map((text, column) => cell(text, column + 1, { next: at < rows - 1 })),
          ...(at === 0 ? [cell(basis, 4, { rows })] : []),
        ]),
      ),
    ];
  };
  return new docx.Table({
    layout: docx.TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: docx.WidthType.DXA },
    columnWidths: widths,
    rows: [
      new docx.TableRow({
        tableHeader: true,
        cantSplit: true,
        children: head.map((text, column) => cell(text, column, { head: true })),
      }),
      ...points.flatMap(rowsOf),
    ],
  });
}

/** The name of the office over the date, centred on each other; the longer of them four characters from the right edge. */
function signature({ docx, paragraph }: Pen, { issuer, date, contact }: Letter): FileChild[] {
  const [ours, theirs] = [width(issuer), width(date)].map((columns) => (columns / 2) * character) as [
    number,
    number,
  ];
  const edge = 4 * character;
  const at = (own: number, other: number) => ({
    alignment: docx.AlignmentType.RIGHT,
    indent: { right: Math.round(edge + Math.max(0, (other - own) / 2)) },
  });
  return [
    paragraph('', { keepNext: true }),
    paragraph('', { keepNext: true }),
    paragraph(issuer, { ...at(ours, theirs), keepNext: true }),
    paragraph(date, { ...at(theirs, ours), keepNext: contact !== null }),
    ...(contact === null ? [] : [paragraph(contact, { indent: { left: 2 * character } })]),
  ];
}

function letterParts(tools: Pen, letter: Letter, template: NoticeTemplate): FileChild[] {
  const { docx, fonts, font, paragraph, body } = tools;
  const { title, addressee, opening, closing } = letter;
  return [
    ...letterhead(tools, letter),
    paragraph(
      title,
      {
        alignment: docx.AlignmentType.CENTER,
        spacing: { line: titleLine, lineRule: docx.LineRuleType.EXACT, after: line },
      },
      { font: font(fonts.title), size: size.title },
    ),
    paragraph(addressee),
    ...opening.map((text) => body(text)),
    ...(template.problems === 'table' ? [tabled(tools, letter)] : listed(tools, letter)),
    ...closing.map((text, index) => body(text, { keepNext: index === closing.length - 1 })),
    ...signature(tools, letter),
  ];
}

/** The number of the page between dashes, at the outer edge. */
function footers({ docx, font }: Pen): NonNullable<ISectionOptions['footers']> {
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

/** Without the time of writing, which would make the same notice another file. */
const properties =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
  'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>gouji</dc:creator></cp:coreProperties>';

/** The letters as one Word document, each on a page of its own, with its own page numbers. */
export async function writeLetters(
  letters: readonly Letter[],
  template: NoticeTemplate,
): Promise<Uint8Array> {
  const docx = await import('docx');
  const tools = pen(docx, template);
  const { font, fonts } = tools;
  const document = new docx.Document({
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: font(fonts.body), size: size.body } } } },
    sections: letters.map((letter, index) => ({
      properties: {
        page: { ...paper, pageNumbers: { start: 1 } },
      },
      ...(index === 0 ? { footers: footers(tools) } : {}),
      children: letterParts(tools, letter, template),
    })),
  });
  const overrides = [{ path: 'docProps/core.xml', data: properties }];
  return undated(new Uint8Array(await docx.Packer.toArrayBuffer(document, false, overrides)));
}
