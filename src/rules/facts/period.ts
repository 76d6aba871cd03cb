import * as z from 'zod';
import { known, unknown } from '../value.js';
import { defineFact } from './fact.js';

export const period = defineFact({
  name: 'period',
  summary: {
    'zh-CN': '数据统计期限的起（from）止（to）日期，形如 2023-01-01；未载明时为未知。',
    en: 'First (from) and last (to) day of the statistics period as 2023-01-01; unknown when not stated.',
  },
  params: z.strictObject({ property: z.enum(['from', 'to', 'fromYear', 'toYear']) }),
  result: 'text',
  selectors: () => [],
  prepare:
    ({ property }) =>
    ({ report, textLost }) => {
      if (report.period === null) return unknown('no-date');
      const { from, to, quote, at } = report.period;
      const value = { from, to, fromYear: from.slice(0, 4), toYear: to.slice(0, 4) }[property];
      return known(value, { quotes: [{ quote, at }], sure: !textLost });
    },
});
