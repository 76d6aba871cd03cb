import { known, unknown } from '../../value.js';
import { part } from '../../form/part.js';
import { defineFact } from '../fact.js';

export const asides = defineFact({
  name: 'asides',
  summary: {
    'zh-CN': '该部分中的图片和附件链接数；该部分不存在时为未知。',
    en: 'Pictures and attachment links in the part; unknown when the part does not exist.',
  },
  params: (z) =>
    z.union([
      z.strictObject({ section: part(z) }),
      /** The part that should hold the table. */
      z.strictObject({ table: z.string().regex(/^t\d+$/) }),
    ]),
  result: 'number',
  selectors: () => [],
  prepare: (params, view) => {
    const id =
      'section' in params
        ? params.section
        : view.blocks.find((block) => block.table.id === params.table)?.table.section;
    if (id === undefined) return null;
    return (context) => {
      const found = context.section(id);
      return found === undefined ? unknown('section-missing') : known(found.section.asides.length);
    };
  },
});
