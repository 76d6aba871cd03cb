import { describe, expect, test } from 'vitest';
import { vocabulary } from '../../../test/fixtures/defaults.js';
import { passageOf } from '../passages.js';
import { readPeriod } from './year.js';

const periodOf = (text: string) => {
  const found = readPeriod([passageOf(text, { line: 1 }, { simplify: null, pinyin: false })], vocabulary);
  return found === null ? null : `${found.from} ${found.to}`;
};

describe('the statistics period', () => {
  test.each([
    '数据统计期限自2023年1月1日起至2023年12月31日止',
    '本报告数据统计期限为2023年1月1日至12月31日',
    '报告采用数据为2023年1月1日至2023年12月31日',
    '本报告所列数据自2023年1月1日起，至2023年12月31日止',
    '内容涵盖2023年1月1日至12月31日期间的公开情况',
    '统计日期自2023年1月1日起至2023年12月31日止',
    // Words or digits lost or doubled on the way.
    '统计期限自202311日起至20231231日止',
    '统计期限从202311日到1231日止',
    '统计期限自2023年1月1日起至202023年12月31日止',
  ])('%s', (text) => {
    expect(periodOf(text)).toBe('2023-01-01 2023-12-31');
  });

  test.each([
    ['another stretch of time', '2023年3月1日至3月20日开展检查。'],
    ['one day', '数据统计截至2023年12月31日。'],
    ['no date', '数据统计期限为上一年度。'],
  ])('none: %s', (_, text) => {
    expect(periodOf(text)).toBeNull();
  });
});
