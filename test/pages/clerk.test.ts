import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extract } from '../../src/extract/index.js';
import { readDocument } from '../../src/extract/read/index.js';
import { cellsOfForm, type CellAddress } from '../../src/model/index.js';
import { translator } from '../../src/report/translate.js';
import { barriers, noBrowser, openBrowser, resources, selfCheckPage, type Viewer } from './browser.js';

const t = translator('zh-CN');
const form = resources.forms.find(({ id }) => id === '2021');
if (form === undefined) throw new Error('no edition');
const addresses = cellsOfForm(form).map(({ address }) => address);

/** A report as data; cells that are not named hold `otherwise`. */
function report(year: number, cells: Record<CellAddress, number>, otherwise: number | null): Buffer {
  const all = Object.fromEntries(addresses.map((address) => [address, cells[address] ?? otherwise]));
  const agency = { name: '临溪县水利局', level: 'county' };
  return Buffer.from(
    JSON.stringify({ schema: 'gouji.report/1', agency, year, form: '2021', cells: all, sections: [] }),
  );
}

async function open(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator('#files').setInputFiles({ name, mimeType: 'application/json', buffer });
  await page.locator('#done:visible').waitFor();
}

const verdict = (page: Page) => page.locator('[data-part=verdict]').getAttribute('data-verdict');
const cell = (page: Page, address: string) => page.locator(`[id="e-${address}"]`);

/** The texts in the fields, without those that are empty. */
const figures = (page: Page) =>
  page
    .locator('#fields .tables input')
    .evaluateAll((all) =>
      Object.fromEntries(
        all
          .map((each) => [each.id.slice(2), (each as HTMLInputElement).value])
          .filter(([, value]) => value !== ''),
      ),
    ) as Promise<Record<CellAddress, string>>;

async function taken(page: Page, format: string): Promise<{ name: string; bytes: Uint8Array }> {
  await page.locator('#tab-take').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`#take-${format}`).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
}

/** The numbers that the program reads in a file of tables, as texts. */
async function numbersIn({ name, bytes }: { name: string; bytes: Uint8Array }) {
  const { cells } = await extract(bytes, { name, ...resources });
  return Object.fromEntries(
    Object.entries(cells)
      .filter(([, { state }]) => state === 'number')
      .map(([address, { value }]) => [address, String(value)]),
  );
}

