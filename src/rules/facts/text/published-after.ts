import { daysAfter } from '../../days/calendar.js';
import { known, unknown } from '../../value.js';
import { defineFact } from '../fact.js';

export const publishedAfter = defineFact({
  name: 'publishedAfter',
  summary: {
    'zh-CN':
      '报告在报告年度次年某日（month-day）之后多少天发布，之前为负；发布日期不明，或早于报告年度（显然不是本报告的日期）时为未知。',
    en: 'Days by which the report was published after a day of the year after its own, negative before it; unknown without a date of publication, or when that lies before the report year and so belongs to something else.',
  },
  params: (z) => z.strictObject({ day: z.string().regex(/^\d\d-\d\d$/) }),
  result: 'number',
  selectors: () => [],
  prepare:
    ({ day }) =>
    ({ report: { year, published } }) => {
      if (year === null) return unknown('no-year');
      if (published === undefined || published.date < `${year}-01-01`) return unknown('no-date');
      const { date, quote, at } = published;
      return known(daysAfter(date, `${year + 1}-${day}`), {
        quotes: () => [{ quote, at }],
        items: () => [date],
      });
    },
});
