import type { Gate, Grade } from '../../model/index.js';
import type { Cause } from '../causes/causes.js';

/** Score and grade of some causes. */
export interface Marked {
  score: number;
  grade: Grade;
  /** The score without gates. */
  earned: number;
  /** Gates that are closed, the strictest first, and the causes that close each. */
  closed: readonly (Gate & { causes: readonly Cause[] })[];
}
