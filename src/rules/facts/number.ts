import type { Zod } from '../schemas.js';
import { known, unknown } from '../value.js';
import { defineFact } from './fact.js';

const written = (z: Zod) => z.union([z.number(), z.string()]);

export const number = defineFact({
  name: 'number',
  summary: {
    'zh-CN': '写明的一个数，通常取自变量，如 "{fee.amount}"，plus 另加一个；不是数时为未知。',
    en: 'A number as written, usually of a variable such as "{fee.amount}", and another one with plus; unknown when either is none.',
  },
  params: (z) => z.strictObject({ value: written(z), plus: written(z).optional() }),
  result: 'number',
  selectors: () => [],
  prepare: ({ value, plus = 0 }) => {
    const sum = parsed(value) + parsed(plus);
    return () => (Number.isFinite(sum) ? known(sum) : unknown('no-claim'));
  },
});

function parsed(value: number | string): number {
  return typeof value === 'number' ? value : Number(value.replaceAll(',', '').trim() || Number.NaN);
}
