import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditReport } from '../../src/audit/audit.js';
import { extract } from '../../src/extract/index.js';
import { readDocument } from '../../src/extract/read/index.js';
import type { Audit } from '../../src/model/index.js';
import { deskPart, filledDesk } from '../../src/report/desk/filled.js';
import { settingsText } from '../../src/audit/page-settings.js';
import type { Part } from '../../src/report/renderer.js';
import { summarise } from '../../src/report/office/summarise.js';
import { loadWaivers } from '../../src/review/waivers.js';
import { contextOf } from '../fixtures/context.js';
import {
  barriers,
  noBrowser,
  openBrowser,
  resources,
  selfCheckPage,
  type Look,
  type Shown,
  type Viewer,
} from './browser.js';

const names = readdirSync('samples').filter((name) => /\.(?:txt|html)$/.test(name));
const paths = names.map((name) => join('samples', name));

const plainAudit = (name: string, waivers: ReturnType<typeof loadWaivers>['waivers'] = []): Promise<Audit> =>
  auditReport(new Uint8Array(readFileSync(join('samples', name))), resources, {
    name,
    lang: 'zh-CN',
    waivers: new Map(waivers.map(({ waiver }) => [waiver.fingerprint, waiver])),
  });

/** What the rows of the table say, by file. */
const rows = (page: Page) =>
  page.locator('[data-part=desk] tr[data-file]').evaluateAll((all) =>
    Object.fromEntries(
      all.map((each) => {
        const { file = '', grade, reviewedGrade, errors, warnings, rank } = (each as HTMLElement).dataset;
        return [file, { grade, reviewedGrade, errors, warnings, rank }];
      }),
    ),
  );

const ready = (page: Page) => page.locator('[data-part=desk][data-state=done]').waitFor();

async function taken(page: Page, what: string): Promise<Uint8Array> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`button[data-take=${what}]`).click(),
  ]);
  return bytesOf(download);
}

/** Sets a finding of the report beside the table aside. */
async function setAside(page: Page, number: number): Promise<void> {
  const own = page.locator('#desk-aside .review[data-fingerprint]').nth(number);
  await own.locator('[data-verdict=dismissed]').click();
  await own.locator('[name=reason]').fill('经核对报告无误');
  await own.locator('[name=reviewer]').fill('林某');
  await own.locator('[type=submit]').first().click();
  await own.locator('[data-verdict=dismissed][aria-pressed=true]').waitFor();
}

/** The texts of the notices in an archive. */
function lettersIn(archive: Uint8Array): Promise<string[]> {
  return Promise.all(
    Object.values(unzipSync(archive)).map(async (bytes) => {
      const { blocks } = await readDocument(bytes, 'notice.docx');
      return blocks.map((block) => ('text' in block ? block.text : '')).join('\n');
    }),
  );
}

async function bytesOf(download: Download): Promise<Uint8Array> {
  return new Uint8Array(readFileSync(await download.path()));
}

