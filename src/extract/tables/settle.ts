import { settleBySums, type Readings, type RowSum } from './align.js';
import type { Candidate } from './candidate.js';
import type { Make } from './make.js';
import type { RowSlots, Slot } from './slots.js';

/** Confidence of a value by how its cell was told from its neighbours. */
export const confidence = { plain: 1, voted: 0.95, proven: 0.9, headless: 0.8 };

interface ReadRow {
  path: string;
  slots: RowSlots;
  readings: Readings;
}

/**
 * The reading leaves cells empty of a row with values, and the source does not show them: a cell lost from the middle would look the same.
 * Where no sum could tell, an empty cell behind the label counts as shown.
 */
function mayLackCells(
  candidate: Candidate,
  { slots, bounded, labelCells }: RowSlots,
  { width }: Make,
  sums: readonly RowSum[],
): boolean {
  const last = slots.findLastIndex((each) => each.text !== '');
  const whole = sums.length === 0 || (bounded && labelCells + slots.length >= width);
  const isShown = (slot: Slot) => slots.includes(slot) && (whole || (bounded && slots.indexOf(slot) < last));
  return last >= 0 && candidate.some((slot) => slot?.text === '' && !isShown(slot));
}

/** Chooses among the readings of a row: by rows of the same make, then by the sums of the form. */
export function settle(
  row: ReadRow,
  make: Make,
  sums: readonly RowSum[],
  deduplicated: boolean,
): { candidates: Candidate[]; trust: number } {
  const { candidates, offsets, needsProof } = row.readings;
  if (needsProof || (deduplicated && sums.length > 0))
    return { candidates: settleBySums(candidates, sums), trust: confidence.proven };
  if (offsets.length === 0) return { candidates, trust: confidence.plain };
  const [made] = make.offsets(row.slots);
  const known = made === undefined ? undefined : candidates[offsets.indexOf(made)];
  const ruled = known !== undefined && make.offsets(row.slots).every((each) => each === made);
  const open = ruled ? [known] : candidates;
  const trust = ruled ? confidence.voted : confidence.proven;
  const proven = settleBySums(open, sums);
  if (proven.length > 0) return { candidates: proven, trust };
  return { candidates: open.some((each) => mayLackCells(each, row.slots, make, sums)) ? [] : open, trust };
}
