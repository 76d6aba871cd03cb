import { createHash } from 'node:crypto';
import { gunzipSync, strFromU8 } from 'fflate';
import ExcelJS from 'exceljs';
import { test } from '@fast-check/vitest';
import { parse } from 'parse5';
import { elements, tagsOf } from '../../../test/fixtures/markup.js';
import { expect } from 'vitest';
import { auditOf } from '../../../test/fixtures/audits.js';
import { comparisonOf, everyState, viewOf } from '../../../test/fixtures/comparison.js';
import { auditSaying } from '../../../test/fixtures/hostile.js';
import { hostileTexts } from '../../../test/generators/damage/hostile.js';
import { examples } from '../../../test/depth.js';
import { harmless } from '../spreadsheet.js';
import { inert } from '../tables/layout.js';
import { dashboard } from './html/dashboard.js';
import { dashboardScript } from './html/dashboard-script.js';
import { dashboardStyle } from './html/dashboard-style.js';
import { comparisonDocument } from './index.js';
import { comparisonXlsx } from './xlsx.js';

/** What a block of the page holds. */
function block(page: string, id: string): string {
  const found = elements(parse(page)).find(({ attrs }) => attrs.some(({ value }) => value === id));
  const [text] = found?.childNodes ?? [];
  return text !== undefined && 'value' in text ? text.value : '';
}

async function sheetsOf(bytes: Uint8Array) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  return Object.fromEntries(
    book.worksheets.map((sheet) => {
      const rows: unknown[][] = [];
      sheet.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
      return [sheet.name, rows];
    }),
  );
}

test.each(['zh-CN', 'en'] as const)('three submissions with every state as text, in %s', async (lang) => {
  const text = await comparisonDocument.pretty(viewOf(everyState(), lang));
  await expect(text).toMatchFileSnapshot(`../../../test/golden/rendered/comparison.${lang}.txt`);
});

test('the workbook has the states, the ledger, the figures and the history', async () => {
  const sheets = await sheetsOf(await comparisonXlsx(viewOf(everyState())));
  const { reports } = everyState();
  expect(Object.keys(sheets)).toEqual(['汇总', '各机关', '整改台账', '改动的数字', '历次报送']);
  expect(sheets['各机关']?.slice(1).map(([agency, , , , state]) => [agency, state])).toEqual([
    ['丙局', '问题加重'],
    ['乙局', '部分整改'],
    ['丁局', '未再报送'],
    ['己局', '未再报送'],
    ['戊局', '无法判断'],
    ['庚局', '新报送'],
    ['甲局', '已整改'],
  ]);
  const last = reports.flatMap(({ history }) => history.at(-1) ?? []);
  const open = last.flatMap(({ findings: { new: a, changed, unchanged, notAssessable } }) => [
    ...a,
    ...changed,
    ...unchanged,
    ...notAssessable,
  ]);
  const resolved = reports.flatMap(({ history }) => history.flatMap((each) => each?.findings.resolved ?? []));
  expect(sheets['整改台账']).toHaveLength(1 + open.length + resolved.length);
});

test('the page allows its own style and script, and keeps the details compressed', () => {
  for (const { text, hash } of [dashboardStyle, dashboardScript])
    expect(hash).toBe(createHash('sha256').update(text).digest('base64'));
  const page = dashboard(viewOf(everyState()));
  const details = JSON.parse(strFromU8(gunzipSync(Buffer.from(block(page, 'details:0'), 'base64')))) as ({
    state: number;
  } | null)[][];
  const { rows } = JSON.parse(block(page, 'data')) as { rows: [string, ...number[]][] };
  expect(details.map((history) => history.at(-1)?.state)).toEqual(rows.map((row) => row[4]));
});

test.prop([hostileTexts], { numRuns: examples(60) })(
  'neither page nor workbook takes words of the reports for its own language',
  async (text) => {
    const saying = (words: string) =>
      comparisonOf([auditSaying(words)], [auditOf(), words], [auditSaying(words)]);
    const page = dashboard(viewOf(saying(text)));
    expect(tagsOf(page)).toEqual(tagsOf(dashboard(viewOf(saying('机关')))));
    expect((JSON.parse(block(page, 'data')) as { rows: unknown[][] }).rows.flat()).toContain(inert(text));
    const sheets = await sheetsOf(await comparisonXlsx(viewOf(saying(text))));
    const strange = Object.values(sheets)
      .flat(2)
      .filter((value) => (typeof value === 'string' ? value !== harmless(value) : typeof value === 'object'));
    expect(strange).toEqual([]);
  },
);
