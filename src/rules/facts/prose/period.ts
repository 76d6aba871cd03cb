import { known, unknown } from '../../value.js';
import { defineFact } from '../fact.js';

export const period = defineFact({
  name: 'period',
  summary: {
    'zh-CN': '数据统计期限的起（from）止（to）日期，形如 2023-01-01；未载明时为未知。',
    en: 'First (from) and last (to) day of the statistics period as 2023-01-01; unknown when not stated.',
  },
  params: (z) => z.strictObject({ property: z.enum(['from', 'to']) }),
  result: 'text',
  selectors: () => [],
  prepare:
    ({ property }) =>
    ({ report, textLost }) => {
      if (report.period === null) return unknown('no-date');
      const { quote, at } = report.period;
      return known(report.period[property], { quotes: () => [{ quote, at }], sure: !textLost });
    },
});
