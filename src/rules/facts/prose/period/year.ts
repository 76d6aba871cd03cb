import { known, unknown } from '../../../value.js';
import { defineFact } from '../../fact.js';

export const year = defineFact({
  name: 'year',
  summary: { 'zh-CN': '报告年度；不能确定时为未知。', en: 'Report year; unknown when not certain.' },
  params: (z) => z.strictObject({}),
  result: 'number',
  selectors: () => [],
  prepare:
    () =>
    ({ report }) =>
      report.year === null ? unknown('no-year') : known(report.year),
});
