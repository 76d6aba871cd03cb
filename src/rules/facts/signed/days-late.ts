import { daysAfter } from '../../days/calendar.js';
import type { Context } from '../../evaluate/context.js';
import { signatureOf } from '../../days/signature.js';
import { known, unknown, type Quote } from '../../value.js';
import { defineFact } from '../fact.js';

const monthDay = /^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

export const daysLate = defineFact({
  name: 'daysLate',
  summary: {
    'zh-CN':
      '报告的发布日期（publication）或落款日期（signature）晚于本机关时限的天数，早于的为负；days 按机关类别或“层级 类别”列出次年的月日。日期不明、不在报告年度之后两年以内，或者没有规定时限的为未知；另有发布日期的，不看落款日期。',
    en: 'Days by which the report was published or signed after its day, negative before it; days lists the day of the year after by kind of agency, or by level and kind. Unknown without a date, without a day for such agencies, or for a date more than two years off; where the date of publication is known, the signature tells nothing.',
  },
  params: (z) =>
    z.strictObject({
      of: z.enum(['publication', 'signature']),
      days: z.record(z.string(), z.array(z.string().regex(monthDay)).length(1)),
    }),
  result: 'number',
  selectors: () => [],
  prepare:
    ({ of, days }) =>
    (context) => {
      const { year } = context.report;
      if (year === null) return unknown('no-year');
      const day = dayOf(context, days);
      if (day === undefined) return unknown('no-agency-level');
      const dated = of === 'publication' ? published(context) : signed(context);
      if (dated === null) return unknown('no-date');
      const due = `${year + 1}-${day}`;
      return known(daysAfter(dated.date, due), {
        quotes: () => [dated.quote],
        items: (lang) => [lang === 'zh-CN' ? `${dated.date}（时限${due}）` : `${dated.date} (due ${due})`],
      });
    },
});

interface Dated {
  date: string;
  quote: Quote;
}

function dayOf(
  { report: { agency } }: Context,
  days: Readonly<Record<string, readonly string[]>>,
): string | undefined {
  const { level, kind } = agency;
  return (days[`${level} ${kind}`] ?? days[level] ?? days[kind])?.[0];
}

function published({ report: { year, published } }: Context): Dated | null {
  if (published === undefined || published.date < `${year}-01-01`) return null;
  return { date: published.date, quote: { quote: published.quote, at: published.at } };
}

function signed({ report }: Context): Dated | null {
  const signature = report.published === undefined ? signatureOf(report) : null;
  if (signature === null || report.year === null) return null;
  const { date, dated } = signature;
  const near = date > `${report.year}-12-31` && date < `${report.year + 2}-01-01`;
  return near ? { date, quote: { quote: dated.source.trim(), at: dated.at } } : null;
}
