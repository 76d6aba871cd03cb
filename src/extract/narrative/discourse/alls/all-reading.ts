import type { NumberReading } from '../setting.js';

/** 收到3件，均予以公开: the count before holds for what is said without a number of its own. */
export interface AllReading {
  of: NumberReading;
  /** Nothing beside it says that some were left, or that only those due were finished. */
  complete: boolean;
  /** The count stands in the sentence before. */
  far: boolean;
  measures: string[];
  /** How many the words give to each of several (理由分别为…和…); absent: as many as were counted. */
  count?: number;
  start: number;
  end: number;
}
