import { expect, test } from 'vitest';
import { explainsReport } from './about-report.js';
import { vocabulary } from '../../../test/fixtures/defaults.js';

const report = '云溪县水利局2023年政府信息公开工作年度报告';
const explains = (lines: string[], title: string | null = null) => explainsReport([title], lines, vocabulary);

test.for([`【文字解读】${report}`, `${report}（图解）`, `一图读懂 | ${report}`, `《${report}》政策解读`])(
  'a page about a report: %s',
  (line) => {
    expect(explains([line, '一、总体情况'])).toBe(true);
    expect(explains([], line)).toBe(true);
  },
);

test('a first line of its own', () => {
  expect(explains(['文字解读', report, '一、总体情况'])).toBe(true);
});

test('links of a page, and prose on interpretations, are no titles', () => {
  expect(explains(['首页', '政务公开', '文字解读', report, '一、总体情况', '发布政策解读12篇。'])).toBe(
    false,
  );
});

test('documents of another kind, by their title, not by a link that names them', () => {
  const notice = '关于做好2023年度政府信息公开工作年度报告编制的通知';
  expect(explains([notice, '各镇、街道：'], '做好2023年度政府信息公开工作年度报告')).toBe(true);
  const rules = '云溪县政府信息公开工作年度报告制度';
  expect(explains([rules, '一、每年报送年度报告。'], '云溪县政府信息公开工作年度报告')).toBe(true);
  expect(explains(['政府信息公开制度', '政府信息公开指南', report, '一、总体情况'], report)).toBe(false);
  expect(explains([report, '一、总体情况', notice], report)).toBe(false);
  expect(explains([report, '一、总体情况'], `${report}_通知公告`)).toBe(false);
});
