import { createHash } from 'node:crypto';
import { test } from '@fast-check/vitest';
import { parse } from 'parse5';
import { elements, tagsOf, type Node } from '../../../test/fixtures/markup.js';
import { expect } from 'vitest';
import { examples } from '../../../test/depth.js';
import { indicatorsView, readings } from '../../../test/fixtures/indicators.js';
import { hostileTexts } from '../../../test/generators/damage/hostile.js';
import { agencyIndex, agencyPage } from './html/agency-page.js';
import { indicatorsPage } from './html/page.js';
import { indicatorsStyle } from './html/page-style.js';
import { indicatorsDocument } from './index.js';
import { figureColumns, figureRows } from './rows.js';

test.each(['zh-CN', 'en'] as const)('indicators of two years as text, in %s', async (lang) => {
  const text = await indicatorsDocument.pretty(indicatorsView(readings(9), 'year', lang));
  await expect(text).toMatchFileSnapshot(`../../../test/golden/rendered/indicators.${lang}.txt`);
});

test('the page shows each indicator as pictures with their text, and as a table', () => {
  const page = indicatorsPage(indicatorsView(readings(9)));
  const all = elements(parse(page));
  const images = all.flatMap(({ attrs }) =>
    attrs.some(({ value }) => value === 'img') ? attrs.filter(({ name }) => name === 'aria-label') : [],
  );
  expect(images.map(({ value }) => value)).toMatchInlineSnapshot(`
    [
      "全部: 2022 9; 2023 9",
      "新收申请: 2022 1105 件; 2023 1135 件",
      "新收申请：各报告的分布: 2022 P10 31.8, P50 35, P90 382.2, 900; 2023 P10 36.8, P50 40, P90 385.2, 900",
      "办理结果: 2022 1105; 2023 1135",
      "予以公开率: 2022 12.7%（140／1105）; 2023 12.3%（140／1135）",
      "予以公开率：各报告的分布: 2022 P10 33.3%, P50 57.1%, P90 63%, 2.2%; 2023 P10 29.5%, P50 50%, P90 54.4%, 2.2%",
      "不予公开的理由: 2022 70; 2023 70",
      "行政事业性收费: 2022 110.5 万元; 2023 113.5 万元",
      "行政事业性收费：各报告的分布: 2022 P10 3.18, P50 3.5, P90 38.22, 90; 2023 P10 3.68, P50 4, P90 38.52, 90",
    ]
  `);
  expect(all.filter(({ tagName }) => tagName === 'table')).toHaveLength(1 + 5 + 2);
  expect(indicatorsStyle.hash).toBe(createHash('sha256').update(indicatorsStyle.text).digest('base64'));
});

test('a line of CSV has as many fields as the first, and of too few cases no share', () => {
  const rows = (cases: number) => figureRows(indicatorsView(readings(9), 'year', 'zh-CN', cases));
  expect(new Set(rows(30).map((row) => row.length))).toEqual(new Set([figureColumns.length]));
  const shares = (cases: number) =>
    rows(cases)
      .filter((row) => row.includes('granted'))
      .map(([year, , , , total, per, share]) => [year, total, per, share]);
  expect(shares(1105)).toEqual([
    [2022, 140, 1105, 0.1267],
    [2023, 140, 1135, 0.1233],
  ]);
  expect(shares(1106)).toEqual([
    [2022, 140, 1105, null],
    [2023, 140, 1135, 0.1233],
  ]);
});

test('the page of an agency has its years, what is wrong, and what does not go together first', () => {
  const { agency, audits } = agencyWith('水利局');
  const page = agencyPage({ agency, audits }, indicatorsView(audits));
  const all = elements(parse(page));
  const textOf = (node: Node): string =>
    'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
  const texts = (tag: string) =>
    all.filter(({ tagName }) => tagName === tag).map((each) => textOf(each).replace(/\s+/g, ' ').trim());
  expect(texts('tr').filter((row) => /^20|新收/.test(row))).toEqual([
    '2022 B 80 000 0',
    '2023 B 80 110 1',
    '表三 一、本年新收政府信息公开申请数量 · 总计 30! 35',
  ]);
  expect(texts('li').filter((item) => item.includes('水利局'))).toEqual([
    '年度衔接 警告 水利局 ANY 水利局',
    '错误 水利局 ANY 水利局',
  ]);
});

/** The same agency in two years; the later report is wrong twice. */
function agencyWith(words: string) {
  const [before, after] = readings(1, () => words).map((audit) => ({
    ...audit,
    findings: [...audit.findings],
  }));
  if (before === undefined || after === undefined) throw new Error('no reports');
  const finding = (category: 'arithmetic' | 'continuity', severity: 'error' | 'warning') => ({
    id: category,
    fingerprint: '',
    rule: 'ANY',
    category,
    severity,
    title: words,
    message: words,
    cells: category === 'arithmetic' ? ['t3.received.total'] : [],
    suspect: 'report' as const,
    dismissed: false,
    stated: [],
  });
  after.findings.push(finding('arithmetic', 'error'), finding('continuity', 'warning'));
  const received = (audit: typeof after, value: number) => ({
    ...audit,
    cells: {
      ...audit.cells,
      't3.received.total': { value, raw: '', state: 'number' as const, confidence: 1 },
    },
  });
  return { agency: words, audits: [received(before, 30), received(after, 35)] };
}

test.prop([hostileTexts], { numRuns: examples(60) })('the page holds no markup of the reports', (text) => {
  const saying = (words: string) =>
    indicatorsPage(
      indicatorsView(
        readings(9, (index) => `${words}${index}`),
        'level',
      ),
    );
  expect(tagsOf(saying(text))).toEqual(tagsOf(saying('机关')));
  const ofAgency = (words: string) => agencyPage(agencyWith(words), indicatorsView(agencyWith(words).audits));
  expect(tagsOf(ofAgency(text))).toEqual(tagsOf(ofAgency('机关')));
  const index = (words: string) =>
    agencyIndex([{ ...agencyWith(words), page: `${words}.html` }], indicatorsView(readings(1)));
  expect(tagsOf(index(text))).toEqual(tagsOf(index('机关')));
});
