import { addUp, resolveSum } from '../../evaluate/linear-sum.js';
import { defineFact } from '../fact.js';
import { selectorsOf } from '../terms.js';

export const cell = defineFact({
  name: 'cell',
  summary: {
    'zh-CN': '一个单元格的数值；没有数字时为未知。',
    en: 'The number in one cell; unknown when it has none.',
  },
  params: (z) => z.strictObject({ cell: z.string().meta({ complete: 'cell' }) }),
  result: 'number',
  selectors: (params) => selectorsOf([params.cell]),
  prepare: (params, view) => {
    const list = resolveSum(view, [params.cell]);
    return list === null ? null : (context) => addUp(list, context);
  },
});
