import type { Context } from '../../../evaluate/context.js';
import { known, unknown } from '../../../value.js';
import { defineFact } from '../../fact.js';

type End = 'from' | 'to';

/** A day of the statistics period as something else, with the sentence that states it; unknown when none does. */
export function ofPeriod<T extends string | number>(
  { report, textLost }: Context,
  property: End,
  valueOf: (day: string) => T,
) {
  if (report.period === null) return unknown('no-date');
  const { quote, at } = report.period;
  return known(valueOf(report.period[property]), { quotes: () => [{ quote, at }], sure: !textLost });
}

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
    (context) =>
      ofPeriod(context, property, (day) => day),
});
