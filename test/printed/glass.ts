import * as fc from 'fast-check';
import { fillings } from '../generators/filling.js';
import { htmlPage, plainHtml } from '../generators/print/html.js';
import { sheetsOf, type Wording } from '../generators/print/sheet.js';
import { reports } from '../generators/report.js';
import type { Viewer } from '../pages/browser.js';

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

const [sample] = fc.sample(
  reports().chain((report) => fillings(report, 'plain').map((cells) => ({ report, cells }))),
  { seed: 20211231, numRuns: 1 },
);

if (sample === undefined) throw new Error('no report');

/** One report, always the same: recognition takes seconds a page. */
export const printed = sample;

/** The report as it lies on the glass: small print, the sheet grey and, in degrees, askew. */
function sheetOf(askew: number): string {
  const { report, cells } = printed;
  const look = `<style>html{background:#e8e6e0}body{width:794px;margin:40px;font:16px serif;transform:rotate(${String(askew)}deg)}
    table{border-collapse:collapse;width:100%}td{border:1px solid #333;padding:6px;text-align:center}</style></head>`;
  const tables = { ...report, preface: [], parts: report.parts.map((part) => ({ ...part, paragraphs: [] })) };
  return htmlPage(tables, sheetsOf(report.form, cells, official), plainHtml, 'utf-8').replace(
    '</head>',
    look,
  );
}

/** A picture of it. */
export async function scanOf(viewer: Viewer, type: 'jpeg' | 'png', askew: number): Promise<Uint8Array> {
  const { page } = await viewer.show(sheetOf(askew), { width: 880, theme: 'light' });
  await page.evaluate(() => (document.body.style.zoom = '1.6'));
  await page.setViewportSize({ width: 1400, height: 900 });
  const picture = await page.screenshot({
    type,
    fullPage: true,
    ...(type === 'jpeg' ? { quality: 60 } : {}),
  });
  await page.close();
  return new Uint8Array(picture);
}
