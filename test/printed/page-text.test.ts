import { spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Audit } from '../../src/model/index.js';
import { examples } from '../depth.js';
import { slips } from '../generators/damage/corrupt.js';
import { fillings } from '../generators/filling.js';
import { htmlPage, plainHtml } from '../generators/print/html.js';
import { wordings, type Printed } from '../generators/print/index.js';
import { wordDocument } from '../generators/print/office.js';
import { pasted, pasteStyles, type PasteStyle } from '../generators/print/text/paste.js';
import { sheetsOf, type Sheet } from '../generators/print/sheet.js';
import { reports } from '../generators/report.js';
import { noBrowser, openBrowser, type Viewer } from '../pages/browser.js';
import { invented } from '../properties/compare.js';
import { circular } from '../properties/circular.js';
import { audit, read as extracted } from '../properties/reading/reading.js';
import { converted, noOffice } from './office-program.js';
import { pageItems } from './page-items.js';

const hasText = spawnSync('pdftotext', ['-v']).error === undefined;
/** What is left out where a program is missing. */
const without = hasText ? '' : ' (pdftotext is not installed: items and pastes alone)';

interface Page {
  printed: Printed;
  sheets: readonly Sheet[];
  /** The sums are right, and the prose says what the tables say. */
  clean: boolean;
  size: number;
  align: string;
  stacked: boolean;
  paste: PasteStyle;
}

/** Reports with right and with wrong sums. */
const pages: fc.Arbitrary<Page> = reports()
  .chain((right) =>
    fc.oneof(
      fc.constant({ report: right, clean: true }),
      slips(right).map(({ report }) => ({ report, clean: false })),
    ),
  )
  .chain(({ report, clean }) =>
    fc.record({
      report: fc.constant(report),
      clean: fc.constant(clean),
      cells: fillings(report, 'plain'),
      wording: wordings,
      size: fc.constantFrom(10, 12, 14),
      align: fc.constantFrom('center', 'left'),
      stacked: fc.boolean(),
      paste: pasteStyles,
    }),
  )
  .map(({ report, cells, wording, ...rest }) => {
    const sheets = sheetsOf(report.form, cells, wording);
    const text = htmlPage(report, sheets, { ...plainHtml, stacked: rest.stacked }, 'utf-8');
    return { ...rest, sheets, printed: { report, cells, text, fidelity: 'lossy' } };
  });

/** The texts that programs and people take out of a PDF. */
async function textsOf(pdf: Uint8Array, paste: PasteStyle): Promise<[string, Uint8Array][]> {
  const encoded = (text: string) => new TextEncoder().encode(text);
  const items = await pageItems(pdf);
  const modes = hasText ? [[], ['-layout'], ['-raw']] : [];
  return [
    ...modes.map((mode): [string, Uint8Array] => [
      `pdftotext ${mode.join(' ')}`,
      new Uint8Array(spawnSync('pdftotext', [...mode, '-', '-'], { input: pdf }).stdout),
    ]),
    ['items', encoded(items.join('\n'))],
    ['paste', encoded(pasted(items, paste))],
  ];
}

const accusations = ({ findings }: Audit): string[] =>
  findings.flatMap(({ rule, severity, suspect }) =>
    severity !== 'info' && suspect === 'report' ? [rule] : [],
  );

/**
 * Each cell as it was printed or not at all, year and agency, nothing held against a report that its page would not be accused of, and no check that
 * passes on a figure that the same sum placed.
 */
async function expectTold({ printed, clean, paste }: Page, pdf: Uint8Array): Promise<void> {
  const known = clean ? accusations(await audit(printed.text)) : null;
  for (const [mode, text] of await textsOf(pdf, paste)) {
    const read = await audit(text);
    const sure = Object.fromEntries(Object.entries(read.cells).filter(([, cell]) => cell.confidence >= 0.9));
    const accused = known === null ? [] : accusations(read).filter((rule) => !known.includes(rule));
    const { year, agency } = read;
    const byItself = await circular(await extracted(text));
    expect({ mode, invented: invented(printed, sure), accused, byItself, year, agency: agency.name }).toEqual(
      {
        mode,
        invented: [],
        accused: [],
        byItself: [],
        year: printed.report.year,
        agency: printed.report.agency.name,
      },
    );
  }
}

describe.skipIf(noBrowser !== null)(
  `text taken out of a page that a browser printed${without}${noBrowser === null ? '' : `: ${noBrowser}`}`,
  () => {
    let viewer: Viewer;
    beforeAll(async () => {
      viewer = await openBrowser();
    });
    afterAll(() => viewer.close());

    test('each cell is read as it was printed or not at all, and a right report is not accused', () =>
      fc.assert(
        fc.asyncProperty(pages, async (page) => {
          const look = `<style>@page{size:A4;margin:20mm}table{border-collapse:collapse;width:100%;font-size:${String(page.size)}px}td{border:1px solid;text-align:${page.align}}</style></head>`;
          const { page: shown } = await viewer.show(page.printed.text.replace('</head>', look));
          const pdf = new Uint8Array(await shown.pdf({ preferCSSPageSize: true }));
          await shown.close();
          await expectTold(page, pdf);
        }),
        { numRuns: examples(20), endOnFailure: true },
      ));
  },
);

describe.skipIf(noOffice !== null)(
  `text taken out of a page that LibreOffice printed${without}${noOffice === null ? '' : `: ${noOffice}`}`,
  () => {
    test('each cell is read as it was printed or not at all, and a right report is not accused', () =>
      fc.assert(
        fc.asyncProperty(pages, async (page) => {
          const { printed, sheets, stacked } = page;
          const style = { headings: 'plain' as const, stacked, framed: false };
          const document = await wordDocument([[printed.report, sheets]], style);
          await expectTold(page, converted(document, 'docx', 'pdf'));
        }),
        { numRuns: examples(10), endOnFailure: true },
      ));
  },
);
