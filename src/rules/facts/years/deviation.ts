import { addUp, resolveSum } from '../../evaluate/linear-sum.js';
import { namesIn } from '../../form/labels.js';
import { known, round, unknown } from '../../value.js';
import { defineFact } from '../fact.js';
import { addFigures } from '../figures.js';
import { listOf, selectorsOf, terms } from '../terms.js';

/** Makes the median absolute deviation comparable with a standard deviation (Iglewicz and Hoaglin 1993). */
const CONSISTENT = 0.6745;

/** Figures that moved by less than this share so far may move by as much at any time. */
const LEAST_SPREAD = 0.2;

export const deviation = defineFact({
  name: 'deviation',
  summary: {
    'zh-CN':
      '若干单元格之和偏离本机关历年数值中位数的程度（稳健标准分：按对数计算，以绝对中位差为单位，历年变动不足两成的按两成计），不分增减；口径相同、数字齐全的年度少于 years 个时为未知。',
    en: 'How far a sum of cells lies from the median of the agency’s earlier years, upwards or downwards: the robust z-score of the logarithms in units of the median absolute deviation, which is taken as 20 per cent where it is less. Unknown with fewer than `years` earlier years of the same scope with all numbers.',
  },
  params: (z) => z.strictObject({ of: terms(z), years: z.number().int().min(3).max(20) }),
  result: 'number',
  selectors: ({ of }) => selectorsOf(listOf(of)),
  prepare: ({ of, years }, view) => {
    const sum = resolveSum(view, listOf(of));
    if (sum === null) return null;
    return (context) => {
      const { year } = context.report;
      if (year === null) return unknown('no-year');
      const comparable = (context.surroundings.earlier ?? []).filter((each) => each.scopeChange === null);
      const history = comparable.flatMap((each) => {
        const figure = addFigures(sum, each);
        return figure === null ? [] : [{ ...figure, year: each.year }];
      });
      if (history.length < years) return unknown('no-prior-year');
      const now = addUp(sum, context);
      if (!now.known) return now;
      const logs = history.map(({ value }) => Math.asinh(value));
      const middle = median(logs);
      const spread = median(logs.map((each) => Math.abs(each - middle)));
      const distance = Math.abs(Math.asinh(Number(now.value)) - middle);
      return known(round((CONSISTENT * distance) / Math.max(spread, CONSISTENT * LEAST_SPREAD)), {
        cells: now.cells,
        sure: now.sure && history.every((each) => each.sure),
        contradicted: (lang) => history.flatMap((each) => namesIn(view, each.year, each.contradicted, lang)),
        items: (lang) => history.map((each) => `${each.year}${lang === 'en' ? ': ' : '年'}${each.value}`),
      });
    };
  },
});

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1] ?? 0, sorted[sorted.length >> 1] ?? 0];
  return (low + high) / 2;
}
