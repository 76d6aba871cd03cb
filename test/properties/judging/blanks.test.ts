import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsOfForm, type Audit } from '../../../src/model/index.js';
import { slips } from '../../generators/damage/corrupt.js';
import type { Filling } from '../../generators/filling.js';
import { signs, withSigns, zerosOf } from '../../generators/damage/left-out.js';
import { boxStyles, boxTable } from '../../generators/print/text/box.js';
import {
  markdownStyles,
  markdownTable,
  pandocStyles,
  pandocTable,
} from '../../generators/print/text/columns.js';
import { drawnStyles, ofdOf, pdfOf } from '../../generators/print/drawn.js';
import { htmlPage, plainHtml } from '../../generators/print/html.js';
import { cellLines, lineStyles, showsEmptyLines } from '../../generators/print/text/lines.js';
import { wordDocument, wordStyles, workbook, workbookStyles } from '../../generators/print/office.js';
import { plainPage, textPage } from '../../generators/print/page.js';
import { pipeRows, pipeStyles } from '../../generators/print/text/pipes.js';
import { officialWording, sheetsOf, type Sheet } from '../../generators/print/sheet.js';
import { tabRows, tabStyles } from '../../generators/print/text/tabs.js';
import { setStyles, typeset } from '../../generators/print/typeset.js';
import { reports, type ReportModel } from '../../generators/report.js';
import { loadRules } from '../../../src/rules/index.js';
import { audit, resources, runs } from '../reading/reading.js';

const grades = 'ABCDE';

type Print = (report: ReportModel, filling: Filling) => string | Promise<Uint8Array>;

const sheets = ({ form }: ReportModel, filling: Filling): Sheet[] => sheetsOf(form, filling, officialWording);

const asPage: Print = (report, filling) => htmlPage(report, sheets(report, filling), plainHtml, 'utf-8');

/** A text around tables that `table` prints, in the styles that show which cells are blank. */
const asText = <Style>(styles: fc.Arbitrary<Style>, table: (sheet: Sheet, style: Style) => string) =>
  styles.map(
    (style): Print =>
      (report, filling) =>
        textPage(report, sheets(report, filling), plainPage, (sheet) => table(sheet, style)),
  );

const wholePipes = { leading: true, spanned: 'inPlace', trailing: true, flood: 0 } as const;

/** Formats that keep blanks in their place. */
const grids: fc.Arbitrary<Print> = fc.oneof(
  fc.constant(asPage),
  wordStyles.map(
    (style): Print =>
      (report, filling) =>
        wordDocument([[report, sheets(report, filling)]], style),
  ),
  workbookStyles.map(
    (style): Print =>
      (report, filling) =>
        workbook([[report, sheets(report, filling)]], style),
  ),
  fc.tuple(fc.constantFrom(pdfOf, ofdOf), setStyles, drawnStyles).map(
    ([draw, set, drawn]): Print =>
      (report, filling) =>
        Promise.resolve(draw(typeset(report, sheets(report, filling), set), drawn)),
  ),
  asText(
    tabStyles.map((style) => ({ ...style, kept: [2], pad: 'full' as const, surplus: null, breaks: [] })),
    tabRows,
  ),
  asText(
    pipeStyles.map((style) => ({ ...style, ...wholePipes })),
    pipeRows,
  ),
  asText(boxStyles, boxTable),
  asText(pandocStyles, pandocTable),
  asText(
    markdownStyles.filter(({ covered }) => covered),
    markdownTable,
  ),
);

/** Every format that keeps blanks; in cells a line apart one left out is told by order and count, which may not decide. */
const prints = fc.oneof(
  { weight: 9, arbitrary: grids },
  { weight: 1, arbitrary: asText(lineStyles.filter(showsEmptyLines), cellLines) },
);

/** What is held against the figures, by rule and cells; `together` with what a rule was judged by, it is the same with zeros and with blanks. */
function accusations({ findings }: Audit): string[] {
  return findings
    .filter(({ category }) => ['arithmetic', 'impossible', 'narrative'].includes(category))
    .map(({ rule, severity, left, right }) => `${rule} ${severity} ${left?.value} ${right?.value}`)
    .sort();
}

function completeness({ findings }: Audit): string[] {
  return findings.filter(({ category }) => category === 'completeness').map(({ rule }) => rule);
}

const withSlip = fc.oneof(
  reports(),
  reports().chain((report) => slips(report).map((each) => each.report)),
);

test('zeros left out leave every accusation as it is and add one finding of form', () =>
  fc.assert(
    fc.asyncProperty(
      withSlip.chain((report) =>
        fc.record({
          report: fc.constant(report),
          cells: zerosOf(report),
          sign: fc.constantFrom(...signs),
          print: prints,
        }),
      ),
      async ({ report, cells, sign, print }) => {
        fc.pre(cells.size > 0);
        const before = await audit(await print(report, withSigns(report, new Set(), sign)));
        const after = await audit(await print(report, withSigns(report, cells, sign)));
        expect(accusations(after)).toEqual(accusations(before));
        expect(completeness(after)).toHaveLength(completeness(before).length + 1);
        const steps = grades.indexOf(after.grade) - grades.indexOf(before.grade);
        expect([0, 1]).toContain(steps);
        expect(after.score ?? -1).toBeLessThanOrEqual(before.score ?? 0);
        for (const cell of cells) expect(after.cells[cell]).toMatchObject({ value: null });
      },
    ),
    { numRuns: runs },
  ));

test('a total left out beside the rest is found, with the filling that satisfies it', () =>
  fc.assert(
    fc.asyncProperty(
      fc.tuple(reports(), grids).chain(([report, print]) => {
        const totals = cellsOfForm(report.form)
          .map(({ address }) => address)
          .filter((address) => /^t[34]\..*\.total$/.test(address) && (report.values[address] ?? 0) > 0);
        return fc.record({
          report: fc.constant(report),
          print: fc.constant(print),
          cell: totals.length === 0 ? fc.constant(null) : fc.constantFrom(...totals),
        });
      }),
      async ({ report, cell, print }) => {
        fc.pre(cell !== null);
        const filling = withSigns(report, new Set(cell === null ? [] : [cell]), '');
        const { repairs, findings } = await audit(await print(report, filling));
        const step = { cell, from: null, to: report.values[cell ?? ''] };
        expect(repairs[0]?.cells).toEqual([step]);
        const told = findings
          .filter(({ category }) => category === 'arithmetic')
          .map(({ message }) => message);
        expect(told.length).toBeGreaterThan(0);
        expect(told.join()).toContain(`应为${step.to}，`);
      },
    ),
    { numRuns: runs },
  ));

test('where the office leaves blanks open, nothing is judged by them', () =>
  fc.assert(
    fc.asyncProperty(
      reports().chain((report) => fc.record({ report: fc.constant(report), cells: zerosOf(report) })),
      async ({ report, cells }) => {
        fc.pre(cells.size > 0);
        const open = loadRules(
          [{ name: 'office.yaml', text: 'parameters: { blanks: unknown }' }],
          resources.forms,
          resources.rules,
        );
        const { findings, notAssessable } = await audit(
          await asPage(report, withSigns(report, cells, '')),
          open,
        );
        expect(findings.filter(({ assuming }) => assuming.length > 0)).toEqual([]);
        expect(notAssessable.filter(({ reason }) => reason === 'cell-blank').length).toBeGreaterThan(0);
      },
    ),
    { numRuns: runs },
  ));
