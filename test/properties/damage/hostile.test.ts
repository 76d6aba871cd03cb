import { describe, expect, test } from 'vitest';
import { loadDefaultRules } from '../../../src/defaults/defaults.js';
import { InputError } from '../../../src/model/index.js';
import { YamlError } from '../../../src/rules/index.js';
import { audit } from '../reading/reading.js';
import { forms } from '../../fixtures/defaults.js';

/** The code of the error, or the grade if there is an audit. Each case has the time limit of a test. */
async function fate(input: string | Uint8Array): Promise<string> {
  return audit(input).then(
    (result) => `audited ${result.grade}`,
    (error: unknown) => {
      if (error instanceof InputError) return error.code;
      throw error;
    },
  );
}

function noise(length: number): Uint8Array {
  let state = 12345;
  return Uint8Array.from({ length }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state >>> 16;
  });
}

const budget = `禾屿县教育局2022年部门预算

一、部门职责
贯彻执行教育工作的法律法规，管理全县中小学校。

二、收支预算总表
项目\t2021年执行数\t2022年预算数\t增减\t比例
财政拨款收入\t18200.5\t19011.2\t810.7\t4.45%
事业收入\t320\t300\t-20\t-6.25%
合计\t18520.5\t19311.2\t790.7\t4.27%

三、收入预算情况说明
2022年收入预算19311.2万元，其中财政拨款收入19011.2万元，事业收入300万元。

四、支出预算情况说明
基本支出15002万元，项目支出4309.2万元。
`;

describe('input that is no report', () => {
  test('empty file', async () => expect(await fate('')).toBe('empty'));
  test('nothing but white space', async () => expect(await fate(' \n\t\r\n　')).toBe('empty'));
  test('binary', async () => expect(await fate(noise(200_000))).toBe('unknown-format'));
  test('a page without any table', async () => {
    const text = '<p>今日我县召开春季防火工作会议，部署有关事项。</p>';
    expect(await fate(`<html><body>${text.repeat(40)}</body></html>`)).toBe('no-report');
  });
  test('a report of another kind', async () => expect(await fate(budget)).toBe('no-report'));
  test('50 MB of text', async () => {
    const line = '全县各单位要认真组织学习，抓好贯彻落实，2022年完成任务12项。\n';
    expect(['too-large', 'no-report']).toContain(await fate(line.repeat(Math.ceil(50e6 / 90))));
  });
  test('a million pipes on one line', async () =>
    expect(await fate(`规章${'|'.repeat(1_000_000)}`)).toBe('no-report'));
  test('ten thousand nested tags', async () => {
    expect(['too-deep', 'no-report']).toContain(await fate(`<html><body>${'<div><b>'.repeat(10_000)}规章`));
  });
  test('ten thousand nested tables', async () => {
    expect(['too-deep', 'no-report']).toContain(
      await fate(`<html><body>${'<table><tr><td>'.repeat(10_000)}规章`),
    );
  });
});

const mistakes = `rules:
  - id: ONE-CATEGORY
    category: arithmetics
    severity: error
    title: { zh-CN: 一, en: one }
    basis: { document: 甲, article: 乙 }
    conditions: { all: [{ fact: cell, params: { of: t3.received.total }, operator: lessThan, value: 0 }] }
    message: { zh-CN: 一, en: one }
    fix: { zh-CN: 一, en: one }
    tests: []
  - id: TWO-SEVERITY
    category: arithmetic
    severity: fatal
    title: { zh-CN: 二 }
    basis: { document: 甲, article: 乙 }
    conditions: { all: [{ fact: celll, params: { of: t3.received.total }, operator: lessThan, value: 0 }] }
    message: { zh-CN: 二, en: two }
    fix: { zh-CN: 二, en: two }
    tests: []
  - id: THREE-CELL
    category: arithmetic
    severity: error
    title: { zh-CN: 三, en: three }
    basis: { document: 甲 }
    conditions:
      all:
        - { fact: sum, params: { of: [t3.carriedin.total] }, operator: differFrom, value: 0 }
        - { fact: sum, params: { of: [t3.received.totall] }, operator: differsFrom, value: 0 }
    message: { zh-CN: "{nowhere}", en: three }
    fix: { zh-CN: 三, en: three }
    colour: red
    tests: []
`;

describe('a rules file with many mistakes', () => {
  const problems = (() => {
    try {
      loadDefaultRules(forms, [{ name: 'mine.yaml', text: mistakes }]);
      return [];
    } catch (error) {
      if (error instanceof YamlError) return error.problems;
      throw error;
    }
  })();

  /** Lines with a mistake planted in them. */
  const planted = [3, 13, 14, 16, 24, 27, 28, 29, 31];

  test('every mistake is reported at once, with its line and column', () => {
    expect(problems.length).toBeGreaterThanOrEqual(10);
    expect(problems.every((problem) => problem.file === 'mine.yaml' && problem.column > 0)).toBe(true);
    const reported = new Set(problems.map((problem) => problem.line));
    expect(planted.filter((line) => !reported.has(line))).toEqual([]);
  });

  test('what was meant is suggested', () => {
    const suggestions = problems.map((problem) => problem.suggestion);
    for (const meant of ['arithmetic', 'cell', 'differsFrom', 't3.carriedIn.total'])
      expect(suggestions).toContain(meant);
  });
});
