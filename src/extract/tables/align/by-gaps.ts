import { saysTheSame } from '../settle/candidate.js';
import { byPosition } from './gap-columns.js';
import { certain, type Found, type RowToAlign } from './readings.js';

/** Reads a row in each way in which its table may be measured: they must say the same. */
export function byGaps({ row: { kind, words }, filled, gaps }: RowToAlign): Found | null {
  if (kind !== 'gaps' || filled.length === 0) return null;
  const placed = gaps.map((each) => byPosition(words, each));
  const [only] = placed;
  const agreed = only != null && placed.every((each) => each !== null && saysTheSame(each, only));
  return agreed ? certain(only, 'printed') : null;
}
