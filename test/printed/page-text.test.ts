import { spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { slips } from '../generators/corrupt.js';
import { fillings } from '../generators/filling.js';
import { htmlPage, plainHtml } from '../generators/print/html.js';
import { wordings, type Printed } from '../generators/print/index.js';
import { sheetsOf } from '../generators/print/sheet.js';
import { reports } from '../generators/report.js';
import { noBrowser, openBrowser, type Viewer } from '../pages/browser.js';
import { invented } from '../properties/compare.js';
import { read } from '../properties/reading.js';

/** Real programs are slow: a few reports. */
const few = 4;

const noText = spawnSync('pdftotext', ['-v']).error === undefined ? null : 'pdftotext is not installed';
const missing = noBrowser ?? noText;

interface Page {
  printed: Printed;
  size: number;
  align: string;
}

/** Reports with right and with wrong sums. */
const pages: fc.Arbitrary<Page> = reports()
  .chain((clean) =>
    fc.oneof(
      fc.constant(clean),
      slips(clean).map(({ report }) => report),
    ),
  )
  .chain((report) =>
    fc.record({
      report: fc.constant(report),
      cells: fillings(report, 'plain'),
      wording: wordings,
      size: fc.constantFrom(10, 12, 14),
      align: fc.constantFrom('center', 'left'),
    }),
  )
  .map(({ report, cells, wording, size, align }) => ({
    printed: {
      report,
      cells,
      text: htmlPage(report, sheetsOf(report.form, cells, wording), plainHtml, 'utf-8'),
      fidelity: 'lossy',
    },
    size,
    align,
  }));

describe.skipIf(missing !== null)(
  `text taken out of a printed page${missing === null ? '' : `: ${missing}`}`,
  () => {
    let viewer: Viewer;
    beforeAll(async () => {
      viewer = await openBrowser();
    });
    afterAll(() => viewer.close());

    test('each cell is read as it was printed or not at all, with year and agency', () =>
      fc.assert(
        fc.asyncProperty(pages, async ({ printed, size, align }) => {
          const look = `<style>@page{size:A4;margin:20mm}table{border-collapse:collapse;width:100%;font-size:${String(size)}px}td{border:1px solid;text-align:${align}}</style></head>`;
          const { page } = await viewer.show(printed.text.replace('</head>', look));
          const pdf = await page.pdf({ preferCSSPageSize: true });
          await page.close();
          for (const mode of [[], ['-layout'], ['-raw']]) {
            const { stdout } = spawnSync('pdftotext', [...mode, '-', '-'], { input: pdf });
            const { cells, year, agency } = await read(new Uint8Array(stdout));
            expect({ mode, invented: invented(printed, cells) }).toEqual({ mode, invented: [] });
            expect({ year, agency: agency.name }).toEqual({
              year: printed.report.year,
              agency: printed.report.agency.name,
            });
          }
        }),
        { numRuns: few, endOnFailure: true },
      ));
  },
);
