import { expect, test } from 'vitest';
import { loadVocabulary } from '../defaults.js';
import type { Block, Document } from '../model/index.js';
import { isoDate } from './date.js';
import { readPublished } from './published.js';
import { readHtmlText } from './read/html.js';

const vocabulary = loadVocabulary();

const paragraph = (text: string): Block => ({ kind: 'paragraph', text, at: { paragraph: 1 } });
const documentOf = (more: Partial<Document>): Document => ({
  format: 'html',
  encoding: 'utf-8',
  title: null,
  blocks: [],
  pages: null,
  notes: [],
  ...more,
});
const dateOf = (more: Partial<Document>): string | undefined =>
  readPublished(documentOf(more), vocabulary)?.date;

test.each([
  ['2024-01-25 10:22', '2024-01-25'],
  ['2024年1月5日', '2024-01-05'],
  ['２０２４/1/5', '2024-01-05'],
  ['2024.02.30', null],
  ['2024-13-01', null],
  ['20240125', null],
  ['昨天', null],
])('%s is %s', (text, expected) => {
  expect(isoDate(text)).toBe(expected);
});

test('metadata of the page', () => {
  const { blocks, metadata } = readHtmlText(
    '<meta name="PubDate" content="2024-01-25 09:00"><meta name="Keywords" content="2020-01-01"><p>正文</p>',
  );
  expect(readPublished(documentOf({ blocks, metadata }), vocabulary)).toEqual({
    date: '2024-01-25',
    quote: 'PubDate=2024-01-25 09:00',
    at: null,
  });
});

test('words before a date, in a line or in a table', () => {
  const { blocks } = readHtmlText(
    '<table><tr><td>索引号</td><td>000</td><td>发布日期：</td><td>2024-01-26</td></tr><tr><td>成文日期</td><td>2024-01-02</td></tr></table>',
  );
  expect([
    dateOf({ blocks: [paragraph('来源：办公室 发布时间：2024年1月25日 浏览次数：12')] }),
    dateOf({ blocks }),
  ]).toEqual(['2024-01-25', '2024-01-26']);
});

test('the earlier of what the page says twice, because moved pages get new dates', () => {
  const metadata = [{ name: 'pubdate', content: '2025-06-01' }];
  expect(dateOf({ metadata, blocks: [paragraph('发布时间：2024-01-25')] })).toBe('2024-01-25');
});

test.each([
  ['no date', []],
  ['the date of signing', [paragraph('2024年1月20日'), paragraph('成文日期：2024-01-20')]],
  ['dates of several pages', [paragraph('发布时间：2024-01-25'), paragraph('另一篇 发布时间：2023-05-01')]],
  ['a date that is none', [paragraph('发布时间：2024-15-45')]],
])('%s tells nothing', (_, blocks) => {
  expect(dateOf({ blocks })).toBe(undefined);
});

test('structured data says so itself', () => {
  const given = { agency: { name: '甲局' }, year: 2023, form: '2021', published: '2024-01-05', cells: {} };
  expect(dateOf({ format: 'json', given })).toBe('2024-01-05');
});
