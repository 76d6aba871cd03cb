import { describe, expect, test } from 'vitest';
import { InputError } from '../../../model/index.js';
import { readJson } from './json.js';

const bytes = (data: unknown) =>
  new TextEncoder().encode(typeof data === 'string' ? data : JSON.stringify(data));

const report = {
  schema: 'gouji.report/1',
  agency: { name: '临溪县水利局', level: 'county' },
  year: 2023,
  form: '2021',
  title: '临溪县水利局2023年政府信息公开工作年度报告',
  cells: { 't3.received.total': 3, 't2.fees.amount': null, 't3.carriedIn.total': '/' },
  preface: ['根据条例编制。'],
  sections: [{ heading: '一、总体情况', paragraphs: ['全年收到申请3件。'] }],
};

function mistakesOf(data: unknown): string[] {
  try {
    readJson(bytes(data));
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(error.code).toBe('invalid-json');
    return error.details.map((detail) => detail['zh-CN']);
  }
}

test('prose becomes paragraphs located by JSON pointer, figures are handed on as they are', () => {
  expect(readJson(bytes(report))).toEqual({
    format: 'json',
    encoding: 'utf-8',
    title: report.title,
    blocks: [
      { kind: 'paragraph', text: report.title, at: { path: '/title' }, heading: 1 },
      { kind: 'paragraph', text: '根据条例编制。', at: { path: '/preface/0' } },
      { kind: 'paragraph', text: '一、总体情况', at: { path: '/sections/0/heading' }, heading: 2 },
      { kind: 'paragraph', text: '全年收到申请3件。', at: { path: '/sections/0/paragraphs/0' } },
    ],
    pages: null,
    notes: [],
    given: { agency: report.agency, year: 2023, form: '2021', cells: report.cells },
  });
});

describe('mistakes', () => {
  test('all are told at once, with pointer and what would be right', () => {
    const { title: _, ...untitled } = report;
    const broken = {
      ...untitled,
      year: '2023',
      agency: { name: '', kind: 'bureau' },
      cells: { received: 1 },
      extra: 1,
    };
    expect(mistakesOf(broken)).toEqual([
      '/: 不允许有额外的属性 (extra)',
      '/agency/name: 不应少于 1 个字符',
      '/agency/kind: 应当是预设定的枚举值之一 (government|office|department|institution|unknown)',
      '/year: 应当是 integer 类型',
      '/cells: 应当匹配模式 "^t\\d+(\\.[a-z][A-Za-z0-9]*)+$"',
      '/cells: 属性名 无效 (received)',
    ]);
  });

  test('another kind of data is told by what it lacks', () => {
    expect(mistakesOf([])).toEqual(['/: 应当是 object 类型']);
    expect(mistakesOf({}).length).toBe(6);
  });

  test('broken syntax is a mistake, not a crash', () => {
    expect(mistakesOf('{"schema":')).toEqual(['JSON 语法错误：Unexpected end of JSON input']);
  });
});
