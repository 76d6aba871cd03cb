import { known, unknown } from '../../value.js';
import { defineFact } from '../fact.js';

export const scope = defineFact({
  name: 'scope',
  summary: {
    'zh-CN': '报告写明的数据口径：own 本机关、region 本级政府及所属各单位；没有写明时为未知。',
    en: 'Whose figures the report says it holds: own, or region; unknown when it does not say.',
  },
  params: (z) => z.strictObject({}),
  result: 'text',
  selectors: () => [],
  prepare:
    () =>
    ({ surroundings }) =>
      surroundings.scope === null ? unknown('no-claim') : known(surroundings.scope),
});