describe.skipIf(noBrowser !== null)(`one report${noBrowser === null ? '' : `: ${noBrowser}`}`, () => {
  let viewer: Viewer;
  let text = '';
  beforeAll(async () => {
    [viewer, text] = await Promise.all([openBrowser(), selfCheckPage()]);
  });
  afterAll(() => viewer.close());

  test('is corrected on the spot, and comes back as tables that read as corrected', async () => {
    const { page, complaints } = await viewer.show(text);
    await page.locator('#sample').click();
    await page.locator('#done:visible').waitFor();
    expect(await verdict(page)).toBe('correct');
    await page.locator('#places [data-deed=adopt]').first().click();
    await page.locator('.changed').waitFor();
    await page.locator('#places [data-deed=adopt]').last().click();
    await page.locator('[data-part=verdict][data-verdict=clear]').waitFor();
    const now = await figures(page);
    for (const format of ['tablesDocx', 'tables', 'tablesHtml']) {
      const file = await taken(page, format);
      expect(file.name).toContain('（试改）');
      expect({ format, numbers: await numbersIn(file) }).toEqual({ format, numbers: now });
    }
    const { bytes } = await taken(page, 'corrections');
    const { blocks } = await readDocument(bytes, 'x.docx');
    const rows = blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.map((row) => row.map((each) => each.text)) : [],
    );
    expect(rows.slice(1).map(([, , before, after]) => [before, after])).toEqual([
      ['41', '14'],
      ['1', '2'],
    ]);
    await page.locator('#take-docx').click();
    await page.getByText(t('clerk.noticeRefused')).waitFor();
    await page.locator('#undo').click();
    await page.locator('[data-part=verdict][data-verdict=correct]').waitFor();
    expect(complaints).toEqual([]);
  });

  test('the page of a rule opens over the audit with the keyboard, on a phone, in both languages', async () => {
    const { page, complaints } = await viewer.show(text, { width: 375, theme: 'dark' });
    await page.locator('#sample').click();
    await page.locator('#done:visible').waitFor();
    const asked = page.locator('#places [data-rule]').first();
    const id = (await asked.getAttribute('data-rule')) ?? '';
    const rule = resources.rules.rules.find((each) => each.id === id);
    const headings = page.locator('#rule-body :is(h3, summary)');
    const opened = async () => {
      await asked.focus();
      await page.keyboard.press('Enter');
      await headings.first().waitFor();
    };
    await opened();
    expect(await page.locator('#rule-title').innerText()).toBe(`${rule?.title['zh-CN']} ${id}`);
    const written = readFileSync(new URL(`../../docs/rules/${id}.md`, import.meta.url), 'utf8');
    expect(await headings.allInnerTexts()).toEqual(
      Array.from(written.matchAll(/^## (.*)$/gm), ([, heading]) => heading),
    );
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.locator('#rule').isVisible()).toBe(false);
    expect(await asked.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.locator('#lang').click();
    await page.locator('#places').getByText('Apply').first().waitFor();
    await opened();
    expect(await headings.first().innerText()).not.toMatch(/[\u4e00-\u9fff]/);
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('blanks where there were no cases are filled in one step, and emptied again', async () => {
    const { page, complaints } = await viewer.show(text);
    const known = { 't3.received.naturalPerson': 4, 't3.granted.naturalPerson': 4 };
    await open(page, '空白.json', report(2024, known, null));
    await page.locator('#fill').click();
    await page.locator('#fill').waitFor({ state: 'hidden' });
    const filled = await figures(page);
    expect(Object.keys(filled)).toHaveLength(addresses.length);
    expect(filled).toMatchObject({
      't3.received.total': '4',
      't3.totalHandled.total': '4',
      't3.carriedOut.total': '0',
    });
    expect(await verdict(page)).toBe('clear');
    await page.locator('#undo').click();
    await page.locator('#fill:visible').waitFor();
    expect(await figures(page)).toEqual({
      't3.received.naturalPerson': '4',
      't3.granted.naturalPerson': '4',
    });
    expect(complaints).toEqual([]);
  });

  test('a report with 150 blanks and two slips is put right in three clicks', async () => {
    const { page, complaints } = await viewer.show(text);
    const known = {
      't3.received.naturalPerson': 12,
      't3.received.business': 2,
      't3.received.total': 41,
      't3.granted.naturalPerson': 12,
      't3.granted.business': 2,
      't3.granted.total': 14,
      't4.review.upheld': 2,
      't4.review.total': 3,
    };
    const others = addresses.filter((address) => !Object.hasOwn(known, address));
    const zeros = others.slice(0, addresses.length - 150 - Object.keys(known).length);
    const cells = { ...Object.fromEntries(zeros.map((address) => [address, 0])), ...known };
    await open(page, '空白.json', report(2024, cells, null));
    const titleOf = (id: string) =>
      resources.rules.rules.find((each) => each.id === id)?.title['zh-CN'] ?? '';
    const places = page.locator('#places > ol > li');
    await places.first().locator('[data-deed=adopt]').click();
    const second = places.first().filter({ hasText: titleOf('T4-SUM') });
    await second.locator('[data-deed=adopt]').first().click();
    await second.waitFor({ state: 'detached' });
    await page.locator('#fill').click();
    await page.locator('[data-part=verdict][data-verdict=clear]').waitFor();
    const right = { ...known, 't3.received.total': 14, 't3.totalHandled.naturalPerson': 12 };
    const sums = { 't3.totalHandled.business': 2, 't3.totalHandled.total': 14, 't4.review.corrected': 1 };
    expect(await figures(page)).toEqual(
      Object.fromEntries(
        addresses.map((address) => [
          address,
          String(({ ...right, ...sums } as Record<CellAddress, number>)[address] ?? 0),
        ]),
      ),
    );
    expect(complaints).toEqual([]);
  });

  test('blanks that cannot be none stay blank', async () => {
    const { page } = await viewer.show(text);
    await open(page, '空白.json', report(2024, { 't3.received.naturalPerson': 4 }, null));
    await page.locator('#fill').click();
    await page.locator('#mended:not(:empty)').waitFor();
    const filled = await figures(page);
    expect(filled['t3.carriedOut.naturalPerson']).toBeUndefined();
    expect(filled['t3.carriedIn.business']).toBe('0');
    await page.locator('#fill').waitFor({ state: 'hidden' });
    expect(await page.locator('#fill-note').innerText()).toBe(t('clerk.filledNone'));
  });

  test('last year beside it offers what was carried over', async () => {
    const { page, complaints } = await viewer.show(text);
    const cells = { 't3.received.naturalPerson': 2, 't3.received.total': 2 };
    const carried = { 't3.carriedOut.naturalPerson': 2, 't3.carriedOut.total': 2 };
    await open(page, '今年.json', report(2024, {}, 0));
    expect(await verdict(page)).toBe('clear');
    const buffer = report(2023, { ...cells, ...carried }, 0);
    await page.locator('#prior').setInputFiles({ name: '上年.json', mimeType: 'application/json', buffer });
    await page.locator('#places').getByText(t('clerk.carried')).waitFor();
    expect(await page.locator('#prior-note').innerText()).toContain('上年.json');
    await page.locator('#places [data-deed=adopt]').last().click();
    await page.locator('.changed').waitFor();
    expect(await cell(page, 't3.carriedIn.total').inputValue()).toBe('2');
    expect(complaints).toEqual([]);
  });

  test('of two years handed over together the later is audited beside the earlier, and the page says so', async () => {
    const { page } = await viewer.show(text);
    const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/json', buffer });
    const carried = { 't3.received.total': 2, 't3.carriedOut.total': 2 };
    await page
      .locator('#files')
      .setInputFiles([file('上年.json', report(2023, carried, 0)), file('今年.json', report(2024, {}, 0))]);
    await page.locator('#places').getByText(t('clerk.carried')).waitFor();
    expect(await page.locator('[data-part=roles] li').allInnerTexts()).toEqual([
      t('page.tookReport', { name: '今年.json' }),
      t('page.tookEarlier', { name: '上年.json' }),
    ]);
  });

  test('from nothing, with the keyboard and a block from a sheet, on a phone, in English', async () => {
    const { page, complaints } = await viewer.show(text, { width: 375, theme: 'dark' });
    await page.locator('#paste button').click();
    expect(await page.locator('#paste-said').innerText()).toBe(t('clerk.empty'));
    await page.locator('#lang').click();
    await page.locator('#new').click();
    await page.locator('#done:visible').waitFor();
    await cell(page, 't3.received.naturalPerson').focus();
    await page.keyboard.type('5');
    await page.keyboard.press('Enter');
    await page.keyboard.type('1');
    await page.keyboard.press('ArrowDown');
    await cell(page, 't3.granted.naturalPerson').evaluate((field) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '公开\t4\t0\r\n部分\t2\t0\r\n');
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    expect(await figures(page)).toMatchObject({
      't3.received.total': '5',
      't3.carriedIn.total': '1',
      't3.granted.total': '4',
      't3.partial.naturalPerson': '2',
      't3.totalHandled.total': '6',
    });
    await page.keyboard.press('Control+z');
    expect((await figures(page))['t3.granted.naturalPerson']).toBeUndefined();
    await cell(page, 't3.granted.naturalPerson').fill('6');
    await page.locator('#fill').click();
    await page.locator('[data-part=verdict][data-verdict=clear]').waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await page.locator('#verdict').innerText()).not.toMatch(/[\u4e00-\u9fff]/);
    const now = await figures(page);
    const file = await taken(page, 'tablesDocx');
    expect(await numbersIn(file)).toEqual(now);
    expect(complaints).toEqual([]);
  });
});
