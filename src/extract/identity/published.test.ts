import { describe, expect, test } from 'vitest';
import type { Block, Document } from '../../model/index.js';
import { dateInAddress } from './address-date.js';
import { isoDate } from './date.js';
import { readPublished } from './published.js';
import { readHtmlText } from '../read/html/html.js';
import { vocabulary } from '../../../test/fixtures/defaults.js';

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
  readPublished(documentOf(more), vocabulary, 2020)?.date;

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
  expect(readPublished(documentOf({ blocks, metadata }), vocabulary, 2023)).toEqual({
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

test.each([
  ['https://www.jia.gov.cn/zwgk/nb/202103/t20210315_4123456.html', '2021-03-15'],
  ['./t20210315_4123456.shtml', '2021-03-15'],
  ['https://www.jia.gov.cn/art/2021/3/15/art_59214_4892041.html', '2021-03-15'],
  ['/art/2021/3/15/art_59214.html?from=list#top', '2021-03-15'],
  ['http://www.jia.gov.cn/zwgk/2021-03/15/content_5593.htm', '2021-03-15'],
  ['http://www.jia.gov.cn/zwgk/20210315/8f1c0a72.html', '2021-03-15'],
  ['http://www.jia.gov.cn/zwgk/20220104/8f1c0a72.html', '2022-01-04'],
  [
    'https://archive.example.org/web/20221231000000/http://www.jia.gov.cn/art/2021/3/15/art_1.html',
    '2021-03-15',
  ],
  // Before the year was over, or years later: the number is something else.
  ['http://www.jia.gov.cn/zwgk/202012/t20201231_4123456.html', null],
  ['http://www.jia.gov.cn/zwgk/20190315/8f1c0a72.html', null],
  ['http://www.jia.gov.cn/zwgk/20230315/8f1c0a72.html', null],
  // No day.
  ['http://www.jia.gov.cn/zwgk/20211345/8f1c0a72.html', null],
  ['http://www.jia.gov.cn/zwgk/20210230/8f1c0a72.html', null],
  ['http://www.jia.gov.cn/zwgk/202103/content_5593.htm', null],
  ['http://www.jia.gov.cn/', null],
  ['', null],
  // A file number, a column and a template.
  ['http://www.jia.gov.cn/info/1050/20210315.htm', null],
  ['http://www.jia.gov.cn/info/20210315123/4567.htm', null],
  ['http://www.jia.gov.cn/content.jsp?id=20210315', null],
  ['http://www.jia.gov.cn/art/show.html?path=/art/2021/3/15/art_1.html', null],
  ['http://www.jia.gov.cn/20210315/col/col1234.html', null],
  ['http://www.jia.gov.cn/zwgk/20210315/index.html', null],
  ['http://www.jia.gov.cn/zwgk/20210315/index_2.html', null],
  ['http://www.jia.gov.cn/zwgk/20210315/', null],
  ['http://www.jia.gov.cn/zwgk/2021/3/15/list1.html', null],
  ['http://www.jia.gov.cn/zwgk/2021/3/15/about.html', null],
])('the address %s of a report for 2020 holds %s', (address, expected) => {
  expect(dateInAddress(address, 2020)).toBe(expected);
});

const inMarch = 'http://www.jia.gov.cn/art/2021/3/15/art_59214_4892041.html';

describe('the day in the address', () => {
  test('tells where the page says nothing', () => {
    expect(readPublished(documentOf({ addresses: [inMarch] }), vocabulary, 2020)).toEqual({
      date: '2021-03-15',
      quote: inMarch,
      at: null,
    });
  });

  test.each<[string, Partial<Document>, string | undefined]>([
    ['a date in words counts', { blocks: [paragraph('发布日期：2021-04-20')] }, '2021-04-20'],
    ['a date out of sight counts', { metadata: [{ name: 'PubDate', content: '2021-01-20' }] }, '2021-01-20'],
    [
      'several dates in words stay unknown',
      { blocks: [paragraph('发布时间：2021-01-25'), paragraph('发布时间：2020-05-01')] },
      undefined,
    ],
    [
      'addresses that differ tell nothing',
      { addresses: [inMarch, inMarch.replace('/3/', '/2/')] },
      undefined,
    ],
    ['another address without a day does no harm', { addresses: ['/', inMarch] }, '2021-03-15'],
    ['a day long before it on the page', { blocks: [paragraph('日期：2021-01-20 来源：办公室')] }, undefined],
    ['the day of signing shortly before', { blocks: [paragraph('2021年3月1日')] }, '2021-03-15'],
    ['a day of the year reported on', { blocks: [paragraph('截至2020年12月31日')] }, '2021-03-15'],
    [
      'a day in a sentence',
      { blocks: [paragraph(`2021年1月10日，${'全局召开政务公开工作会议，总结上年工作，'.repeat(4)}`)] },
      '2021-03-15',
    ],
  ])('%s', (_, more, expected) => {
    expect(dateOf({ addresses: [inMarch], ...more })).toBe(expected);
  });

  test('of a report whose year is not known tells nothing', () => {
    expect(readPublished(documentOf({ addresses: [inMarch] }), vocabulary, null)).toBe(undefined);
  });

  test('is that of the page by its own word or by whoever saved it', () => {
    const addressesOf = (text: string) => readHtmlText(text).addresses;
    expect([
      addressesOf(`<link rel="Canonical" href="/a.html"><meta property="og:url" content="b.html"><p>文`),
      addressesOf(`<!DOCTYPE html>\n<!-- saved from url=(0058)${inMarch} -->\n<html><p>文`),
      addressesOf(
        `<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: ${inMarch} \n saved date: x\n-->文`,
      ),
      addressesOf('<link rel="stylesheet" href="/20210315/1.css"><link rel="canonical"><p>文'),
      addressesOf(`<link rel="canonical" href="/${'1'.repeat(3000)}"><p>文`),
    ]).toEqual([['/a.html', 'b.html'], [inMarch], [inMarch], [], []]);
  });
});
