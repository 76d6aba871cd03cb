import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { full } from '../depth.js';
import { printed, scanOf } from '../printed/glass.js';
import { drop, noBrowser, openBrowser, selfCheckPage, type Viewer } from './browser.js';

const { resolve } = createRequire(import.meta.url);

/** The files that the reader of the page chooses from the disk; `null` where one of them is not installed. */
function engineFiles(): string[] | null {
  try {
    const files = [
      join(dirname(resolve('tesseract.js/package.json')), 'dist/worker.min.js'),
      join(dirname(resolve('tesseract.js-core/package.json')), 'tesseract-core-simd-lstm.wasm.js'),
      join(
        dirname(resolve('@tesseract.js-data/chi_sim/package.json')),
        '4.0.0_best_int/chi_sim.traineddata.gz',
      ),
    ];
    return files.every((each) => existsSync(each)) ? files : null;
  } catch {
    return null;
  }
}

const engine = engineFiles();
const missing = noBrowser ?? (engine === null ? 'tesseract.js or its data is not installed' : null);

/** Tesseract tells the console of parameters in its data that it does not know. */
const isOurs = (complaint: string) => !complaint.startsWith('Warning: Parameter not found');

/** Figures of the edit tab, by address; fields that hold nothing are left out. */
const figuresIn = (page: Page) =>
  page
    .locator('#fields .tables input')
    .evaluateAll((all) =>
      Object.fromEntries(
        all
          .map((each) => [each.id.slice(2), (each as HTMLInputElement).value] as const)
          .filter(([, value]) => value !== ''),
      ),
    );

describe.skipIf(missing !== null)(`scans in the page${missing === null ? '' : `: ${missing}`}`, () => {
  let viewer: Viewer;
  let scan: Uint8Array;
  beforeAll(async () => {
    viewer = await openBrowser();
    scan = await scanOf(viewer, 'png', 0);
  });
  afterAll(() => viewer.close());

  test('a scan is read with the engine that is chosen: most figures, no other one, nothing sent', async () => {
    const { page, complaints } = await viewer.show(await selfCheckPage());
    await drop(page, { '年报.png': scan });
    await page.locator('#scan:visible').waitFor();
    await page.locator('#engine').setInputFiles((engine ?? []).slice(1));
    await page.locator('#scan-said', { hasText: 'worker.min.js' }).waitFor();
    await page.locator('#engine').setInputFiles(engine ?? []);
    await page.locator('#done:visible').waitFor({ timeout: 400_000 });
    const figures = await figuresIn(page);
    const cells = Object.entries(printed.cells).filter(([, { state }]) => state === 'number');
    const wrong = cells.filter(
      ([address, { text }]) => Object.hasOwn(figures, address) && figures[address] !== text,
    );
    expect(wrong).toEqual([]);
    const read = cells.filter(([address, { text }]) => figures[address] === text);
    expect(read.length / cells.length).toBeGreaterThan(0.75);
    expect(await page.locator('[data-part=verdict]').getAttribute('data-verdict')).not.toBe('clear');
    expect(complaints.filter(isOurs)).toEqual([]);
    await page.close();
  });

  test.runIf(full)('the desk reads the scans among its files once there is an engine', async () => {
    const { page, complaints } = await viewer.show(await selfCheckPage());
    await drop(page, {
      '年报.png': scan,
      '样例.txt': new Uint8Array(readFileSync('samples/01-clean-tab-rows.txt')),
    });
    await page.locator('#desk-scan:visible').waitFor();
    expect(await page.locator('#desk-failures li').allTextContents()).toHaveLength(1);
    await page.locator('#engine').setInputFiles(engine ?? []);
    await page.locator('#desk-rows tr').nth(1).waitFor({ timeout: 400_000 });
    expect(await page.locator('#desk-failures li').count()).toBe(0);
    expect(await page.locator('#desk-scan:visible').count()).toBe(0);
    expect(complaints.filter(isOurs)).toEqual([]);
    await page.close();
  });
});
