import { known, unknown } from '../../value.js';
import { defineFact } from '../fact.js';

export const scopeChange = defineFact({
  name: 'scopeChange',
  summary: {
    'zh-CN':
      '与上年度报告的口径之别：kind 机关类别不同、scope 统计范围不同、magnitude 多项数据相差十倍以上、none 没有差别。',
    en: 'How the scope differs from the report of the year before: kind (government or office), scope (own or region), magnitude (several figures ten times as large), none.',
  },
  params: (z) => z.strictObject({}),
  result: 'text',
  selectors: () => [],
  prepare:
    () =>
    ({ report: { year }, surroundings: { earlier } }) => {
      if (year === null) return unknown('no-year');
      const found = earlier?.find((each) => each.year === year - 1);
      return found === undefined ? unknown('no-prior-year') : known(found.scopeChange ?? 'none');
    },
});
