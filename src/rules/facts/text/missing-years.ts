import { known, unknown } from '../../value.js';
import { defineFact } from '../fact.js';

export const missingYears = defineFact({
  name: 'missingYears',
  summary: {
    'zh-CN': '本报告与本机关更早的报告之间缺少报告的年数；只计其他机关大多有报告的年度，无从比较时为未知。',
    en: 'Years between this report and an earlier one of the agency without a report; only years for which most others have one, unknown when there is nothing to compare with.',
  },
  params: (z) => z.strictObject({}),
  result: 'number',
  selectors: () => [],
  prepare:
    () =>
    ({ report: { year }, surroundings: { earlier, coveredYears } }) => {
      if (year === null) return unknown('no-year');
      const years = (earlier ?? []).map((each) => each.year).filter((each) => each < year);
      if (years.length === 0) return unknown('no-prior-year');
      const between = range(Math.min(...years) + 1, year).filter((each) => !years.includes(each));
      const missing = between.filter((each) => coveredYears.includes(each));
      if (between.length > 0 && missing.length === 0) return unknown('no-prior-year');
      return known(missing.length, { items: () => missing.map(String) });
    },
});

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
