import { isBlank, type Candidate } from '../settle/candidate.js';
import type { RowSlots, Slot } from '../slots/slots.js';
import { certain, isTooMany, untruncated, unproven, type Found, type RowToAlign } from './readings.js';

const longestRun = 24;

/** All ways to cut a run of digits into numbers without leading zeros: cells whose separators are lost. */
function cuts(slot: Slot, count: number): Candidate[] {
  const digits = slot.text;
  if (!/^\d+$/.test(digits) || digits.length < count || digits.length > longestRun) return [];
  const result: Candidate[] = [];
  const cut = (from: number, parts: string[]) => {
    if (isTooMany(result)) return;
    if (parts.length === count) {
      if (from === digits.length) result.push(parts.map((text) => ({ ...slot, text })));
      return;
    }
    const longest = digits.charAt(from) === '0' ? 1 : digits.length - from - (count - parts.length - 1);
    for (let length = 1; length <= longest; length += 1) {
      parts.push(digits.slice(from, from + length));
      cut(from + length, parts);
      parts.pop();
    }
  };
  cut(0, []);
  return untruncated(result);
}

/** The ways to cut a row that is one run of digits whose cells are not told apart. */
export function cutsOf({ slots }: RowSlots, count: number): Candidate[] {
  const filled = slots.filter((each) => !isBlank(each));
  const [only] = filled;
  return filled.length === 1 && only !== undefined && count > 1 ? cuts(only, count) : [];
}

/** Reads a row that is one run of digits. As many zeros as columns are the cells, and so is a run that can be cut in one way where all rows are runs. */
export function byCutting({ row, count, filled, runs, short }: RowToAlign): Found | null {
  if (row.slots.length !== 1 && row.kind !== 'loose') return null;
  const found = cutsOf(row, count);
  const [first] = found;
  if (first === undefined) return null;
  const zeros = found.length === 1 && /^0+$/.test(filled[0]?.text ?? '');
  if (short && !zeros) return unproven([]);
  return zeros || (runs && found.length === 1) ? certain(first, 'ordered') : unproven(found);
}
