import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { Claim } from '../../src/model/report/claim.js';
import { claimsOf, loadEntries } from './labels.js';

type Brief = Pick<Claim, 'kind' | 'measure' | 'value' | 'qualifier' | 'year'> & { parts: number[] };

/** What is stated, whatever the place. */
const brief = (claims: readonly Claim[]): Brief[] =>
  claims
    .filter((claim) => claim.measure !== null || claim.kind === 'sum')
    .map(({ kind, measure, value, qualifier, year, parts }) => ({
      kind,
      measure,
      value,
      qualifier,
      year,
      parts: parts.map((each) => each.value),
    }));

const texts = loadEntries().flatMap((each) =>
  each.text === undefined || each.heading !== undefined || each.year !== 2023 ? [] : [each.text],
);
const aText = fc.constantFrom(...texts);
const count = fc.integer({ min: 2, max: 5000 });

/** Sentences full of numbers that say nothing of the report's own figures. */
const aNoise = fc.oneof(
  count.map((n) => `政务微信公众号关注人数达${n}人。`),
  count.map((n) => `网站全年访问量${n}万次。`),
  count.map((n) => `举办政务公开培训班${(n % 9) + 1}期，参训${n}人次。`),
  count.map((n) => `联系电话：0${500 + (n % 400)}-${8000000 + n}。`),
  count.map((n) => `依据《关于做好有关工作的通知》（云政办发〔2021〕${n % 90}号）要求，统一部署。`),
  count.map((n) => `会议于2023年${(n % 12) + 1}月${(n % 28) + 1}日召开。`),
  count.map((n) => `发放宣传手册${n}册。`),
  count.map((n) => `全县设${n % 40}个查阅点，配备电脑${n % 60}台。`),
);

