import * as z from 'zod';
import { known, unknown } from '../value.js';
import { defineFact } from './fact.js';

export const asides = defineFact({
  name: 'asides',
  summary: {
    'zh-CN': '该部分中的图片和附件链接数；该部分不存在时为未知。',
    en: 'Pictures and attachment links in the part; unknown when the part does not exist.',
  },
  params: z.strictObject({ section: z.enum(['preface', '一', '二', '三', '四', '五', '六']) }),
  result: 'number',
  selectors: () => [],
  prepare:
    ({ section }) =>
    (context) => {
      const found = context.section(section);
      return found === undefined ? unknown('section-missing') : known(found.section.asides.length);
    },
});
