import { known, unknown } from '../../../value.js';
import { defineFact } from '../../fact.js';

export const labels = defineFact({
  name: 'labels',
  summary: {
    'zh-CN': '表中标签的问题数：odd 措辞与所用格式不同、missing 缺少行或列、extra 多出行或列。',
    en: 'Labels of the tables that are worded otherwise (odd), rows or columns that are missing, or that the form does not have (extra).',
  },
  params: (z) =>
    z.strictObject({ problem: z.enum(['odd', 'missing', 'extra']), table: z.string().optional() }),
  result: 'number',
  selectors: () => [],
  prepare:
    ({ problem, table }) =>
    ({ report, labelsLost }) => {
      const blocks = report.layout.blocks.filter(
        (each) => each.found && (table === undefined || each.table === table),
      );
      if (blocks.length === 0) return unknown('table-missing');
      const names = blocks.flatMap((block) =>
        problem === 'odd'
          ? block.oddLabels.map((each) => `“${each.found}”（应为“${each.expected}”）`)
          : (problem === 'missing' ? block.missingLabels : block.extraLabels).map((each) => `“${each}”`),
      );
      const quotes = problem === 'odd' ? blocks.flatMap((block) => block.oddLabels) : [];
      return known(names.length, {
        items: () => names,
        quotes: () => quotes.map((each) => ({ quote: each.found, at: each.at })),
        sure: !labelsLost,
      });
    },
});
