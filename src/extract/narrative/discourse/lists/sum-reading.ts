import type { NumberReading } from '../setting.js';

/** A whole and the parts that the prose says it is made of. */
export interface SumReading {
  whole: NumberReading;
  parts: NumberReading[];
  /** The list is not complete (等, 主要). */
  open: boolean;
  /** The parts are channels, and one item may stand in several. */
  overlapping: boolean;
}
