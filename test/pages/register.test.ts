import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extract } from '../../src/extract/index.js';
import { cellsOfForm } from '../../src/model/index.js';
import { readRegisters } from '../../src/register/index.js';
import { translator } from '../../src/report/translate.js';
import { barriers, noBrowser, openBrowser, resources, selfCheckPage, type Viewer } from './browser.js';

const t = translator('zh-CN');
const form = resources.forms.find(({ id }) => id === '2021');
if (form === undefined) throw new Error('no edition');

const secrets = ['欧阳某某', '栖霞路八号院', '13912345678'];
const [name = '', address = '', telephone = ''] = secrets;
const register = Buffer.from(`临溪县水利局2022年度依申请公开登记台账
编号,收到日期,申请人,申请人类型,地址,联系电话,答复日期,办理结果
A1,2022-01-05,${name},自然人,${address},${telephone},2022-02-01,予以公开
A2,2022-03-05,${name},企业,${address},${telephone},2022-03-20,本机关不掌握
A3,2022-12-20,${name},自然人,${address},${telephone},,办理中
A4,2022-05-05,${name},${name},${address},${telephone},2022-05-20,予以公开
`);
const registerFile = { name: `${name}.csv`, mimeType: 'text/csv', buffer: register };

const given = async () =>
  (await readRegisters([{ name: registerFile.name, bytes: register }], 2022, resources.registers)).cells;

/** A report that agrees with the register but for one cell. */
async function report() {
  const known = await given();
  const cells = Object.fromEntries(
    cellsOfForm(form!).map(({ address: cell }) => [cell, known[cell]?.value ?? 0]),
  );
  cells['t3.unavailable.notHeld.business'] = 3;
  const agency = { name: '临溪县水利局', level: 'county' };
  const buffer = Buffer.from(
    JSON.stringify({ schema: 'gouji.report/1', agency, year: 2022, form: '2021', cells, sections: [] }),
  );
  return { name: '年报.json', mimeType: 'application/json', buffer };
}

const field = (page: Page, cell: string) => page.locator(`[id="e-${cell}"]`);

async function taken(page: Page, format: string): Promise<{ name: string; bytes: Uint8Array }> {
  await page.locator('#tab-take').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`#take-${format}`).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
}

/** All that the page shows and keeps, as text. */
const known = (page: Page) =>
  page.evaluate(async () => {
    const fields = Array.from(
      document.querySelectorAll('input, textarea'),
      (each) => (each as HTMLInputElement).value,
    );
    const databases = await indexedDB.databases();
    return JSON.stringify([document.body.innerHTML, fields, databases, Object.entries(localStorage)]);
  });

const namesNobody = (text: string) => secrets.filter((secret) => text.includes(secret));

describe.skipIf(noBrowser !== null)(`registers${noBrowser === null ? '' : `: ${noBrowser}`}`, () => {
  let viewer: Viewer;
  let text = '';
  beforeAll(async () => {
    [viewer, text] = await Promise.all([openBrowser(), selfCheckPage()]);
  });
  afterAll(() => viewer.close());

  test('beside the report show what differs and the rows behind it, and the figure is taken over', async () => {
    const { page, complaints } = await viewer.show(text);
    const cell = 't3.unavailable.notHeld.business';
    await page.locator('#files').setInputFiles([await report(), registerFile]);
    await page.locator('#register-differences').waitFor();
    expect(await page.locator('#register-list > :first-child').getAttribute('id')).toBe(
      'register-differences',
    );
    const differences = page.locator('#register-differences li');
    expect(await differences.evaluateAll((all) => all.map((each) => each.dataset['cell']))).toEqual([cell]);
    await differences.locator('summary').click();
    expect(await differences.locator('.note').innerText()).toContain('1!4');
    await page.locator('[id="r-t3.received.total"]').click();
    const rows = await page.locator('#register-tables .rows:not(:empty)').innerText();
    expect(['1!3', '1!4', '1!5', '1!6'].filter((row) => rows.includes(row))).toEqual([
      '1!3',
      '1!4',
      '1!5',
      '1!6',
    ]);
    expect(await page.locator('#register-unclassified li').allInnerTexts()).toHaveLength(1);
    expect(await barriers(page)).toEqual([]);
    await differences.getByText(t('register.adopt')).click();
    await differences.waitFor({ state: 'detached' });
    expect(await field(page, cell).inputValue()).toBe('1');
    expect(await page.locator('#change-list').textContent()).toContain('3');
    await page.locator('#undo').click();
    await differences.waitFor();
    expect(await field(page, cell).inputValue()).toBe('3');
    expect(await page.locator('[data-part=roles] li').allInnerTexts()).toEqual([
      t('page.tookReport', { name: '年报.json' }),
      t('page.tookRegister', { count: 1 }),
    ]);
    expect(namesNobody(await known(page))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('alone fill the official form in, which is taken as a document', async () => {
    const { page, complaints } = await viewer.show(text, { width: 375, theme: 'light' });
    await page.locator('#files').setInputFiles(registerFile);
    await page.locator('#register-said:not(:empty)').waitFor();
    expect(await barriers(page)).toEqual([]);
    const expected = Object.entries(await given()).map(([cell, { value }]) => [cell, String(value)]);
    expect(expected.length).toBeGreaterThan(100);
    const files: { name: string; bytes: Uint8Array }[] = [];
    for (const format of ['tablesDocx', 'tables', 'tablesHtml', 'html', 'xlsx'])
      files.push(await taken(page, format));
    for (const file of files.slice(0, 3)) {
      expect(file.name).toContain('2022');
      const { cells } = await extract(file.bytes, { name: file.name, ...resources });
      const read = Object.entries(cells).filter(([, { state }]) => state === 'number');
      expect(Object.fromEntries(read.map(([cell, { value }]) => [cell, String(value)]))).toEqual(
        Object.fromEntries(expected),
      );
    }
    const texts = files.map(({ name: file, bytes }) =>
      file.endsWith('html')
        ? strFromU8(bytes)
        : Object.values(unzipSync(bytes))
            .map((part) => strFromU8(part))
            .join('\n'),
    );
    expect([...texts, await known(page)].flatMap(namesNobody)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
