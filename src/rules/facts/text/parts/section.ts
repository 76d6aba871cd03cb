import { known, unknown } from '../../../value.js';
import { part } from '../../../form/part.js';
import { defineFact } from '../../fact.js';

export const section = defineFact({
  name: 'section',
  summary: {
    'zh-CN': '该部分是否存在；全文没有识别出任何部分时为未知。',
    en: 'Whether the part exists; unknown when no part was recognised at all.',
  },
  params: (z) => z.strictObject({ section: part(z) }),
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
