import * as z from 'zod';
import { known, unknown } from '../value.js';
import { defineFact } from './fact.js';

export const number = defineFact({
  name: 'number',
  summary: {
    'zh-CN': '写明的一个数，通常取自变量，如 "{fee.amount}"；不是数时为未知。',
    en: 'A number as written, usually of a variable such as "{fee.amount}"; unknown when it is none.',
  },
  params: z.strictObject({ value: z.union([z.number(), z.string()]) }),
  result: 'number',
  selectors: () => [],
  prepare: ({ value }) => {
    const parsed = typeof value === 'number' ? value : Number(value.replaceAll(',', '').trim() || Number.NaN);
    return () => (Number.isFinite(parsed) ? known(parsed) : unknown('no-claim'));
  },
});
