import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadRecogniser } from '../../src/extract/read/scan/library.js';
import { readDocument } from '../../src/extract/read/index.js';
import { fillings } from '../generators/filling.js';
import { htmlPage, plainHtml } from '../generators/print/html.js';
import { sheetsOf, type Wording } from '../generators/print/sheet.js';
import { reports } from '../generators/report.js';
import { atDepth } from '../depth.js';
import { noBrowser, openBrowser, type Viewer } from '../pages/browser.js';
import { invented } from '../properties/compare.js';
import { read } from '../properties/reading/reading.js';

const recogniser = await loadRecogniser();
await recogniser?.close();
const missing = noBrowser ?? (recogniser === null ? 'tesseract.js is not installed' : null);

const official: Wording = {
  variants: [],
  brackets: 'full',
  itemMark: '.',
  spaceAfterOrdinal: false,
  quotes: 'curly',
  split: 'none',
  totalHeader: 'top',
  foreignRow: false,
  notes: false,
  caption: 'full',
};

/** One report, always the same: recognition takes seconds a page. */
const [printed] = fc.sample(
  reports().chain((report) => fillings(report, 'plain').map((cells) => ({ report, cells }))),
  { seed: 20211231, numRuns: 1 },
);

/** The report as it lies on the glass: small print, the sheet grey and, in degrees, askew. */
function sheetOf(askew: number): string {
  if (printed === undefined) throw new Error('no report');
  const { report, cells } = printed;
  const look = `<style>html{background:#e8e6e0}body{width:794px;margin:40px;font:16px serif;transform:rotate(${String(askew)}deg)}
    table{border-collapse:collapse;width:100%}td{border:1px solid #333;padding:6px;text-align:center}</style></head>`;
  const tables = { ...report, preface: [], parts: report.parts.map((part) => ({ ...part, paragraphs: [] })) };
  return htmlPage(tables, sheetsOf(report.form, cells, official), plainHtml, 'utf-8').replace(
    '</head>',
    look,
  );
}

describe.skipIf(missing !== null)(`pictures of a report${missing === null ? '' : `: ${missing}`}`, () => {
  let viewer: Viewer;
  beforeAll(async () => {
    viewer = await openBrowser();
  });
  afterAll(() => viewer.close());

  const sheets = [
    ['jpeg', 0.4],
    ['png', 0],
  ] as const;
  test.each(atDepth(sheets))(
    '%s, %d degrees askew: no number is invented, most are read, none is sure',
    async (type, askew) => {
      const { page } = await viewer.show(sheetOf(askew), { width: 880, theme: 'light' });
      await page.evaluate(() => (document.body.style.zoom = '1.6'));
      await page.setViewportSize({ width: 1400, height: 900 });
      const picture = await page.screenshot({
        type,
        fullPage: true,
        ...(type === 'jpeg' ? { quality: 60 } : {}),
      });
      await page.close();
      const { source, cells } = await read(new Uint8Array(picture));
      expect(source.format).toBe('image');
      if (printed === undefined) throw new Error('no report');
      const expected = { ...printed, text: '', fidelity: 'lossy' as const };
      expect(invented(expected, cells)).toEqual([]);
      const all = Object.keys(printed.cells);
      const got = all.filter((address) => cells[address]?.value === printed.cells[address]?.value);
      expect(got.length / all.length).toBeGreaterThan(0.75);
      expect(
        Object.values(cells).filter(({ state, confidence }) => state === 'number' && confidence >= 0.9),
      ).toEqual([]);
    },
  );

  test('an empty sheet is refused, with the reason', async () => {
    const { page } = await viewer.show('<html><body></body></html>');
    const picture = await page.screenshot({ type: 'png' });
    await page.close();
    await expect(readDocument(new Uint8Array(picture), 'a.png')).rejects.toMatchObject({ code: 'illegible' });
  });
});
