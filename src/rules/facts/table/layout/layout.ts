import { known, unknown } from '../../../value.js';
import { defineFact } from '../../fact.js';

export const layout = defineFact({
  name: 'layout',
  summary: {
    'zh-CN':
      '报告所用的格式版本（id）或其状态（status：current 现行、superseded 已被替代、outdated 应换未换、early 早于启用、mixed 混用）。',
    en: 'Form edition of the report (id), or its status: current, superseded, outdated, early, mixed.',
  },
  params: (z) => z.strictObject({ property: z.enum(['id', 'status']) }),
  result: 'text',
  selectors: () => [],
  prepare:
    ({ property }) =>
    ({ report }) => {
      const value = report.layout[property];
      if (value !== null && value !== 'unknown') return known(value);
      return unknown(report.year === null ? 'no-year' : 'table-missing');
    },
});
