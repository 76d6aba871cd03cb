import type { Figures } from '../../model/index.js';
import type { LinearSum } from '../linear-sum.js';
import { round } from '../value.js';

/** The sum in the figures of another report; `null` when one of its cells has no number there. */
export function addFigures(
  sum: LinearSum,
  { numbers, unsure }: Figures,
): { value: number; sure: boolean } | null {
  let value = 0;
  let sure = true;
  for (const { cell, coefficient } of sum.terms) {
    const own = numbers[cell];
    if (own === undefined) return null;
    value += coefficient * own;
    if (unsure.includes(cell)) sure = false;
  }
  return { value: round(value), sure };
}
