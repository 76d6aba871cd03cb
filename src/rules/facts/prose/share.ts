import { addUp, resolveSum } from '../../evaluate/linear-sum.js';
import { known, numberText, round } from '../../value.js';
import { defineFact } from '../fact.js';
import { listOf, selectorsOf, terms } from '../terms.js';

export const share = defineFact({
  name: 'share',
  summary: {
    'zh-CN': '若干单元格之和占另一些单元格之和的百分比；没有数字或分母为零时为未知。',
    en: 'A sum of cells in per cent of another; unknown when a cell has no number or the base is zero.',
  },
  params: (z) => z.strictObject({ part: terms(z), base: terms(z) }),
  result: 'number',
  selectors: ({ part, base }) => selectorsOf([...listOf(part), ...listOf(base)]),
  prepare: ({ part, base }, view) => {
    const [upper, lower] = [resolveSum(view, listOf(part)), resolveSum(view, listOf(base))];
    if (upper === null || lower === null) return null;
    return (context) => {
      const [numerator, denominator] = [addUp(upper, context), addUp(lower, context)];
      if (!numerator.known) return numerator;
      if (!denominator.known) return denominator;
      const cells = [...numerator.cells, ...denominator.cells];
      if (denominator.value === 0) return { known: false, reason: 'cell-blank', cells, claims: [] };
      const value = round((Number(numerator.value) / Number(denominator.value)) * 100);
      return known(value, {
        cells,
        sure: numerator.sure && denominator.sure,
        name: (lang) =>
          `(${numerator.name?.(lang) ?? ''}) ÷ (${denominator.name?.(lang) ?? ''}) = ${numberText(value)}`,
      });
    };
  },
});
