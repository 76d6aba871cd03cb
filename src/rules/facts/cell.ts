import * as z from 'zod';
import { resolveTerms } from '../address.js';
import { defineFact } from './fact.js';
import { addUp, selectorsOf } from './sum.js';

export const cell = defineFact({
  name: 'cell',
  summary: {
    'zh-CN': '一个单元格的数值；没有数字时为未知。',
    en: 'The number in one cell; unknown when it has none.',
  },
  params: z.strictObject({ cell: z.string().meta({ complete: 'cell' }) }),
  result: 'number',
  selectors: (params) => selectorsOf([params.cell]),
  prepare: (params, view) => {
    const list = resolveTerms(view, [params.cell]);
    if (list === null) return null;
    const addresses = list.map((term) => term.cell);
    return (context) => addUp(list, addresses, context);
  },
});
