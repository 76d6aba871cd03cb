import * as fc from 'fast-check';
import type { ReportModel } from '../report.js';
import { gridOf, type Sheet, type SheetCell } from './sheet.js';
import { splitAtCaptions, splitSheet } from './text/split.js';

export interface HtmlStyle {
  upperCase: boolean;
  /** End tags of cells and rows left out, as old editors do. */
  unclosed: boolean;
  headerTag: 'td' | 'th';
  /** What stands around the text of a cell; `runs`: every character of a figure in a run of its own. */
  inner: 'plain' | 'paragraph' | 'word' | 'runs';
  blank: '' | '&nbsp;' | ' ' | '<br>' | '<p>&nbsp;</p>';
  /** `real`: rowspan and colspan; `unmerged`: empty cells instead; `ragged`: labels lack their colspan. */
  spans: 'real' | 'unmerged' | 'ragged';
  /** Rows of Table 3 at which it is cut into tables. */
  cuts: number[];
  repeatsHeader: boolean;
  repeatsGroups: boolean;
  /** Table 2 as one table or one per item. */
  stacked: boolean;
  layout: 'body' | 'divs' | 'table' | 'rows';
  chrome: boolean;
  headings: 'h2' | 'p' | 'strong' | 'spans';
  pretty: boolean;
  declares: boolean;
}

export const plainHtml: HtmlStyle = {
  upperCase: false,
  unclosed: false,
  headerTag: 'td',
  inner: 'plain',
  blank: '',
  spans: 'real',
  cuts: [],
  repeatsHeader: false,
  repeatsGroups: false,
  stacked: true,
  layout: 'body',
  chrome: false,
  headings: 'p',
  pretty: false,
  declares: true,
};

export const htmlStyles: fc.Arbitrary<HtmlStyle> = fc.record({
  upperCase: fc.boolean(),
  unclosed: fc.boolean(),
  headerTag: fc.constantFrom('td', 'th'),
  inner: fc.constantFrom('plain', 'paragraph', 'word', 'runs'),
  blank: fc.constantFrom('', '&nbsp;', ' ', '<br>', '<p>&nbsp;</p>'),
  spans: fc.oneof(
    { weight: 4, arbitrary: fc.constant('real' as const) },
    { weight: 1, arbitrary: fc.constantFrom('unmerged' as const, 'ragged' as const) },
  ),
  cuts: fc.array(fc.integer({ min: 5, max: 26 }), { maxLength: 2 }),
  repeatsHeader: fc.boolean(),
  repeatsGroups: fc.boolean(),
  stacked: fc.boolean(),
  layout: fc.constantFrom('body', 'divs', 'table', 'rows'),
  chrome: fc.boolean(),
  headings: fc.constantFrom('h2', 'p', 'strong', 'spans'),
  pretty: fc.boolean(),
  declares: fc.boolean(),
});

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function content(cell: SheetCell, style: HtmlStyle): string {
  if (cell.text === '') return style.blank;
  const text = escaped(cell.text).replaceAll('\n', '<br>');
  switch (style.inner) {
    case 'plain':
      return text;
    case 'paragraph':
      return `<p align="center"><span style="font-size:10.5pt">${text}</span></p>`;
    case 'word':
      return `<p class=MsoNormal align=center style='text-align:center;mso-pagination:widow-orphan'><span lang=EN-US style='font-size:10.5pt;mso-fareast-font-family:仿宋_GB2312;mso-hansi-font-family:宋体'>${text}<o:p></o:p></span></p>`;
    case 'runs':
      return cell.label
        ? `<p>${text}</p>`
        : [...cell.text].map((one) => `<span>${escaped(one)}</span>`).join('');
  }
}

function cellMarkup(cell: SheetCell, header: boolean, style: HtmlStyle): string {
  const name = header ? style.headerTag : 'td';
  const tag = style.upperCase ? name.toUpperCase() : name;
  const spans =
    style.spans === 'unmerged'
      ? ''
      : (cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '') +
        (cell.columnSpan > 1 && !(style.spans === 'ragged' && cell.label)
          ? ` colspan=${cell.columnSpan}`
          : '');
  const look =
    style.inner === 'word'
      ? " width=64 valign=center style='width:48.0pt;border:solid windowtext 1.0pt'"
      : '';
  return `<${tag}${spans}${look}>${content(cell, style)}${style.unclosed ? '' : `</${tag}>`}`;
}

/** Word closes a table whose columns do not line up with a row of empty cells that only sets widths. */
const widthRow = (columns: number): string =>
  `<![if !supportMisalignedColumns]><tr height=0>${'<td width=61 style="border:none"></td>'.repeat(columns)}</tr><![endif]>`;