describe.skipIf(noBrowser !== null)(`the desk${noBrowser === null ? '' : `: ${noBrowser}`}`, () => {
  let viewer: Viewer;
  let text = '';
  beforeAll(async () => {
    [viewer, text] = await Promise.all([openBrowser(), selfCheckPage()]);
  });
  afterAll(() => viewer.close());

  async function laid(files: string[] = paths, look?: Look): Promise<Shown> {
    const shown = await viewer.show(text, look);
    await shown.page.locator('#files').setInputFiles(files);
    await ready(shown.page);
    return shown;
  }

  test('audits as the command line does, keeps the order, names what cannot be read, and sends nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gouji-desk-'));
    const broken = join(folder, '坏文件.docx');
    writeFileSync(broken, 'PK\u0003\u0004');
    const { page, complaints } = await laid([...paths, broken]);
    const audits = await Promise.all(names.map((name) => plainAudit(name)));
    const shown = await rows(page);
    for (const { source, grade, findings } of audits) {
      const count = (severity: string) =>
        String(findings.filter((each) => each.severity === severity).length);
      expect(shown[source.name]).toMatchObject({ grade, errors: count('error'), warnings: count('warning') });
    }
    expect(Object.keys(shown)).toHaveLength(names.length);
    expect(await page.locator('[data-part=failures] li').allInnerTexts()).toEqual([
      expect.stringContaining('坏文件.docx'),
    ]);
    const json = JSON.parse(new TextDecoder().decode(await taken(page, 'json'))) as { audits: Audit[] };
    expect(json.audits).toEqual(audits);
    expect(complaints).toEqual([]);
    rmSync(folder, { recursive: true });
  });

  test('equals share a rank, a year is ranked by itself, what was not graded has none', async () => {
    const { page } = await laid();
    const audits = await Promise.all(names.map((name) => plainAudit(name)));
    const better = (one: Audit, other: Audit) => (other.score ?? -1) > (one.score ?? -1);
    const expected = audits.map((own) => {
      const rivals = audits.filter((other) => other.year === own.year && other.grade !== 'U');
      return [
        own.source.name,
        own.grade === 'U' ? '' : String(1 + rivals.filter((other) => better(own, other)).length),
      ];
    });
    const shown = await rows(page);
    expect(
      Object.entries(shown)
        .map(([name, { rank }]) => [name, rank])
        .sort(),
    ).toEqual(expected.sort());
    await page.locator('#desk-year').selectOption('2022');
    const years = await page.locator('#desk-rows tr:visible .c-year').allInnerTexts();
    expect(new Set(years)).toEqual(new Set(['2022']));
  });

  test('the story of an office: look, set aside, notify, keep, and read back', async () => {
    const { page, complaints } = await laid();
    await page.locator('#desk-year').selectOption('');
    await page.locator('#desk-text').fill('青禾');
    expect(await page.locator('#desk-rows tr:visible').count()).toBe(1);
    await page.locator('#desk-rows tr:visible button').click();
    await page.locator('#desk-aside #findings').waitFor();
    expect(await barriers(page)).toEqual([]);
    for (const number of [0, 1]) await setAside(page, number);
    await page.keyboard.press('Escape');
    await page.locator('#desk-aside').waitFor({ state: 'hidden' });
    await page.locator('#desk-reset').click();

    await page.locator('#sender summary').click();
    await page.locator('#sender-issuer').fill('棠溪县人民政府办公室');
    await page.locator('#sender-number').fill('棠政办公开函〔2026〕8号');
    const letters = await lettersIn(await taken(page, 'notices'));
    expect(letters.length).toBeGreaterThan(3);
    expect(letters.every((letter) => letter.includes('棠溪县人民政府办公室'))).toBe(true);

    const yaml = new TextDecoder().decode(await taken(page, 'waivers'));
    const { waivers } = loadWaivers('复核.yaml', yaml);
    expect(waivers.map(({ waiver }) => [waiver.verdict, waiver.reviewer])).toEqual([
      ['dismissed', '林某'],
      ['dismissed', '林某'],
    ]);
    const shown = await rows(page);
    for (const name of names) {
      const { grade } = await plainAudit(name, waivers);
      expect([name, shown[name]?.reviewedGrade]).toEqual([name, grade]);
    }
    const numberOf = (letter = '') => /〔2026〕\d+号/.exec(letter)?.[0];
    const about = (letter: string) => letter.includes('青禾乡');
    await page.locator('#desk-year').selectOption('');
    await page.locator('#desk-text').fill('青禾');
    await page.locator('#desk-rows tr:visible button').click();
    const first = page.locator('#desk-aside .review[data-fingerprint]').first();
    await first.getByRole('button', { name: '撤销' }).click();
    await first.locator('[data-verdict=dismissed][aria-pressed=false]').waitFor();
    await page.keyboard.press('Escape');
    const again = await lettersIn(await taken(page, 'notices'));
    const amended = again.filter((letter) => letter.includes('本通知替代我办'));
    expect(amended.map((letter) => [about(letter), numberOf(letter)])).toEqual([
      [true, numberOf(letters.find(about))],
    ]);
    expect(again.map(numberOf).sort()).toEqual(letters.map(numberOf).sort());
    expect(Object.keys(unzipSync(await taken(page, 'pages')))).toHaveLength(names.length + 1);
    expect((await taken(page, 'ledger')).length).toBeGreaterThan(1000);
    expect(complaints).toEqual([]);
  });

  test('comes filled with the audits of the command line, and is reviewed as they are', async () => {
    const filled = filledDesk({
      page: text,
      settings: settingsText({ resources, provenance: contextOf().provenance }),
      pageOf: ({ name }) => `${name}.html`,
    });
    async function* parts(): AsyncGenerator<Part> {
      for (const name of names) {
        const report = await extract(new Uint8Array(readFileSync(join('samples', name))), {
          name,
          ...resources,
        });
        const audit = await plainAudit(name);
        yield { kind: 'audit', summary: summarise(audit), text: await deskPart(audit, report, null) };
      }
    }
    let page = '';
    for await (const chunk of filled.document(parts(), contextOf())) page += String(chunk);
    const { page: shown, complaints } = await viewer.show(page);
    await ready(shown);
    const audits = await Promise.all(names.map((name) => plainAudit(name)));
    const grades = await rows(shown);
    expect(names.map((name) => grades[name]?.grade)).toEqual(audits.map(({ grade }) => grade));
    await shown.locator('#desk-year').selectOption('');
    await shown.locator('#desk-text').fill('青禾');
    await shown.locator('#desk-rows tr:visible button').click();
    await setAside(shown, 0);
    const { waivers } = loadWaivers('复核.yaml', new TextDecoder().decode(await taken(shown, 'waivers')));
    const name = '06-arithmetic.html';
    const { grade } = await plainAudit(name, waivers);
    expect((await rows(shown))[name]?.reviewedGrade).toBe(grade);
    expect(complaints).toEqual([]);
  });

  test('goes on with the keyboard, on a phone, in English', async () => {
    const { page, complaints } = await laid(paths.slice(0, 6), { width: 375, theme: 'dark' });
    expect(await barriers(page)).toEqual([]);
    await page.locator('#lang').click();
    await page.locator('html[lang=en]').waitFor();
    await ready(page);
    expect(await page.locator('#desk-add-title').innerText()).toBe('Add to the desk');
    await page.locator('#desk-year').selectOption('');
    await page.locator('#desk').focus();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const second = await page.locator('#desk-rows [aria-selected=true]').getAttribute('data-file');
    await page.keyboard.press('Enter');
    await page.locator('#desk-aside #findings').waitFor();
    expect(await page.locator('#desk-name').innerText()).toBe(second);
    await page.keyboard.press('k');
    await page
      .locator('#desk-name')
      .filter({ hasNotText: second ?? '' })
      .waitFor();
    await page.keyboard.press('Escape');
    await page.locator('#desk-aside').waitFor({ state: 'hidden' });
    expect(complaints).toEqual([]);
  });
});
