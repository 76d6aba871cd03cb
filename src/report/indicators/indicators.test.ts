import { createHash } from 'node:crypto';
import { test } from '@fast-check/vitest';
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { expect } from 'vitest';
import { examples } from '../../../test/depth.js';
import { indicatorsView, readings } from '../../../test/fixtures/indicators.js';
import { hostileTexts } from '../../../test/generators/hostile.js';
import { indicatorsPage } from './html/page.js';
import { indicatorsStyle } from './html/page-style.js';
import { indicatorsDocument } from './index.js';
import { figureColumns, figureRows } from './rows.js';

type Node = DefaultTreeAdapterMap['node'];

function elements(node: Node): DefaultTreeAdapterMap['element'][] {
  const inner = 'childNodes' in node ? node.childNodes.flatMap(elements) : [];
  return 'tagName' in node ? [node, ...inner] : inner;
}

const tags = (page: string) => elements(parse(page)).map(({ tagName, attrs }) => [tagName, attrs.length]);

test.each(['zh-CN', 'en'] as const)('indicators of two years as text, in %s', async (lang) => {
  const text = await indicatorsDocument.pretty(indicatorsView(readings(9), 'year', lang));
  await expect(text).toMatchFileSnapshot(`../../../test/golden/indicators.${lang}.txt`);
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
      "全部: 2022 1105 件; 2023 1135 件",
      "全部：各报告的分布: 2022 P10 31.8, P50 35, P90 382.2, 900; 2023 P10 36.8, P50 40, P90 385.2, 900",
      "全部: 2022 1105; 2023 1135",
      "全部: 2022 12.7%（140／1105）; 2023 12.3%（140／1135）",
      "全部：各报告的分布: 2022 P10 33.3%, P50 57.1%, P90 63%, 2.2%; 2023 P10 29.5%, P50 50%, P90 54.4%, 2.2%",
      "全部: 2022 70; 2023 70",
      "全部: 2022 110.5 万元; 2023 113.5 万元",
      "全部：各报告的分布: 2022 P10 3.18, P50 3.5, P90 38.22, 90; 2023 P10 3.68, P50 4, P90 38.52, 90",
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

test.prop([hostileTexts], { numRuns: examples(60) })('the page holds no markup of the reports', (text) => {
  const saying = (words: string) =>
    indicatorsPage(
      indicatorsView(
        readings(9, (index) => `${words}${index}`),
        'level',
      ),
    );
  expect(tags(saying(text))).toEqual(tags(saying('机关')));
});
