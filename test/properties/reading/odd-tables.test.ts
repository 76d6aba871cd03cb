import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillings, type Filling } from '../../generators/filling.js';
import { plainHtml, tableMarkup } from '../../generators/print/html.js';
import { figuresFirst, laidTable, type LaidStyle } from '../../generators/print/laid.js';
import { textPage, type PageStyle } from '../../generators/print/page.js';
import { officialWording, sheetsOf, type Sheet, type Wording } from '../../generators/print/sheet.js';
import {
  disputesApart,
  disputesAsRows,
  disputesDownwards,
  onItsSide,
} from '../../generators/print/text/turned.js';
import { wordings } from '../../generators/print/index.js';
import { reports, type ReportModel } from '../../generators/report.js';
import { misread } from '../compare.js';
import { audit, read, runs } from './reading.js';

const page: PageStyle = {
  gap: '\n\n',
  indent: '',
  heading: 'plain',
  chrome: 'none',
  title: 'once',
  contents: false,
  wrap: null,
};

const inTable = (sheet: Sheet): string => tableMarkup(sheet, plainHtml);

function webPage(report: ReportModel, sheets: readonly Sheet[], table: (sheet: Sheet) => string): string {
  const sheetOf = new Map(report.form.tables.map((each, index) => [each.section, sheets[index]]));
  const parts = report.parts.map(({ heading, paragraphs }, index) => {
    const sheet = sheetOf.get(report.form.sections[index]?.ordinal ?? '');
    const prose = [heading, ...paragraphs].map((text) => `<p>${text}</p>`).join('');
    return prose + (sheet === undefined ? '' : table(sheet));
  });
  const preface = [report.title, ...report.preface].map((text) => `<p>${text}</p>`).join('');
  return `<html><head><meta charset="utf-8"></head><body>${preface}${parts.join('')}</body></html>`;
}

type Print = (report: ReportModel, sheets: readonly Sheet[]) => string;

const turning =
  (table: string, turn: (sheet: Sheet) => Sheet[]): Print =>
  (report, sheets) =>
    webPage(report, sheets, (sheet) =>
      (sheet.table === table ? turn(sheet) : [sheet]).map(inTable).join('<p></p>'),
    );

const rows = (sheet: Sheet, cell: (text: string) => string, between: string): string => {
  const lines = new Map<number, string[]>();
  for (const { row, text } of sheet.cells)
    lines.set(row, [...(lines.get(row) ?? []), cell(text.replaceAll('\n', ''))]);
  return [...lines.values()].map((cells) => cells.join(between)).join('\n');
};

const laid = (labels: LaidStyle['labels']): Print => {
  return (report, sheets) => textPage(report, sheets, page, (sheet) => laidTable(sheet, { labels, gap: 2 }));
};

const prints: Record<string, { print: Print; wording?: Wording }> = {
  'Table 3 on its side': { print: turning('t3', (sheet) => [onItsSide(sheet)]) },
  'Table 4 with a row for each kind': { print: turning('t4', (sheet) => [disputesAsRows(sheet)]) },
  'Table 4 with a row for each figure': { print: turning('t4', (sheet) => [disputesDownwards(sheet)]) },
  'Table 4 in two tables': { print: turning('t4', disputesApart) },
  'figures on the line before their labels': {
    print: (report, sheets) => textPage(report, sheets, page, figuresFirst),
    wording: officialWording,
  },
  'a page laid out with narrow label columns': { print: laid([4, 8, 14]), wording: officialWording },
  'a page laid out with wide label columns': { print: laid([10, 12, 44]), wording: officialWording },
  'bold figures in Markdown': {
    print: (report, sheets) =>
      textPage(report, sheets, page, (sheet) => rows(sheet, (text) => `**${text}**`, ' | ')),
  },
  'spaces left as character references': {
    print: (report, sheets) =>
      textPage(report, sheets, page, (sheet) => rows(sheet, (text) => `&nbsp;${text}&nbsp;`, '|')),
  },
  'the labels of the items lost': {
    print: (report, sheets) =>
      textPage(report, sheets, page, (sheet) =>
        rows(
          { ...sheet, cells: sheet.cells.filter(({ text }) => !/^[1-8]\./.test(text)) },
          (text) => text,
          '\t',
        ),
      ),
    wording: officialWording,
  },
  'the year in the labels': {
    print: (report, sheets) =>
      textPage(report, sheets, page, (sheet) =>
        rows(
          sheet,
          (text) => text.replace(/^(本年|上年)(?=\p{Script=Han})/u, `$1（${report.year}年）`),
          '\t',
        ),
      ),
    wording: officialWording,
  },
};

const accusing = new Set(['arithmetic', 'impossible', 'narrative', 'layout']);

function printed({
  print,
  wording,
}: {
  print: Print;
  wording?: Wording;
}): fc.Arbitrary<{ report: ReportModel; text: string; cells: Filling; fidelity: 'exact' }> {
  return reports().chain((report) =>
    fc
      .tuple(fillings(report, 'plain'), wording === undefined ? wordings : fc.constant(wording))
      .map(([cells, chosen]) => ({
        report,
        text: print(report, sheetsOf(report.form, cells, chosen)),
        cells,
        fidelity: 'exact' as const,
      })),
  );
}

describe.each(Object.entries(prints))('%s', (_, format) => {
  test('every cell comes back', () =>
    fc.assert(
      fc.asyncProperty(printed(format), async (each) => {
        expect(misread(each, (await read(each.text)).cells)).toEqual([]);
      }),
      { numRuns: Math.ceil(runs / 2) },
    ));

  test('nobody is accused', () =>
    fc.assert(
      fc.asyncProperty(printed(format), async ({ text }) => {
        const found = (await audit(text)).findings.filter(
          ({ category, severity }) => accusing.has(category) && severity !== 'info',
        );
        expect(found.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
      }),
      { numRuns: Math.ceil(runs / 4) },
    ));
});
