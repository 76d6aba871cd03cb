import type { Slot } from '../slots/slots.js';

/** One admissible reading of a row: for each column a slot, or `null` where the source has nothing for it. */
export type Candidate = (Slot | null)[];

export const isBlank = (slot: Slot) => slot.text === '';

/** An empty cell of which the source shows nothing, behind the last slot. */
export const trimmed = (slots: readonly Slot[]): Slot => ({
  raw: '',
  text: '',
  at: slots.at(-1)?.at ?? {},
  column: null,
  columnSpan: 1,
  confidence: 1,
  endWord: slots.at(-1)?.endWord ?? 0,
});