describe('what surrounds a statement', () => {
  test.prop([aText, aText, aNoise])(
    'a sentence of noise between two paragraphs changes no claim',
    (one, other, noise) => {
      expect(brief(claimsOf([one, noise, other]))).toEqual(brief(claimsOf([one, other])));
    },
  );

  test.prop([aText, aNoise])('a sentence of noise after a statement changes no claim', (text, noise) => {
    expect(brief(claimsOf([`${text}${noise}`]))).toEqual(brief(claimsOf([text])));
  });

  test.prop([aText, fc.integer({ min: 12, max: 60 })])(
    'breaking a paragraph into lines changes no claim',
    (text, width) => {
      const lines = Array.from({ length: Math.ceil(text.length / width) }, (_, index) =>
        text.slice(index * width, (index + 1) * width),
      );
      // A line that begins like an item of a list is one, wherever the source broke it.
      fc.pre(
        lines.every((line, index) => index === 0 || !/^(?:[一二三四五六七八九十\d（(第①-⑳]|\s)/u.test(line)),
      );
      fc.pre(lines.every((line, index) => index === lines.length - 1 || !/[。！？]$/u.test(line)));
      expect(brief(claimsOf(lines))).toEqual(brief(claimsOf([text])));
    },
  );

  test.prop([aText])('full width digits and punctuation are read as half width ones', (text) => {
    const wide = text.replace(/\d/gu, (digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0));
    expect(brief(claimsOf([wide]))).toEqual(brief(claimsOf([text])));
  });

  test.prop([aText])('blanks around numbers change no claim', (text) => {
    expect(brief(claimsOf([text.replace(/(\d+)/gu, ' $1 ')]))).toEqual(brief(claimsOf([text])));
  });
});

const numerals = '零一二三四五六七八九';

/** 1–99 in Chinese numerals. */
function inChinese(n: number): string {
  const tens = Math.floor(n / 10);
  const ones = n % 10 === 0 ? '' : (numerals[n % 10] ?? '');
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : (numerals[tens] ?? '')}十${ones}`;
}

const aNumeral = fc
  .integer({ min: 1, max: 99 })
  .chain((n) => fc.constantFrom({ n, written: String(n) }, { n, written: inChinese(n) }));
const aVerb = fc.constantFrom('收到', '共收到', '新收', '受理', '接到', '共受理');
const aNoun = fc.constantFrom(
  '政府信息公开申请',
  '依申请公开申请',
  '信息公开申请',
  '依申请公开件',
  '政府信息依申请公开',
);
const aUnit = fc.constantFrom('件', '条', '份', '起', '宗', '项');
const aSubject = fc.constantFrom(
  '',
  '我局',
  '本机关',
  '2023年，',
  '2023年我镇',
  '本年度，',
  '全年',
  '一年来，本单位',
);

const outcomes: [string[], string][] = [
  [['予以公开', '同意公开'], 't3.granted.total'],
  [['部分公开', '同意部分公开'], 't3.partial.total'],
  [['不予公开', '不同意公开'], 't3.denied.total'],
  [['无法提供'], 't3.unavailable.total'],
  [['不予处理'], 't3.rejected.total'],
  [['其他处理'], 't3.other.total'],
];

describe('sentences made from the grammar read back as what was said', () => {
  test.prop([aSubject, aVerb, aNoun, aUnit, aNumeral, fc.boolean()])(
    'applications received',
    (subject, verb, noun, unit, { n, written }, numberFirst) => {
      const text = numberFirst
        ? `${subject}${verb}${written}${unit}${noun}。`
        : `${subject}${verb}${noun}${written}${unit}。`;
      expect(brief(claimsOf([text]))).toEqual([
        { kind: 'count', measure: 't3.received.total', value: n, qualifier: 'exact', year: null, parts: [] },
      ]);
    },
  );

  test.prop([
    fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 6, maxLength: 6 }),
    fc.constantFrom('、', '，', '；'),
    fc.integer({ min: 0, max: 1 }),
  ])('outcomes of what was handled add up', (values, mark, wording) => {
    const total = values.reduce((sum, each) => sum + each, 0);
    fc.pre(total > 0);
    const list = outcomes
      .map(([words], index) => `${words[wording] ?? words[0] ?? ''}${values[index] ?? 0}件`)
      .join(mark);
    const claims = brief(claimsOf([`办结政府信息公开申请${total}件，其中${list}。`]));
    expect(claims).toContainEqual({
      kind: 'sum',
      measure: 't3.totalHandled.total',
      value: total,
      qualifier: 'exact',
      year: null,
      parts: values,
    });
    for (const [index, [, measure]] of outcomes.entries()) {
      expect(claims).toContainEqual({
        kind: 'count',
        measure,
        value: values[index],
        qualifier: 'exact',
        year: null,
        parts: [],
      });
    }
    expect(claims).toHaveLength(8);
  });

  test.prop([
    fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 2, maxLength: 9 }),
    fc.constantFrom('其中', '包括', '其中：', '分别为'),
  ])('classes of published items add up', (values, introduction) => {
    const total = values.reduce((sum, each) => sum + each, 0);
    const classes = [
      '概况',
      '政策法规',
      '规划计划',
      '工作动态',
      '人事',
      '财政',
      '民生',
      '应急管理',
      '通知公告',
    ];
    const list = values.map((value, index) => `${classes[index] ?? ''}类${value}条`).join('、');
    expect(brief(claimsOf([`全年主动公开政府信息${total}条，${introduction}${list}。`]))).toEqual(
      [
        {
          kind: 'sum',
          measure: 'published.items',
          value: total,
          qualifier: 'exact',
          year: null,
          parts: values,
        },
        {
          kind: 'count',
          measure: 'published.items',
          value: total,
          qualifier: 'exact',
          year: null,
          parts: [],
        },
      ].sort((a, b) => a.parts.length - b.parts.length),
    );
  });

  test.prop([aSubject, fc.constantFrom('未收到', '没有收到', '未接到', '未受理'), aNoun])(
    'none received',
    (subject, verb, noun) => {
      expect(brief(claimsOf([`${subject}${verb}${noun}。`]))).toEqual([
        { kind: 'none', measure: 't3.received.total', value: 0, qualifier: 'exact', year: null, parts: [] },
      ]);
    },
  );

  test.prop([
    aNoun,
    count,
    fc.constantFrom<[string, Claim['qualifier']]>(['余', 'atLeast'], ['多', 'atLeast']),
    fc.integer({ min: 2010, max: 2022 }),
  ])('approximate numbers and other years keep what they are', (noun, n, [mark, qualifier], year) => {
    expect(brief(claimsOf([`${year}年收到${noun}${n}${mark}件。`]))).toEqual([
      { kind: 'count', measure: 't3.received.total', value: n, qualifier, year, parts: [] },
    ]);
  });
});

describe('hostile text', () => {
  const pieces = [
    '3件',
    '其中3件，',
    '内有2件，',
    '（',
    '（3件',
    '）',
    '2020年',
    '1月',
    '一',
    '十',
    '1,',
    '1.',
    '《',
    '未',
    '无',
    '和',
    '的',
    '行政复议、',
    '予以公开',
    '共',
    '占3%，',
    '比2022年增加3件，',
    '均已答复，',
    '含上年结转3件，',
    '：',
    '。',
    '等',
    '龘',
    '1',
    '12345',
    '第',
    '分别为',
    '-',
    '万',
    '％',
    '🀄',
    '\u0000',
  ];

  test.prop([fc.array(fc.constantFrom(...pieces), { maxLength: 200 })])(
    'any text is read without an error, and the same way twice',
    (parts) => {
      const text = parts.join('');
      expect(claimsOf([text])).toEqual(claimsOf([text]));
    },
  );

  test.each(pieces)('a long run of %j comes to an end', (piece) => {
    const text = piece.repeat(Math.ceil(20_000 / piece.length));
    for (const claim of claimsOf([text]))
      expect(claim.value === null || Number.isFinite(claim.value)).toBe(true);
  });

  test('twenty thousand short lines come to an end', () => {
    expect(claimsOf(Array.from({ length: 20_000 }, () => '收到'))).toEqual([]);
  });
});
