import type { Slot } from '../slots/slots.js';
import { beginning } from '../positions.js';

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
  endWord: slots.at(-1)?.endWord ?? beginning,
});

export const saysTheSame = (a: Candidate, b: Candidate) => a.every((slot, i) => slot?.text === b[i]?.text);

const isSame = (a: Slot | null | undefined, b: Slot | null | undefined) =>
  a === b ||
  (a !== null &&
    a !== undefined &&
    b !== null &&
    b !== undefined &&
    a.text === b.text &&
    (a.raw === b.raw || a.at === b.at));

/** What all remaining readings agree on, column by column; `undefined` where they differ. */
export function agreement(candidates: readonly Candidate[], count: number): (Slot | null | undefined)[] {
  return Array.from({ length: count }, (_, i) => {
    const first = candidates[0]?.[i];
    return candidates.length > 0 && candidates.every((each) => isSame(each[i], first)) ? first : undefined;
  });
}
