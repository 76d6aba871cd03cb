import * as z from 'zod';
import { resolveTerms } from '../address.js';
import { known } from '../value.js';
import { defineFact } from './fact.js';
import { addUp, listOf, round, selectorsOf, terms } from './sum.js';

export const share = defineFact({
  name: 'share',
  summary: {
    'zh-CN': '若干单元格之和占另一些单元格之和的百分比；没有数字或分母为零时为未知。',
    en: 'A sum of cells in per cent of another; unknown when a cell has no number or the base is zero.',
  },
  params: z.strictObject({ part: terms, base: terms }),
  result: 'number',
  selectors: ({ part, base }) => selectorsOf([...listOf(part), ...listOf(base)]),
  prepare: ({ part, base }, view) => {
    const [upper, lower] = [resolveTerms(view, listOf(part)), resolveTerms(view, listOf(base))];
    if (upper === null || lower === null) return null;
    const cellsOf = (list: typeof upper): string[] => list.map((term) => term.cell);
    return (context) => {
      const [numerator, denominator] = [
        addUp(upper, cellsOf(upper), context),
        addUp(lower, cellsOf(lower), context),
      ];
      if (!numerator.known) return numerator;
      if (!denominator.known) return denominator;
      const cells = [...numerator.cells, ...denominator.cells];
      if (denominator.value === 0) return { known: false, reason: 'cell-blank', cells, claims: [] };
      const value = round((Number(numerator.value) / Number(denominator.value)) * 100);
      return known(value, {
        cells,
        sure: numerator.sure && denominator.sure,
        name: (lang) =>
          `(${numerator.name?.(lang) ?? ''}) ÷ (${denominator.name?.(lang) ?? ''}) = ${value.toFixed(2)}`,
      });
    };
  },
});
