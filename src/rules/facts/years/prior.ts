import { addUp, resolveSum, type LinearSum } from '../../evaluate/linear-sum.js';
import { namesIn, termLabel } from '../../form/labels.js';
import { known, round, unknown, type FactValue } from '../../value.js';
import { earlierReport, isReport } from './earlier-report.js';
import { defineFact } from '../fact.js';
import { addFigures } from '../figures.js';
import { listOf, selectorsOf, terms } from '../terms.js';

export const prior = defineFact({
  name: 'prior',
  summary: {
    'zh-CN':
      '同一机关上年度报告中若干单元格之和（写法同 sum；back: 2 为前年），plus 另加本年度报告的单元格；没有上年度报告、口径改变或没有数字时为未知。',
    en: 'Sum of cells of the same agency’s report of the year before (written as for `sum`; `back: 2` two years before), `plus` adds cells of this year. Unknown without that report, when its scope differs, or when a cell has no number.',
  },
  params: (z) =>
    z.strictObject({
      of: terms(z),
      plus: terms(z).optional(),
      back: z.number().int().min(1).max(9).optional(),
    }),
  result: 'number',
  selectors: ({ of, plus }) => selectorsOf([...listOf(of), ...listOf(plus ?? [])]),
  prepare: ({ of, plus, back }, view) => {
    const before = resolveSum(view, listOf(of));
    const now = plus === undefined ? null : resolveSum(view, listOf(plus));
    if (before === null || (plus !== undefined && now === null)) return null;
    return (context): FactValue => {
      const found = earlierReport(context, back);
      if (!isReport(found)) return found;
      const sum = addFigures(before, found);
      if (sum === null) return unknown('no-prior-year');
      const own = now === null ? null : addUp(now, context);
      if (own?.known === false) return own;
      const value = round(sum.value + Number(own?.value ?? 0));
      return known(value, {
        cells: own?.cells ?? [],
        sure: sum.sure && (own?.sure ?? true),
        contradicted: (lang) => namesIn(view, found.year, sum.contradicted, lang),
        name: (lang) => {
          const text = `${found.year}${lang === 'en' ? ' ' : '年'}${nameOf(before, found.numbers, (measure) => termLabel(view, measure))}`;
          return own === null ? text : `${text} + ${own.name?.(lang) ?? ''} = ${value}`;
        },
      });
    };
  },
});

function nameOf(
  { parts }: LinearSum,
  numbers: Readonly<Record<string, number>>,
  label: (measure: string) => string,
): string {
  return parts
    .map(({ measure, coefficient, cells }, index) => {
      const value = cells.reduce((sum, cell) => sum + (numbers[cell] ?? 0), 0);
      return `${coefficient < 0 ? ' − ' : index === 0 ? '' : ' + '}${label(measure)}${round(value)}`;
    })
    .join('');
}
