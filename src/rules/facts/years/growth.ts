import { addUp, resolveSum } from '../../evaluate/linear-sum.js';
import { namesIn } from '../../form/labels.js';
import { known, round, unknown } from '../../value.js';
import { earlierReport, isReport } from './earlier-report.js';
import { defineFact } from '../fact.js';
import { addFigures } from '../figures.js';
import { listOf, selectorsOf, terms } from '../terms.js';

export const growth = defineFact({
  name: 'growth',
  summary: {
    'zh-CN': '若干单元格之和比上年度报告增长的百分比，下降为负；没有上年度报告、没有数字或上年为零时为未知。',
    en: 'Growth of a sum of cells over the report of the year before in per cent, negative for a fall; unknown without that report, without a number, or when it was zero.',
  },
  params: (z) => z.strictObject({ of: terms(z) }),
  result: 'number',
  selectors: ({ of }) => selectorsOf(listOf(of)),
  prepare: ({ of }, view) => {
    const sum = resolveSum(view, listOf(of));
    if (sum === null) return null;
    return (context) => {
      const found = earlierReport(context);
      if (!isReport(found)) return found;
      const before = addFigures(sum, found);
      const now = addUp(sum, context);
      if (!now.known) return now;
      if (before === null || before.value === 0) return unknown('no-prior-year');
      const value = round(((Number(now.value) - before.value) / before.value) * 100);
      return known(value, {
        cells: now.cells,
        sure: now.sure && before.sure,
        contradicted: (lang) => namesIn(view, found.year, before.contradicted, lang),
        items: () => [String(before.value)],
      });
    };
  },
});
