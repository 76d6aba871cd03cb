import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { html } from '../../src/report/formats/html.js';
import { indexPage } from '../../src/report/html/index/index-page.js';
import type { Part } from '../../src/report/renderer.js';
import { summarise } from '../../src/report/office/summarise.js';
import { auditOf, troubledAudit } from '../fixtures/audits.js';
import { dashboard } from '../../src/report/comparison/html/dashboard.js';
import { indicatorsPage } from '../../src/report/indicators/html/page.js';
import { indicatorsView, readings } from '../fixtures/indicators.js';
import { everyState, viewOf } from '../fixtures/comparison.js';
import { contextOf } from '../fixtures/context.js';
import { atDepth } from '../depth.js';
import { barriers, looks, noBrowser, openBrowser, type Viewer } from './browser.js';

/** As many audits as an office has, every third with findings. */
function league(count: number): Part[] {
  return Array.from({ length: count }, (_, index): Part => {
    const audit = index % 3 === 0 ? troubledAudit() : auditOf();
    audit.agency.name = `${index % 2 === 0 ? '临溪县' : '清河市'}第${index}局`;
    audit.source.name = `年报/${index}.html`;
    return { kind: 'audit', summary: summarise(audit), text: '', document: `${index}.html.html` };
  });
}

describe.skipIf(noBrowser !== null)(`pages in a browser${noBrowser === null ? '' : `: ${noBrowser}`}`, () => {
  let viewer: Viewer;
  beforeAll(async () => {
    viewer = await openBrowser();
  });
  afterAll(() => viewer.close());

  test.each(atDepth(looks))('the audit is without barriers, $width wide, $theme', async (look) => {
    const { page, complaints } = await viewer.show(html.part(troubledAudit(), contextOf()), look);
    // The page forbids scripts that are not its own, so axe comes in from outside.
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test.each(atDepth(looks))('the list is without barriers, $width wide, $theme', async (look) => {
    const { page, complaints } = await viewer.show(indexPage(league(60), contextOf()), look);
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test.each(atDepth(looks))(
    'the page of submissions is without barriers, $width wide, $theme',
    async (look) => {
      const { page, complaints } = await viewer.show(dashboard(viewOf(everyState())), look);
      const agencies = () => page.locator('#rows a').allInnerTexts();
      expect(await agencies()).toEqual(['丙局', '乙局', '丁局', '己局', '戊局', '庚局', '甲局']);
      await page.locator('#state').selectOption({ label: '部分整改' });
      expect(await agencies()).toEqual(['乙局']);
      await page.getByRole('link', { name: '乙局' }).click();
      await page.getByRole('heading', { name: '第3次：3.ndjson' }).waitFor();
      expect(await page.locator('#detail .changes td').allInnerTexts()).toEqual([
        '表三 一、本年新收政府信息公开申请数量 · 总计',
        '13',
        '10',
        '',
      ]);
      expect(await barriers(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.close();
    },
  );

  test.each(atDepth(looks))(
    'the page of indicators is without barriers, $width wide, $theme',
    async (look) => {
      const { page, complaints } = await viewer.show(
        indicatorsPage(indicatorsView(readings(9), 'level')),
        look,
      );
      expect(await barriers(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.close();
    },
  );

  test('a flagged cell shows its equation on focus and on hover, and leads to its finding and back', async () => {
    const { page, complaints } = await viewer.show(html.part(troubledAudit(), contextOf()));
    const tip = page.locator('#tip');
    const cell = page.locator('[id="c-t3.received.total"]');
    expect(await tip.isVisible()).toBe(false);

    await cell.locator('.flag').focus();
    const equations = await tip.locator('.equation').allInnerTexts();
    expect(equations.map((text) => text.replace(/\s+/g, ' '))).toEqual([
      '表三 总计： 一、本年新收政府信息公开申请数量 13 + 二、上年结转政府信息公开申请数量 2 = 15 ≠ （七）总计 11 + 四、结转下年度继续办理 1 = 12',
      '表三 一、本年新收政府信息公开申请数量： 自然人 8 + 商业企业 2 = 10 ≠ 总计 13',
      '正文 10 ≠ 表三 一、本年新收政府信息公开申请数量 · 总计 13',
    ]);
    expect(await page.locator('.mate').count()).toBe(6);
    await page.keyboard.press('Escape');
    expect(await tip.isVisible()).toBe(false);

    await page.locator('[id="c-t2.fees.amount"] .flag').hover();
    expect(await tip.innerText()).toContain('表二有 1 个单元格空白');
    await page.keyboard.press('Escape');

    await cell.locator('.flag').click();
    await page.waitForURL(({ hash }) => hash === '#f1');
    await page.locator('#f1 .equation a').first().click();
    await page.waitForURL(({ hash }) => hash === '#c-t3.received.total');
    expect(await cell.evaluate((each) => each.matches(':target'))).toBe(true);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('on paper each problem stands below its table', async () => {
    const { page } = await viewer.show(html.part(troubledAudit(), contextOf()));
    expect(await page.locator('.notes').first().isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#table-t3 .notes li').allInnerTexts()).toHaveLength(3);
    expect(await page.locator('nav').isVisible()).toBe(false);
    await page.close();
  });

  test('the list of 5,000 audits filters, sorts and follows the charts', async () => {
    const { page, complaints } = await viewer.show(indexPage(league(5000), contextOf()));
    const shown = page.locator('#shown');
    const first = page.locator('#rows .agency').first();
    expect(await shown.innerText()).toBe('显示5000份，共5000份');
    expect(await page.locator('#rows tr').count()).toBeLessThan(80);

    await page.locator('#text').fill('清河市 第77');
    expect(await shown.innerText()).toBe('显示6份，共5000份');
    await page.locator('#text').fill('勾稽不平');
    expect(await shown.innerText()).toBe('显示1667份，共5000份');
    await page.locator('#text').fill('');

    await page.locator('#grades button').nth(2).click();
    expect(await page.locator('#grades button').nth(2).getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('#grade').inputValue()).toBe('2');
    expect(await shown.innerText()).toBe('显示1667份，共5000份');
    expect(await page.locator('#rules .count').allInnerTexts()).toEqual(['1667', '1667', '1667', '1667']);
    await page.locator('#reset').click();
    expect(await shown.innerText()).toBe('显示5000份，共5000份');

    await page.locator('#category').selectOption({ label: '文表一致' });
    expect(await shown.innerText()).toBe('显示1667份，共5000份');
    await page.locator('#level').selectOption({ label: '县级' });
    await page.locator('#kind').selectOption({ label: '部门' });
    expect(await shown.innerText()).toBe('显示1667份，共5000份');
    await page.locator('#reset').click();

    await page.locator('th.error button').click();
    expect(await page.locator('th.error').getAttribute('aria-sort')).toBe('descending');
    expect(await first.innerText()).toBe('临溪县第0局');
    await page.locator('th.rank button').click();
    await page.locator('#window').evaluate((frame) => frame.scrollTo(0, frame.scrollHeight));
    await page.locator('#rows tr[aria-rowindex="5001"]').waitFor();
    expect(await page.locator('#rows tr[aria-rowindex="5001"] .rank').innerText()).toBe('3334');
    expect(await first.locator('a').getAttribute('href')).toMatch(/^\.\/\d+\.html\.html$/);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
