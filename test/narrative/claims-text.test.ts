import { expect, test } from 'vitest';
import { explainClaims } from '../../src/extract/narrative/index.js';
import { claimsJson, claimsText } from '../../src/report/findings/claims.js';
import { translator } from '../../src/report/translate.js';
import { reportWith } from '../generators/assessed.js';
import { editions } from '../generators/form/forms.js';
import { sectionOf } from './labels.js';
import { forms, lexicon } from '../fixtures/defaults.js';

const sections = [sectionOf(['收到申请3件，处理锦旗2件。天气很好。'], '一、总体情况')];
const report = reportWith(editions['2021'], {}, { sections, year: 2023 });
const sentences = explainClaims(sections, { year: 2023, agencyName: null }, lexicon);
const explained = { report, sentences };

test('a sentence, its words, what it states and what was left aside', () => {
  expect(claimsText(explained, forms, 80, translator('zh-CN'))).toBe(
    [
      'report.txt',
      '',
      '## 一、总体情况',
      '',
      '收到申请3件，处理锦旗2件（第1行第1字）',
      '  词：收到 申请 3件 处理 〔锦旗〕 2件',
      '  → 表三 一、本年新收政府信息公开申请数量 · 总计：3件（依据：数字旁的名词和动',
      '  词）',
      '  未予采用：2件——前后有词表以外的词',
      '',
    ].join('\n'),
  );
  expect(claimsText(explained, forms, 80, translator('en'))).toContain(
    '  words: 收到 申请 3件 处理 [锦旗?] 2件\n',
  );
});

test('the same as JSON', () => {
  expect(JSON.parse(claimsJson([explained]))).toEqual([
    { source: 'report.txt', agency: null, year: 2023, sentences },
  ]);
});
