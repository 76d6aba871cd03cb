import { addUp, resolveSum } from '../../evaluate/linear-sum.js';
import { round } from '../../value.js';
import { defineFact } from '../fact.js';
import { listOf, selectorsOf, terms } from '../terms.js';

export const sum = defineFact({
  name: 'sum',
  summary: {
    'zh-CN':
      '若干单元格之和；前加“-”表示减，前加“0.35*”表示乘以系数；写行组（如 t3.denied.total）即组内各项之和；plus 另加一个常数。任一单元格没有数字时为未知。',
    en: 'Sum of cells; a leading `-` subtracts, `0.35*` multiplies; a group of rows (t3.denied.total) is the sum of its items, `plus` adds a constant. Unknown when one cell has no number.',
  },
  params: (z) => z.strictObject({ of: terms(z), plus: z.number().optional() }),
  result: 'number',
  selectors: ({ of }) => selectorsOf(listOf(of)),
  prepare: ({ of, plus = 0 }, view) => {
    const list = resolveSum(view, listOf(of));
    if (list === null) return null;
    return (context) => {
      const total = addUp(list, context);
      return total.known && plus !== 0 ? { ...total, value: round(Number(total.value) + plus) } : total;
    };
  },
});
