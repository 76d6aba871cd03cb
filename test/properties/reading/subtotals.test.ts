import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../../src/model/index.js';
import { fillings } from '../../generators/filling.js';
import { htmlPage, plainHtml } from '../../generators/print/html.js';
import { wordings } from '../../generators/print/index.js';
import { wordDocument, workbook } from '../../generators/print/office.js';
import { plainPage, textPage } from '../../generators/print/page.js';
import { pipeRows } from '../../generators/print/text/pipes.js';
import { sheetsOf, type Sheet, type SheetCell } from '../../generators/print/sheet.js';
import { subtotalStyles, withSubtotals } from '../../generators/print/subtotals.js';
import { tabRows } from '../../generators/print/text/tabs.js';
import { reports, type ReportModel } from '../../generators/report.js';
import { misread } from '../compare.js';
import { audit, read, runs } from './reading.js';

type Print = (report: ReportModel, sheets: Sheet[]) => string | Promise<Uint8Array>;

const prints: Record<string, Print> = {
  tabs: (report, sheets) =>
    textPage(report, sheets, plainPage, (sheet) =>
      tabRows(sheet, { kept: [2], pad: 'full', surplus: null, breaks: [], separator: '\t' }),
    ),
  pipes: (report, sheets) =>
    textPage(report, sheets, plainPage, (sheet) =>
      pipeRows(sheet, {
        spanned: 'inPlace',
        leading: true,
        trailing: true,
        tight: false,
        flood: 0,
        pages: [],
      }),
    ),
  'a web page': (report, sheets) => htmlPage(report, sheets, plainHtml, 'utf-8'),
  'a Word document': (report, sheets) =>
    wordDocument([[report, sheets]], { headings: 'plain', stacked: true, framed: false }),
  'a workbook': (report, sheets) =>
    workbook([[report, sheets]], { sheets: 'one', merged: false, gaps: false, figures: 'numbers' }),
};

/** Reports whose Table 3 has subtotals. */
const printed = reports().chain((report) =>
  fc.tuple(fillings(report, 'plain'), wordings, subtotalStyles).map(([cells, wording, style]) => ({
    report,
    cells,
    sheets: sheetsOf(report.form, cells, wording).map((sheet) =>
      sheet.table === 't3' ? withSubtotals(sheet, style) : sheet,
    ),
  })),
);

const sumsIn = (sheets: readonly Sheet[]): SheetCell[] =>
  sheets.flatMap((sheet) => sheet.cells.filter(({ sum }) => sum !== undefined));

const subtotalsOf = ({ subtotals = {} }: Report) =>
  Object.fromEntries(Object.entries(subtotals).map(([measure, { value }]) => [measure, value]));

const told = (findings: Awaited<ReturnType<typeof audit>>['findings']) =>
  findings.filter(({ rule }) => rule === 'T3-SUBTOTAL').map(({ message }) => message);

describe.each(Object.entries(prints))('subtotals in %s', (_, print) => {
  test('are read, and so is every cell beside them', () =>
    fc.assert(
      fc.asyncProperty(printed, async ({ report, cells, sheets }) => {
        const made = await read(await print(report, sheets));
        expect(misread({ report, text: '', cells, fidelity: 'exact' }, made.cells)).toEqual([]);
        expect(subtotalsOf(made)).toEqual(
          Object.fromEntries(sumsIn(sheets).map(({ sum, text }) => [sum, Number(text)])),
        );
      }),
      { numRuns: Math.ceil(runs / 2) },
    ));

  test('are told when they are wrong, and only then', () =>
    fc.assert(
      fc.asyncProperty(printed, fc.nat(), async ({ report, sheets }, pick) => {
        expect(told((await audit(await print(report, sheets))).findings)).toEqual([]);
        const sums = sumsIn(sheets);
        const cell = sums[pick % sums.length];
        const wrong = 7919;
        const right = Number(cell?.text);
        const changed = sheets.map((sheet) => ({
          ...sheet,
          cells: sheet.cells.map((each) => (each === cell ? { ...each, text: String(right + wrong) } : each)),
        }));
        expect(told((await audit(await print(report, changed))).findings)).toEqual([
          expect.stringContaining(`小计为${right + wrong}件，所含各项合计${right}件`),
        ]);
      }),
      { numRuns: Math.ceil(runs / 8) },
    ));
});
