import { known } from '../../value.js';
import { defineFact } from '../fact.js';

export const text = defineFact({
  name: 'text',
  summary: { 'zh-CN': '写明的一段文字，通常取自变量。', en: 'A text as written, usually of a variable.' },
  params: (z) => z.strictObject({ value: z.string() }),
  result: 'text',
  selectors: () => [],
  prepare:
    ({ value }) =>
    () =>
      known(value),
});
