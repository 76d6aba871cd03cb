import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillings, fillingStyles } from '../generators/filling.js';
import { htmlPage, plainHtml } from '../generators/print/html.js';
import { wordings, type Printed } from '../generators/print/index.js';
import { wordDocument, wordStyles } from '../generators/print/office.js';
import { sheetsOf, type Sheet } from '../generators/print/sheet.js';
import { reports, type ReportModel } from '../generators/report.js';
import { examples } from '../depth.js';
import { noBrowser, openBrowser, type Viewer } from '../pages/browser.js';
import { misread } from '../properties/compare.js';
import { read } from '../properties/reading/reading.js';
import { converted, noOffice } from './office-program.js';

/** Real programs are slow: a few reports each. */
const few = examples(3);

interface File extends Printed {
  sheets: readonly Sheet[];
}

function files(): fc.Arbitrary<File> {
  return reports()
    .chain((report) =>
      fc.tuple(
        fc.constant(report),
        fillingStyles.chain((style) => fillings(report, style)),
        wordings,
      ),
    )
    .map(([report, cells, wording]) => ({
      report,
      cells,
      text: '',
      fidelity: 'exact',
      sheets: sheetsOf(report.form, cells, wording),
    }));
}

/** LibreOffice does not draw a frame that has no size. */
const unframed = wordStyles.map((style) => ({ ...style, framed: false }));

const paper = '<style>@page{size:A4;margin:20mm}table{border-collapse:collapse;width:100%}</style></head>';
const pageOf = (report: ReportModel, sheets: readonly Sheet[]): string =>
  htmlPage(report, sheets, plainHtml, 'utf-8').replace('</head>', paper);

describe.skipIf(noBrowser !== null)(`a browser${noBrowser === null ? '' : `: ${noBrowser}`}`, () => {
  let viewer: Viewer;
  beforeAll(async () => {
    viewer = await openBrowser();
  });
  afterAll(() => viewer.close());

  test('a report that it prints as PDF comes back cell for cell', () =>
    fc.assert(
      fc.asyncProperty(files(), async (file) => {
        const { page } = await viewer.show(pageOf(file.report, file.sheets));
        const { cells, year, layout } = await read(
          new Uint8Array(await page.pdf({ preferCSSPageSize: true })),
        );
        await page.close();
        expect(misread(file, cells)).toEqual([]);
        expect({ year, form: layout.id }).toEqual({ year: file.report.year, form: file.report.form.id });
      }),
      { numRuns: few, endOnFailure: true },
    ));
});

describe.skipIf(noOffice !== null)(`LibreOffice${noOffice === null ? '' : `: ${noOffice}`}`, () => {
  test.each(['pdf', 'doc', 'odt', 'rtf'])('a report that it saves as %s comes back cell for cell', (format) =>
    fc.assert(
      fc.asyncProperty(files(), unframed, async (file, style) => {
        const document = await wordDocument([[file.report, file.sheets]], style);
        const { cells, year, layout } = await read(converted(document, 'docx', format));
        expect(misread(file, cells)).toEqual([]);
        expect({ year, form: layout.id }).toEqual({ year: file.report.year, form: file.report.form.id });
      }),
      { numRuns: few, endOnFailure: true },
    ),
  );
});
