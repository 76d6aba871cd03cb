import * as fc from 'fast-check';
import type { ReportModel } from '../report.js';
import type { Sheet } from './sheet.js';
import { wrap } from './text/width.js';

/** What a text extraction does around the tables: gaps, indents, headings, and what it drags along from the page. */
export interface PageStyle {
  gap: string;
  indent: '' | '　　' | '    ';
  heading: 'plain' | 'markdown' | 'bold' | 'indented';
  /** Rows of a metadata table before the title and lines of a site footer after the text. */
  chrome: 'none' | 'tabs' | 'pipes' | 'lines';
  /** The title as one line, broken in two, or printed twice. */
  title: 'once' | 'broken' | 'twice';
  /** A list of contents with dot leaders and page numbers before the text. */
  contents: boolean;
  /** Columns after which running text is broken, in mid-word; `null`: a paragraph is a line. */
  wrap: number | null;
}

export const pageStyles: fc.Arbitrary<PageStyle> = fc.record({
  gap: fc.constantFrom('\n\n', '\n', '\n\n\n'),
  indent: fc.constantFrom('', '　　', '    '),
  heading: fc.constantFrom('plain', 'markdown', 'bold', 'indented'),
  chrome: fc.oneof(
    { weight: 2, arbitrary: fc.constant('none' as const) },
    { weight: 1, arbitrary: fc.constantFrom('tabs' as const, 'pipes' as const, 'lines' as const) },
  ),
  title: fc.constantFrom('once', 'broken', 'twice'),
  contents: fc.oneof(
    { weight: 5, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
  wrap: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(40, 76) },
  ),
});

/** Nothing around the tables but the report. */
export const plainPage: PageStyle = {
  gap: '\n\n',
  indent: '',
  heading: 'plain',
  chrome: 'none',
  title: 'once',
  contents: false,
  wrap: null,
};

const metadata = [
  ['索引号', '012345678/2022-00017', '主题分类', '政府信息公开年度报告'],
  ['发文字号', '无', '有效性', '有效'],
];

const footer = [
  '网站地图 | 联系我们 | 隐私声明',
  '网站标识码：0000000001',
  '备案号：江ICP备00000001号-1',
  '本站支持IPv6访问',
];

function metadataRows(style: PageStyle): string[] {
  switch (style.chrome) {
    case 'none':
      return [];
    case 'tabs':
      return metadata.map((row) => row.join('\t'));
    case 'pipes':
      return metadata.map((row) => `${row.join(' | ')} |`);
    case 'lines':
      return metadata.flat();
  }
}

function titleLines(title: string, style: PageStyle): string[] {
  const cut = title.indexOf('政府信息公开') + 4;
  if (style.title === 'broken') return [title.slice(0, cut), title.slice(cut)];
  return style.title === 'twice' ? [title, title] : [title];
}

function headingLine(heading: string, style: PageStyle): string {
  switch (style.heading) {
    case 'plain':
      return heading;
    case 'markdown':
      return `## ${heading}`;
    case 'bold':
      return `**${heading}**`;
    case 'indented':
      return `  ${heading}  `;
  }
}

/** The whole report as text, each table put in by `print`. */
export function textPage(
  report: ReportModel,
  sheets: readonly Sheet[],
  style: PageStyle,
  print: (sheet: Sheet) => string,
): string {
  const paragraph = (text: string): string =>
    style.wrap === null ? style.indent + text : wrap(style.indent + text, style.wrap).join('\n');
  const sheetOf = new Map(report.form.tables.map((table, index) => [table.section, sheets[index]]));
  const parts = report.parts.flatMap((part, index) => {
    const sheet = sheetOf.get(report.form.sections[index]?.ordinal ?? '');
    return [
      headingLine(part.heading, style),
      ...part.paragraphs.map(paragraph),
      ...(sheet === undefined ? [] : [print(sheet)]),
    ];
  });
  return [
    ...metadataRows(style),
    ...titleLines(report.title, style),
    ...(style.contents
      ? report.parts.map(({ heading }, index) => `${heading}${'…'.repeat(12)}${index + 1}`)
      : []),
    ...report.preface.map(paragraph),
    ...parts,
    ...(style.chrome === 'none' ? [] : footer),
  ].join(style.gap);
}
