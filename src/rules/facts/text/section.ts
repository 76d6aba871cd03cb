import { known, unknown } from '../../value.js';
import { defineFact } from '../fact.js';

export const section = defineFact({
  name: 'section',
  summary: {
    'zh-CN': '该部分（一至六，preface 为引言）是否存在；全文没有识别出任何部分时为未知。',
    en: 'Whether the part (一 to 六, preface) exists; unknown when no part was recognised at all.',
  },
  params: (z) => z.strictObject({ section: z.enum(['preface', '一', '二', '三', '四', '五', '六']) }),
  result: 'boolean',
  selectors: () => [],
  prepare:
    ({ section: id }) =>
    (context) => {
      if (context.report.sections.length === 0) return unknown('section-missing');
      const found = context.section(id);
      const heading = found?.section.heading;
      return known(found !== undefined, {
        quotes: () =>
          heading === undefined || heading === null
            ? []
            : [{ quote: heading, at: found?.section.at ?? null }],
        sure: !context.textLost,
      });
    },
});
