import { readValue } from '../value.js';
import { isBlank, trimmed, type Candidate } from '../settle/candidate.js';
import type { RowSlots, Slot } from '../slots/slots.js';
import { certain, isTooMany, untruncated, unproven, type Found, type RowToAlign } from './readings.js';

/** Numbers that may stand among the values of a row and are none: of a page, of the next label. */
const mostExtra = 2;

/** As many values as columns, cells run together among them: that as many words are left as the row has cells is chance. */
export function byGluedValues({ row, count, filled }: RowToAlign): Found | null {
  const isGlued = row.kind === 'loose' && count > 1 && filled.some(({ text }) => /^0\d/.test(text));
  return isGlued && filled.length === count ? unproven([filled]) : null;
}

export function byFullRow({ row, count, filled }: RowToAlign): Found | null {
  if (filled.length !== count) return null;
  const isShown = row.kind !== 'loose' && row.slots.length === count;
  return certain(filled, isShown ? 'printed' : 'ordered');
}

export function byWords({ row, count, filled }: RowToAlign): Found | null {
  return row.words.length === count && filled.length < count ? certain(row.words, 'ordered') : null;
}

/**
 * Reads a row that has too many values, without those before or behind. With many too many, or garbled ones, the label of another row is
 * lost, or its values come behind this label: which are whose is not told.
 */
export function bySurplus({ count, filled }: RowToAlign): Found | null {
  const surplus = filled.length - count;
  if (surplus <= 0) return null;
  const garbled = filled.some((each) => readValue(each.text).state === 'unreadable');
  if (garbled || surplus > mostExtra) return unproven([]);
  const [first] = filled;
  // Of values that are all alike it does not matter which is none of the row's.
  if (first !== undefined && filled.every(({ text }) => text === first.text))
    return certain(filled.slice(0, count), 'ordered');
  return unproven(Array.from({ length: surplus + 1 }, (_, offset) => filled.slice(offset, offset + count)));
}

/** Every position of the columns over the slots that leaves out no filled one; cut off empty cells may follow. */
function windows({ slots, bounded }: RowSlots, count: number): Found {
  const evidence = slots.length === count ? 'printed' : 'ordered';
  const filled = slots.flatMap((each, i) => (isBlank(each) ? [] : [i]));
  const first = filled[0];
  const last = filled.at(-1);
  const readings: Found = { candidates: [], offsets: [], needsProof: false, evidence };
  const end = first ?? Math.max(0, slots.length - count);
  for (let offset = 0; offset <= end; offset += 1) {
    if (last !== undefined && last >= offset + count) continue;
    const inside = slots.slice(offset, offset + count);
    const missing = count - inside.length;
    if (missing > 0 && !bounded) continue;
    readings.candidates.push([...inside, ...Array.from({ length: missing }, () => trimmed(slots))]);
    readings.offsets.push(offset);
  }
  return readings;
}

export function byWindows({ row, count, narrow }: RowToAlign): Found | null {
  if (row.kind !== 'grid' && row.kind !== 'separated') return null;
  const found = row.slots.length === 0 ? unproven([]) : windows(row, count);
  return narrow ? { ...found, needsProof: true } : found;
}

/** All ways to place values in order into columns when empty cells left no trace. */
function placements(values: readonly Slot[], count: number): Candidate[] {
  const result: Candidate[] = [];
  const place = (from: number, used: number, candidate: Candidate) => {
    if (isTooMany(result)) return;
    if (used === values.length) {
      result.push([...candidate]);
      return;
    }
    for (let i = from; i <= count - (values.length - used); i += 1) {
      candidate[i] = values[used] ?? null;
      place(i + 1, used + 1, candidate);
      candidate[i] = null;
    }
  };
  place(
    0,
    0,
    Array.from({ length: count }, () => null),
  );
  return untruncated(result);
}

export const byOrder = ({ count, filled }: RowToAlign): Found =>
  unproven(filled.length === 0 ? [] : placements(filled, count));
