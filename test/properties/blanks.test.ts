import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsOfForm, type Audit } from '../../src/model/index.js';
import { slips } from '../generators/corrupt.js';
import type { Filling } from '../generators/filling.js';
import { signs, withSigns, zerosOf } from '../generators/left-out.js';
import { htmlPage, plainHtml } from '../generators/print/html.js';
import { wordDocument, wordStyles, type WordStyle } from '../generators/print/office.js';
import { officialWording, sheetsOf } from '../generators/print/sheet.js';
import { reports, type ReportModel } from '../generators/report.js';
import { audit, runs } from './reading.js';

const grades = 'ABCDE';

type Print = (report: ReportModel, filling: Filling) => string | Promise<Uint8Array>;

const asPage: Print = (report, filling) =>
  htmlPage(report, sheetsOf(report.form, filling, officialWording), plainHtml, 'utf-8');

const asWord =
  (style: WordStyle): Print =>
  (report, filling) =>
    wordDocument(report, sheetsOf(report.form, filling, officialWording), style);

const prints: fc.Arbitrary<Print> = fc.oneof(fc.constant(asPage), wordStyles.map(asWord));

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

test('a number left out beside the rest is found, with the filling that satisfies it', () =>
  fc.assert(
    fc.asyncProperty(
      reports({ edition: '2021' }).chain((report) => {
        const totals = cellsOfForm(report.form)
          .map(({ address }) => address)
          .filter((address) => /^t4\.\w+\.total$/.test(address) && (report.values[address] ?? 0) > 0);
        return fc.record({
          report: fc.constant(report),
          cell: totals.length === 0 ? fc.constant(null) : fc.constantFrom(...totals),
        });
      }),
      async ({ report, cell }) => {
        fc.pre(cell !== null);
        const filling = withSigns(report, new Set(cell === null ? [] : [cell]), '');
        const { repairs, findings } = await audit(await asPage(report, filling));
        const step = { cell, from: null, to: report.values[cell ?? ''] };
        expect(repairs[0]?.cells).toEqual([step]);
        expect(findings.find(({ rule }) => rule === 'T4-SUM')?.message).toContain(`应为${step.to}，`);
      },
    ),
    { numRuns: runs },
  ));
