import { expressionOf } from '../../pattern/pattern.js';
import { search, stretchesOf } from '../../evaluate/search.js';
import { known, unknown } from '../../value.js';
import { earlierReport, isReport } from './earlier-report.js';
import { defineFact } from '../fact.js';

export const lastingProblems = defineFact({
  name: 'lastingProblems',
  summary: {
    'zh-CN':
      '“存在的主要问题”中，与本机关此前各年报告几乎一字不差、连同本年连续 years 年列出的问题数；开头套话和14字以下的不计；缺少其中一年的报告、口径改变或无从得知其正文时为未知。',
    en: 'Problems that the agency’s reports have stated in nearly the same words for `years` years in a row, this one included; opening phrases and sentences under 14 characters do not count. Unknown when the report of one of these years is missing, has another scope, or its prose is not known.',
  },
  params: (z) => z.strictObject({ years: z.number().int().min(2).max(10) }),
  result: 'number',
  selectors: () => [],
  prepare:
    ({ years }) =>
    (context) => {
      let lasting: readonly string[] | null = null;
      for (let back = 1; back < years; back++) {
        const found = earlierReport(context, back);
        if (!isReport(found)) return found;
        const { problems } = found;
        if (problems === null) return unknown('no-prior-year');
        lasting = lasting === null ? problems : lasting.filter((each) => problems.includes(each));
      }
      const stated = lasting ?? [];
      return known(stated.length, {
        items: () => stated.map((sentence) => `“${sentence}”`),
        quotes: () =>
          stated.flatMap((sentence) =>
            search(stretchesOf(['problems'], context) ?? [], expressionOf({ words: [sentence] }))
              .slice(0, 1)
              .map((hit) => hit.quote()),
          ),
        sure: !context.textLost,
      });
    },
});