export function tableMarkup(sheet: Sheet, style: HtmlStyle): string {
  const tr = style.upperCase ? 'TR' : 'tr';
  const gap = style.pretty ? '\n    ' : '';
  const rows = gridOf(sheet).map((row, index) => {
    const cells = row.flatMap(({ cell, down, right }) => {
      if (down + right === 0) return [cellMarkup(cell, index < sheet.headerRows, style)];
      return style.spans === 'unmerged' ? [cellMarkup({ ...cell, text: '' }, false, style)] : [];
    });
    return `<${tr}>${gap}${cells.join(gap)}${style.unclosed ? '' : `</${tr}>`}`;
  });
  const widths = style.inner === 'word' && style.spans === 'real' ? widthRow(sheet.columns) : '';
  const body = style.unclosed
    ? rows.join('\n')
    : `<tbody>${rows.join(style.pretty ? '\n  ' : '')}${widths}</tbody>`;
  return `<table border="1" cellspacing="0" cellpadding="0">${body}</table>`;
}

const menu = `<div class="nav"><ul>${['首页', '政务公开', '政务服务', '互动交流'].map((name, index) => `<li><a href="/col${index}/">${name}</a></li>`).join('')}</ul></div>
<script>var demo = "<table><tr><td>规章</td><td>99</td></tr></table>"; if (1 < 2) { demo += "</div>"; }</script>
<!-- <table><tr><td>一、本年新收政府信息公开申请数量</td><td>77</td></tr></table> -->
<table class="calendar"><tr><td>日</td><td>一</td><td>二</td><td>三</td></tr><tr><td>1</td><td>2</td><td>3</td><td>4</td></tr></table>
<table class="meta" width="100%"><tr><td>索引号：</td><td>012345678/2022-00017</td><td>公开方式：</td><td>主动公开</td></tr><tr><td>发布机构：</td><td>政务公开办</td><td>生成日期：</td><td>2023-01-16</td></tr></table>`;

const foot = `<div class="share">打印 | 关闭 | 分享到</div><div class="footer"><table><tr><td>主办单位</td><td>网站标识码 0000000001</td></tr></table><p>备案号：江ICP备00000001号-1 访问量 128734</p></div>`;

function headingMarkup(heading: string, style: HtmlStyle): string {
  switch (style.headings) {
    case 'h2':
      return `<h2>${escaped(heading)}</h2>`;
    case 'p':
      return `<p>${escaped(heading)}</p>`;
    case 'strong':
      return `<p style="text-indent:2em"><strong><span>${escaped(heading)}</span></strong></p>`;
    case 'spans':
      return `<div>${heading
        .split('、')
        .map((part) => `<span>${escaped(part)}</span>`)
        .join('<span>、</span>')}</div>`;
  }
}

function tablesOf(sheet: Sheet, style: HtmlStyle): string {
  const parts =
    sheet.table === 't2'
      ? style.stacked
        ? [sheet]
        : splitAtCaptions(sheet)
      : sheet.table === 't3'
        ? splitSheet(sheet, style.cuts, style)
        : [sheet];
  return parts.map((part) => tableMarkup(part, style)).join('<p>&nbsp;</p>');
}

/** The whole report as a web page. */
export function htmlPage(
  report: ReportModel,
  sheets: readonly Sheet[],
  style: HtmlStyle,
  charset: string,
): string {
  const paragraph = (text: string): string =>
    style.inner === 'word'
      ? `<p class=MsoNormal style='text-indent:32.0pt'>${escaped(text)}<o:p></o:p></p>`
      : `<p>　　${escaped(text)}</p>`;
  const sheetOf = new Map(report.form.tables.map((table, index) => [table.section, sheets[index]]));
  const pieces = [
    `<h1 align="center">${escaped(report.title)}</h1>`,
    ...report.preface.map(paragraph),
    ...report.parts.flatMap((part, index) => {
      const sheet = sheetOf.get(report.form.sections[index]?.ordinal ?? '');
      return [
        headingMarkup(part.heading, style),
        ...part.paragraphs.map(paragraph),
        ...(sheet === undefined ? [] : [tablesOf(sheet, style)]),
      ];
    }),
  ];
  const laid = {
    body: () => pieces.join('\n'),
    divs: () => `<div class="main"><div id="zoom">${pieces.join('\n')}</div></div>`,
    table: () =>
      `<table width="960" align="center"><tr><td valign="top">${pieces.join('\n')}</td></tr></table>`,
    rows: () =>
      `<table width="960">${pieces.map((piece) => `<tr><td>${piece}</td></tr>`).join('\n')}</table>`,
  }[style.layout]();
  const declared = style.declares ? `<meta charset="${charset}">` : '';
  return `<!DOCTYPE html><html><head>${declared}<title>${escaped(report.title)}</title><style>td{border:1px solid}</style></head><body>
${style.chrome ? menu : ''}${laid}${style.chrome ? foot : ''}</body></html>`;
}
