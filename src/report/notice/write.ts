import type { FileChild, Table } from 'docx';
import { width } from '../tables/layout.js';
import type { Letter, Point } from './letter.js';
import { area, character, line, openPaper, type Paper, type Row } from './paper.js';
import type { NoticeTemplate } from './template.js';

const red = 'FF0000';

/** Widths of the columns of the table of problems, in parts of the type area. */
const shares = [0.07, 0.38, 0.16, 0.17, 0.22];

function letterhead({ docx, fonts, font, paragraph }: Paper, { letterhead: head }: Letter): FileChild[] {
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

function listed({ heading, body }: Paper, { points, labels, signs }: Letter): FileChild[] {
  return points.flatMap(({ heading: title, found, where, basis, required }) => [
    heading(title),
    ...[
      [labels.found, found],
      ...(where.length === 0 ? [] : [[labels.where, where.join(signs.join)]]),
      [labels.basis, basis],
      [labels.required, required],
    ].map(([name, text]) => body(`${name ?? ''}${signs.colon}${text ?? ''}`)),
  ]);
}

/** One row a place, under a row that says what is wrong; the columns of the number and of the basis run over all of them. */
function tabled(paper: Paper, { points, labels, signs }: Letter): Table {
  const head = [labels.number, labels.where, labels.now, labels.should, labels.basis];
  const rowsOf = ({ title, found, places, basis, advice }: Point, index: number): Row[] => {
    const said = title + signs.colon + found;
    const number = (rows: number) => ({ text: String(index + 1), centred: true, rows });
    if (places.length === 0) {
      return [
        [number(2), { text: said, columns: 4, next: true }],
        [{ text: advice, columns: 3 }, { text: basis }],
      ];
    }
    const rows = places.length;
    return [
      [number(rows + 1), { text: said + advice, columns: 4, next: true }],
      ...places.map(({ where, now, should }, at) => {
        const next = at < rows - 1;
        return [
          { text: where, next },
          { text: now, next, centred: true },
          { text: should, next, centred: true },
          ...(at === 0 ? [{ text: basis, rows }] : []),
        ];
      }),
    ];
  };
  return paper.table(shares, [
    head.map((text) => ({ text, head: true, centred: true })),
    ...points.flatMap(rowsOf),
  ]);
}

/** The name of the office over the date, centred on each other; the longer of them four characters from the right edge. */
function signature({ docx, paragraph }: Paper, { issuer, date, contact }: Letter): FileChild[] {
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

function letterParts(paper: Paper, letter: Letter, template: NoticeTemplate): FileChild[] {
  const { title, addressee, opening, closing } = letter;
  return [
    ...letterhead(paper, letter),
    ...paper.title(title),
    paper.paragraph(addressee),
    ...opening.map((text) => paper.body(text)),
    ...(template.problems === 'table' ? [tabled(paper, letter)] : listed(paper, letter)),
    ...closing.map((text, index) => paper.body(text, { keepNext: index === closing.length - 1 })),
    ...signature(paper, letter),
  ];
}

/** The letters as one Word document, each on a page of its own, with its own page numbers. */
export async function writeLetters(
  letters: readonly Letter[],
  template: NoticeTemplate,
): Promise<Uint8Array> {
  const paper = await openPaper(template);
  return paper.document(letters.map((letter) => ({ children: letterParts(paper, letter, template) })));
}
