import { defineFact } from '../../fact.js';
import { ofPeriod } from './period.js';

export const periodYear = defineFact({
  name: 'periodYear',
  summary: {
    'zh-CN': '数据统计期限起（from）止（to）日期的年份；未载明时为未知。',
    en: 'Year of the first (from) or last (to) day of the statistics period; unknown when not stated.',
  },
  params: (z) => z.strictObject({ property: z.enum(['from', 'to']) }),
  result: 'number',
  selectors: () => [],
  prepare:
    ({ property }) =>
    (context) =>
      ofPeriod(context, property, (day) => Number(day.slice(0, 4))),
});
