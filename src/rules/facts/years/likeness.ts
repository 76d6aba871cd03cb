import { known, unknown } from '../../value.js';
import { earlierReport, isReport } from './earlier-report.js';
import { comparedIn, comparedPart } from '../../form/part.js';
import { defineFact } from '../fact.js';
import { openingOf } from '../text/parts/opening.js';

export const likeness = defineFact({
  name: 'likeness',
  summary: {
    'zh-CN':
      '该部分正文与本机关上年度报告同一部分的相似度（百分比），数字、机关名称不计；没有上年度报告或文字过短时为未知。',
    en: 'How alike the part is to the same part of the agency’s report of the year before, in per cent, figures and names left out; unknown without that report or when the text is too short.',
  },
  params: (z) => z.strictObject({ section: comparedPart(z) }),
  result: 'number',
  selectors: () => [],
  prepare:
    ({ section }) =>
    (context) => {
      const found = earlierReport(context);
      if (!isReport(found)) return found;
      const part = comparedIn(context, section);
      const value = part === null ? undefined : found.likeness[part];
      if (value === undefined) return unknown('no-prior-year');
      return known(value, { quotes: () => openingOf(context, section), sure: !context.textLost });
    },
});
