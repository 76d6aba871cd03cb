import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { gzipSync, strToU8, zipSync } from 'fflate';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditReport } from '../../src/audit/audit.js';
import { createPageServer, listen } from '../../src/cli/commands/page-server.js';
import { translator } from '../../src/report/translate.js';
import { pdfFile, text as words } from '../fixtures/files/pdf-file.js';
import { atDepth } from '../depth.js';
import {
  barriers,
  drop,
  looks,
  noBrowser,
  openBrowser,
  resources,
  selfCheckPage,
  type Look,
  type Shown,
  type Viewer,
} from './browser.js';

const t = translator('zh-CN');
const sample = (name: string) => new Uint8Array(readFileSync(`samples/${name}`));
const cell = (page: Page, address: string) => page.locator(`[id="e-${address}"]`);
const standing = async (page: Page) => (await page.locator('#standing').innerText()).replace(/\s+/g, ' ');

describe('the file of the self-check page', async () => {
  const text = await selfCheckPage();
  const files = new Map(
    Array.from(
      text.matchAll(/id="file:([^"]+)" data-imports="([^"]*)">([^<]*)</g),
      ([, name = '', imports = '', content = '']) => [
        name,
        { size: (content.length * 3) / 4, imports: imports.split(' ').filter((each) => each !== '') },
      ],
    ),
  );
  const sizeOf = (names: readonly string[]): number => {
    const all = new Set<string>();
    const take = (name: string) => {
      if (all.has(name)) return;
      all.add(name);
      files.get(name)?.imports.forEach(take);
    };
    names.forEach(take);
    return [...all].reduce((sum, name) => sum + (files.get(name)?.size ?? Infinity), 0);
  };

  test('names nothing outside itself', () => {
    expect(text).not.toMatch(/(?:src|href|action)="(?!data:,|#)/);
    expect(text).toContain("connect-src 'none'");
  });

  test('its script takes at most 250 KB, compressed, before a file is opened', () => {
    const inline = Array.from(
      text.matchAll(/<script(?: type="text\/plain" id="loader")?>([^]*?)<\/script>/g),
      ([, code = '']) => code,
    );
    expect(inline).toHaveLength(3);
    expect(sizeOf(['worker.js']) + gzipSync(strToU8(inline.join('\n'))).length).toBeLessThan(250_000);
  });

  describe.skipIf(noBrowser !== null)(`in a browser${noBrowser === null ? '' : `: ${noBrowser}`}`, () => {
    let viewer: Viewer;
    beforeAll(async () => {
      viewer = await openBrowser();
    });
    afterAll(() => viewer.close());

    const shown = async (look?: Look): Promise<Shown> => {
      const all = await viewer.show(text, look);
      await all.page.locator('#start').waitFor();
      return all;
    };
    const done = async ({ page, complaints }: Shown) => {
      expect(complaints).toEqual([]);
      await page.close();
    };

    test('audits samples as the program does, one after the other', async () => {
      const all = await shown();
      const { page } = all;
      for (const name of [
        '04-sum-in-prose-does-not-add-up.txt',
        '06-arithmetic.html',
        '09-outdated-form.txt',
      ]) {
        await drop(page, { [name]: sample(name) });
        const audit = await auditReport(sample(name), resources, { name, lang: 'zh-CN' });
        expect(await page.locator('#audit .badge').innerText()).toContain(audit.grade);
        expect(
          await page.locator('#audit .finding').evaluateAll((each) => each.map(({ id }) => id).sort()),
        ).toEqual(audit.findings.map(({ id }) => id).sort());
        const flagged = await page.locator('#audit td.error').evaluateAll((each) => each.map(({ id }) => id));
        const blamed = audit.repairs.flatMap(({ cells }) => cells.map((each) => `c-${each.cell}`));
        expect(flagged).toEqual(expect.arrayContaining(blamed));
        await page.locator('#bar .again').click();
      }
      await done(all);
    });

    test('reads data that is handed over as JSON, and says where it is wrong', async () => {
      const all = await shown();
      const { page } = all;
      const good = {
        schema: 'gouji.report/1',
        agency: { name: '清河市商务局' },
        year: 2023,
        form: '2021',
        cells: { 't3.received.total': 12 },
        sections: [],
      };
      await drop(page, { 'a.json': strToU8(JSON.stringify(good)) });
      expect(await page.locator('#audit h1').innerText()).toContain('清河市商务局');
      await page.locator('#bar .again').click();
      await drop(page, { 'b.json': strToU8(JSON.stringify({ ...good, year: 'x' })) });
      expect(await page.locator('#failure').innerText()).toContain('/year: 应当是 integer 类型');
      await done(all);
    });

    test('reads a PDF whose fonts are not embedded; a picture needs what the page has not', async () => {
      const all = await shown();
      const { page } = all;
      const lines = [
        '清河市商务局2023年政府信息公开工作年度报告',
        '一、总体情况',
        '二、主动公开政府信息情况',
      ];
      const content = lines.map((line, index) => words(80, 80 + 30 * index, line, 14)).join('');
      await drop(page, { 'a.pdf': pdfFile([{ content }]) });
      expect((await page.locator('#audit h1').innerText()).replace(/\s+/g, ' ')).toBe(
        '清河市商务局 2023年度',
      );
      await page.locator('#bar .again').click();
      const picture =
        'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAAAAADhZOFXAAAADklEQVR4nGP4DwUMlDEA98A/wbI0QbsAAAAASUVORK5CYII=';
      await drop(page, { 'a.png': new Uint8Array(Buffer.from(picture, 'base64')) });
      expect(await page.locator('#failure').innerText()).toContain(t('page.scanned'));
      const file = { name: 'worker.min.js', mimeType: 'text/javascript', buffer: Buffer.from('') };
      await page.locator('#engine').setInputFiles(file);
      const names = 'tesseract-core-simd-lstm.wasm.js、chi_sim.traineddata.gz';
      await page.locator('#scan-said:not(:empty)').waitFor();
      expect(await page.locator('#scan-said').innerText()).toBe(t('scan.missing', { names }));
      expect(await barriers(page)).toEqual([]);
      await done(all);
    });

    test('a changed cell is audited at once, and the figures can be restored', async () => {
      const all = await shown();
      const { page } = all;
      await page.locator('#sample').click();
      await page.locator('#tab-edit').click();
      expect(await standing(page)).toBe('建议更正2处 等级 C 78 错误 3 警告 0 提示 1');
      expect(await page.locator('.problems .cause').count()).toBe(3);

      const wrong = cell(page, 't3.granted.naturalPerson');
      expect(await wrong.getAttribute('aria-invalid')).toBe('true');
      await wrong.fill('14');
      await page.locator('.changed').waitFor();
      expect(await standing(page)).toBe('建议更正1处 等级 B 88 （原为 C 78） 错误 1 警告 0 提示 1 已改 1 格');
      expect(await wrong.getAttribute('aria-invalid')).toBe('false');
      expect(await page.locator('.problems .cause').count()).toBe(2);
      await page.keyboard.press('Enter');
      expect(
        await cell(page, 't3.partial.naturalPerson').evaluate((each) => each === document.activeElement),
      ).toBe(true);

      await page.locator('#tab-audit').click();
      expect(await page.locator('#revised').innerText()).toContain('试改 1 格');
      expect(await page.locator('[id="c-t3.granted.naturalPerson"]').innerText()).toBe('14');

      await page.locator('#tab-edit').click();
      await page.getByRole('button', { name: '恢复原数' }).click();
      await page.locator('.changed').waitFor({ state: 'detached' });
      expect(await wrong.inputValue()).toBe('41');
      expect(await standing(page)).toBe('建议更正2处 等级 C 78 错误 3 警告 0 提示 1');
      await done(all);
    });

    test('a proposed change is made only when it is adopted', async () => {
      const all = await shown();
      const { page } = all;
      await page.locator('#sample').click();
      await page.locator('#tab-edit').click();
      const wrong = cell(page, 't3.granted.naturalPerson');
      expect(await wrong.inputValue()).toBe('41');
      await page.locator('.problems .link').first().click();
      expect(await wrong.evaluate((each) => each === document.activeElement)).toBe(true);
      await page.locator('.problems .cause').first().getByRole('button', { name: '采用' }).click();
      expect(await wrong.inputValue()).toBe('14');
      await page.locator('.changed').waitFor();
      expect(await standing(page)).toContain('等级 B 88');
      await done(all);
    });

    test('a flagged cell of the audit leads to its finding and back', async () => {
      const all = await shown();
      const { page } = all;
      await page.locator('#sample').click();
      await page.locator('[id="c-t3.granted.naturalPerson"] .flag').focus();
      expect(await page.locator('#tip .equation').first().innerText()).toContain('≠');
      await page.keyboard.press('Enter');
      await page.waitForURL(({ hash }) => hash === '#f1');
      await page.locator('#f1 .equation a').first().click();
      await page.waitForURL(({ hash }) => hash === '#c-t3.granted.naturalPerson');
      await done(all);
    });

    test('everything is said in English too, changed figures are kept', async () => {
      const all = await shown();
      const { page } = all;
      const chinese = /[\u4e00-\u9fff]/;
      await page.locator('#lang').click();
      await page.locator('html[lang=en]').waitFor();
      expect(await page.locator('#start').innerText()).not.toMatch(chinese);
      await page.locator('#lang').click();
      await page.locator('#sample').click();
      await page.locator('#tab-edit').click();
      await cell(page, 't3.granted.naturalPerson').fill('14');
      await page.locator('.changed').waitFor();
      await page.locator('#lang').click();
      await page.locator('#standing').getByText('cell changed').waitFor();
      expect(await standing(page)).toBe(
        'corrections advised: 1 Grade B 88 (was C 78) error 1 warning 0 info 1 1 cell changed',
      );
      expect(await cell(page, 't3.granted.naturalPerson').inputValue()).toBe('14');
      await page.locator('#tab-audit').click();
      expect(await page.locator('#audit #findings').getByRole('heading', { level: 2 }).innerText()).toBe(
        'Findings',
      );
      await page.locator('#tab-take').click();
      expect(await page.locator('#panel-take').innerText()).not.toMatch(chinese);
      await done(all);
    });

    test('takes pasted text, and of what is copied from a page its tables', async () => {
      const all = await shown();
      const { page } = all;
      await page.locator('#text').fill(new TextDecoder().decode(sample('01-clean-tab-rows.txt')));
      await page.locator('#paste button').click();
      expect(await page.locator('#audit .facts').innerText()).toContain(t('page.pasted'));
      await page.locator('#bar .again').click();
      expect(await page.locator('#text').inputValue()).toBe('');

      const html = new TextDecoder().decode(sample('06-arithmetic.html'));
      await page.locator('#text').evaluate((field, copied) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/html', copied);
        (field as HTMLTextAreaElement).value = '';
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData }));
        (field as HTMLTextAreaElement).value = '青禾乡 25 3 0';
      }, html);
      await page.locator('#paste button').click();
      await page.locator('#done').waitFor();
      expect(await page.locator('#audit .facts').innerText()).toContain('网页');
      expect(await cell(page, 't3.received.naturalPerson').inputValue()).toBe('25');
      await done(all);
    });

    test('several documents, in an archive or dropped together, lie on the desk', async () => {
      const all = await shown();
      const { page } = all;
      const files = () =>
        page
          .locator('[data-part=desk] tr[data-file]')
          .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['file']).sort());
      const two = { '甲.html': sample('06-arithmetic.html'), '乙.txt': sample('01-clean-tab-rows.txt') };
      await drop(page, { '年报.zip': zipSync(two) });
      await page.locator('[data-part=desk][data-state=done]').waitFor();
      expect(await files()).toEqual(['年报.zip/乙.txt', '年报.zip/甲.html']);
      await page.locator('#bar .again').click();
      await drop(page, two);
      await page.locator('[data-part=desk][data-state=done]').waitFor();
      expect(await files()).toEqual(['乙.txt', '甲.html']);
      await page.locator('#bar .again').click();
      const [one, other] = [sample('01-clean-tab-rows.txt'), sample('09-outdated-form.txt')];
      await drop(page, { '汇编.txt': new Uint8Array([...one, 10, ...other]) });
      await page.locator('[data-part=desk][data-state=done]').waitFor();
      expect(await files()).toEqual(['汇编.txt › 禾屿县教育局 2023', '汇编.txt › 衡栖市鹭坪区民政局 2022']);
      await done(all);
    });

    test('what takes too long can be given up, and another report follows', async () => {
      const all = await shown();
      const { page } = all;
      await page.evaluate(() => {
        const working = document.getElementById('working');
        const observer = new MutationObserver(() => {
          if (working?.hidden !== false) return;
          observer.disconnect();
          working.querySelector('button')?.click();
        });
        observer.observe(document.body, { attributes: true, subtree: true, attributeFilter: ['hidden'] });
      });
      await page.locator('#sample').click();
      await page.locator('#start:focus-within').waitFor();
      await page.locator('#sample').click();
      await page.locator('#done').waitFor();
      await done(all);
    });

    test('what is said of agency and year goes before what was read', async () => {
      const all = await shown();
      const { page } = all;
      await page.locator('#sample').click();
      await page.locator('#tab-edit').click();
      await page.locator('#panel-edit summary').click();
      expect(await page.locator('#said-year').getAttribute('placeholder')).toBe('2022');
      await page.locator('#said-year').fill('2023');
      await page.locator('#said-agency').fill('清河市商务局');
      await page.locator('#said button').click();
      await page.getByRole('heading', { name: '清河市商务局 2023年度' }).waitFor();
      await done(all);
    });

    test('a file that cannot be read is told with its remedy, and another one may follow', async () => {
      const all = await shown();
      const { page } = all;
      const name = '<img src=x onerror=alert(1)>.pdf';
      await drop(page, { [name]: strToU8('%PDF-1.7 nothing') });
      expect(await page.locator('#failure dd').allInnerTexts()).toEqual([
        name,
        t('failure.damaged'),
        t('failure.damaged.remedy'),
      ]);
      expect(await page.locator('#failed').evaluate((each) => each === document.activeElement)).toBe(true);
      await page.locator('#failed .again').click();
      await drop(page, { [name.replace('pdf', 'html')]: sample('06-arithmetic.html') });
      expect(await page.locator('#audit .facts').innerText()).toContain('<img src=x onerror=alert(1)>.html');
      await done(all);
    });

    test('gives the audit, the workbook and the notice as files', async () => {
      const all = await shown();
      const { page } = all;
      await page.locator('#sample').click();
      await page.locator('#tab-take').click();
      const files = new Map<string, Uint8Array>();
      for (const format of ['html', 'xlsx', 'docx']) {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.locator(`#take-${format}`).click(),
        ]);
        files.set(download.suggestedFilename(), await bytesOf(download));
      }
      const names = ['审核结果.html', '审核工作簿.xlsx', '整改通知.docx'];
      expect([...files.keys()]).toEqual(names.map((name) => `棠溪县青禾乡人民政府 2022 ${name}`));
      const [audit, ...others] = [...files.values()];
      expect(new TextDecoder().decode(audit)).toContain('示例.html');
      for (const bytes of others) expect(String.fromCharCode(...bytes.subarray(0, 2))).toBe('PK');
      await done(all);
    });

    test.each(atDepth(looks))('is without barriers, $width wide, $theme', async (look) => {
      const all = await shown(look);
      const { page } = all;
      expect(await barriers(page)).toEqual([]);
      await page.locator('#sample').click();
      await page.locator('#done').waitFor();
      for (const name of ['audit', 'edit', 'take']) {
        await page.locator(`#tab-${name}`).click();
        expect(await barriers(page)).toEqual([]);
      }
      await drop(page, { x: new Uint8Array() });
      // The report shown before is still there when the file is dropped.
      await page.locator('#failed').waitFor();
      expect(await barriers(page)).toEqual([]);
      await done(all);
    });

    test('the tabs are moved between with the keyboard', async () => {
      const all = await shown();
      const { page } = all;
      await page.locator('#sample').click();
      await page.locator('#tab-audit:focus').waitFor();
      await page.keyboard.press('ArrowRight');
      expect(await page.locator('[aria-selected=true]').innerText()).toBe(t('page.edit'));
      expect(await page.locator('#panel-edit').isVisible()).toBe(true);
      await page.keyboard.press('ArrowLeft');
      expect(await page.locator('#tab-audit').getAttribute('aria-selected')).toBe('true');
      await done(all);
    });

    test('nothing can be sent, by the page or by a worker of it', async () => {
      const arrived: string[] = [];
      const other = createServer((request, response) => {
        arrived.push(request.url ?? '');
        response.end();
      });
      const address = await listen(other, 0);
      const { page } = await shown();
      const tried = await page.evaluate(async (target) => {
        const tell = "() => postMessage('sent'), () => postMessage('refused')";
        const worker = new Worker(URL.createObjectURL(new Blob([`fetch('${target}worker').then(${tell})`])));
        const picture = new Image();
        picture.src = `${target}picture`;
        return Promise.all([
          fetch(`${target}page`).then(
            () => 'sent',
            () => 'refused',
          ),
          new Promise((resolve) => (worker.onmessage = ({ data }) => resolve(data))),
          new Promise((resolve) => {
            picture.onload = () => resolve('sent');
            picture.onerror = () => resolve('refused');
          }),
        ]);
      }, address);
      expect({ tried, arrived }).toEqual({ tried: ['refused', 'refused', 'refused'], arrived: [] });
      await page.close();
      other.close();
    });

    test('is served with the same policy, and asks the server for nothing else', async () => {
      const server = createPageServer(text);
      const address = await listen(server, 0);
      const { page } = await viewer.show('<!doctype html><title>x</title>');
      const asked: string[] = [];
      const said: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      page.on('console', (message) => said.push(message.text()));
      await page.goto(address);
      await page.locator('#sample').click();
      await page.locator('#done').waitFor();
      expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([address]);
      expect(said).toEqual([]);
      await page.close();
      server.close();
      server.closeAllConnections();
    });
  });
});

async function bytesOf(download: Download): Promise<Uint8Array> {
  return new Uint8Array(readFileSync(await download.path()));
}
