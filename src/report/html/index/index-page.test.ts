import { createHash } from 'node:crypto';
import { test } from '@fast-check/vitest';
import { parse } from 'parse5';
import { elements, tagsOf } from '../../../../test/fixtures/markup.js';
import { describe, expect } from 'vitest';
import { auditOf, troubledAudit } from '../../../../test/fixtures/audits.js';
import { contextOf, documentOf } from '../../../../test/fixtures/context.js';
import { auditSaying } from '../../../../test/fixtures/hostile.js';
import { hostileTexts } from '../../../../test/generators/damage/hostile.js';
import type { Audit } from '../../../model/index.js';
import { html } from '../../formats/html.js';
import { inert } from '../../tables/layout.js';
import type { Failure, Part } from '../../renderer.js';
import { summarise } from '../../office/summarise.js';
import { indexPage } from './index-page.js';
import { indexScript } from './index-script.js';
import { indexStyle } from './index-style.js';
import { examples } from '../../../../test/depth.js';

const failure: Failure = {
  name: '年报/扫描件.pdf',
  kind: 'unreadable',
  code: 'scanned',
  reason: '文件是扫描件或图片。',
  remedy: '请提供原始电子文档。',
  place: null,
  details: [],
};

const audits: Audit[] = [
  auditOf({
    source: { ...auditOf().source, name: '年报/丙 #1?.html' },
    grade: 'U',
    score: null,
    year: null,
    agency: { name: null, level: 'unknown', kind: 'unknown' },
  }),
  { ...troubledAudit(), source: { ...auditOf().source, name: '年报/甲/乙.docx' } },
  auditOf({
    source: { ...auditOf().source, name: '年报/丁.txt' },
    agency: { name: '清河市人民政府办公厅', level: 'city', kind: 'office' },
  }),
];

const part = (audit: Audit, document?: string): Part => ({
  kind: 'audit',
  summary: summarise(audit),
  text: '',
  ...(document === undefined ? {} : { document }),
});
const parts: Part[] = [
  ...audits.map((audit) => part(audit, `${audit.source.name.slice(3)}.html`)),
  { kind: 'failure', failure },
];

/** The rows that the script of the page reads. */
function dataOf(page: string): { rows: unknown[][]; rules: unknown[][] } {
  const block = elements(parse(page)).find(({ attrs }) => attrs.some(({ value }) => value === 'data'));
  const [text] = block?.childNodes ?? [];
  return JSON.parse(text !== undefined && 'value' in text ? text.value : '') as never;
}

describe('the page of many audits', () => {
  test.each(['zh-CN', 'en'] as const)('in full, in %s', async (lang) => {
    const shown = indexPage(parts, contextOf(lang))
      .replace(indexStyle.text, '…')
      .replace(indexScript.text, '…');
    await expect(shown).toMatchFileSnapshot(`../../../../test/golden/rendered/index.${lang}.html`);
  });

  test('ranks best first and leads to the page of each audit', () => {
    const { rows, rules } = dataOf(indexPage(parts, contextOf()));
    expect(rows).toEqual([
      ['清河市人民政府办公厅', '丁.txt', './%E4%B8%81.txt.html', 2023, 0, 100, 100, 0, 0, 0, 2, 1, []],
      [
        '临溪县水利局',
        '甲/乙.docx',
        './%E7%94%B2/%E4%B9%99.docx.html',
        2023,
        2,
        72,
        92,
        2,
        1,
        1,
        3,
        2,
        [2, 3, 1, 0],
      ],
      [null, '丙 #1?.html', './%E4%B8%99%20%231%3F.html.html', null, 5, null, 100, 0, 0, 0, 5, 4, []],
    ]);
    expect(rules.map(([id]) => id)).toEqual(['C-BLANK', 'N-RECEIVED', 'T3-BALANCE', 'T3-ROW-SUM']);
  });

  test('shows how grades lie in each year, where there are several', () => {
    const of = (...years: number[]) =>
      indexPage(
        years.map((year) => part(auditOf({ year, grade: year === 2022 ? 'C' : 'A' }))),
        contextOf(),
      );
    const cells = (page: string) => [...page.matchAll(/<td>(\d+)<\/td>/g)].map(([, count]) => Number(count));
    expect(cells(of(2022, 2023, 2023))).toEqual([0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0]);
    expect(of(2023, 2023)).not.toContain('years-title');
  });

  test('is what several audits become; one becomes its own page', async () => {
    expect(await documentOf(html, [...audits, failure])).toBe(
      indexPage([...audits.map((audit) => part(audit)), { kind: 'failure', failure }], contextOf()),
    );
    expect(await documentOf(html, [troubledAudit()])).toBe(html.part(troubledAudit(), contextOf()));
  });

  test('allows its own style and script and nothing else', () => {
    for (const { text, hash } of [indexStyle, indexScript]) {
      expect(hash).toBe(createHash('sha256').update(text).digest('base64'));
    }
  });

  const saying = (text: string): Part[] => [
    part(auditSaying(text), `${text}.html`),
    {
      kind: 'failure',
      failure: { ...failure, name: text, reason: text, remedy: text, place: text, details: [text] },
    },
  ];
  test.prop([hostileTexts], { numRuns: examples(60) })(
    'holds no markup of the reports, yet all their words',
    (text) => {
      const page = indexPage(saying(text), contextOf());
      expect(tagsOf(page)).toEqual(tagsOf(indexPage(saying('机关'), contextOf())));
      const [row = []] = dataOf(page).rows;
      expect(row[0]).toBe(inert(text));
      expect(String(row[2]).startsWith('./')).toBe(true);
    },
  );
});
