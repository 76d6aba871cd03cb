import { expressionOf } from '../../pattern/pattern.js';
import { search, stretchesOf } from '../../evaluate/search.js';
import { known } from '../../value.js';
import { earlierReport, isReport } from './earlier-report.js';
import { defineFact } from '../fact.js';

export const repeatedFigures = defineFact({
  name: 'repeatedFigures',
  summary: {
    'zh-CN': '含有件数等数字、且与上年度报告一字不差的句子数。',
    en: 'Sentences with figures that stand word for word in the report of the year before.',
  },
  params: (z) => z.strictObject({}),
  result: 'number',
  selectors: () => [],
  prepare: () => (context) => {
    const found = earlierReport(context);
    if (!isReport(found)) return found;
    const { repeated } = found;
    return known(repeated.length, {
      items: () => repeated.map((sentence) => `“${sentence}”`),
      quotes: () =>
        repeated.flatMap((sentence) =>
          search(stretchesOf(undefined, context) ?? [], expressionOf({ words: [sentence] }))
            .slice(0, 1)
            .map((hit) => hit.quote()),
        ),
      sure: !context.textLost,
    });
  },
});
