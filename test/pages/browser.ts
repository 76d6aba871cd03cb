import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { buildPage } from '../../scripts/page/build.js';
import { resources } from '../fixtures/defaults.js';

/** The shell opens a page in half the time of the whole browser. */
const programs = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
const program = process.env['CHROMIUM'] ?? programs.find((each) => existsSync(each)) ?? '/usr/bin/chromium';

/** Why the pages cannot be shown here; `null` when they can. */
export const noBrowser = existsSync(program) ? null : `no ${program} (set CHROMIUM)`;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export { resources };

let built: Promise<string> | undefined;

/** The text of the self-check page, built once for all tests of a process. */
export const selfCheckPage = (): Promise<string> => (built ??= buildPage(resources));

export interface Shown {
  page: Page;
  /** Messages on the console, errors of scripts, and requests for anything but the page itself. */
  complaints: string[];
}

export interface Look {
  width: number;
  theme: 'light' | 'dark';
}

/** Both themes, at the width of a desk and of a phone. */
export const looks: Look[] = [1280, 390].flatMap((width) => [
  { width, theme: 'light' as const },
  { width, theme: 'dark' as const },
]);

export interface Viewer {
  /** Opens the page from disk, as its reader does. */
  show: (text: string, look?: Look) => Promise<Shown>;
  close: () => Promise<void>;
}

export async function openBrowser(): Promise<Viewer> {
  const browser: Browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
  const folder = mkdtempSync(join(tmpdir(), 'gouji-page-'));
  return {
    async show(text, { width, theme } = { width: 1280, theme: 'light' }) {
      const file = join(folder, 'page.html');
      writeFileSync(file, text);
      const address = pathToFileURL(file).href;
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: theme });
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => {
        // What the page made itself and loads from its own memory is no request for anything else.
        if (request.url() !== address && !request.url().startsWith('blob:')) complaints.push(request.url());
      });
      await page.goto(address);
      return { page, complaints };
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Drops files on the page, as from the desktop, and waits for what comes of them. */
export async function drop(page: Page, files: Record<string, Uint8Array>): Promise<void> {
  const packed = Object.entries(files).map(
    ([name, bytes]) => [name, Buffer.from(bytes).toString('base64')] as const,
  );
  const transfer = await page.evaluateHandle((each) => {
    const made = new DataTransfer();
    for (const [name, text] of each) {
      const content = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
      made.items.add(new File([content], name));
    }
    return made;
  }, packed);
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  expect(await page.locator('body.dragging').count()).toBe(1);
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await page.locator('#done:visible, #failed:visible, #desk:visible').waitFor();
}

/** What axe has against the page, and what is wider than the screen. */
export async function barriers(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate<AxeResults>(`${axe};axe.run({ resultTypes: ['violations'] })`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  return [
    ...violations.map(({ id, impact, nodes }) => `${impact ?? ''} ${id}: ${nodes[0]?.html ?? ''}`),
    ...(wide ? ['wider than the screen'] : []),
  ];
}
