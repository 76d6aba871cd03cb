import { under } from '../../interval.js';
import { isBlank, type Candidate } from '../settle/candidate.js';
import { certain, type Found, type RowToAlign } from './readings.js';

/** Reads a row by the columns of the grid: every filled cell must stand under one label. */
export function byGrid({ row: { kind, slots }, columns }: RowToAlign): Found | null {
  if (kind !== 'grid') return null;
  if (columns.some((each) => each.column === null) || slots.some((each) => each.column === null)) return null;
  const extents = columns.map(({ column, columnSpan }) => ({
    from: column ?? 0,
    to: (column ?? 0) + columnSpan,
  }));
  const candidate: Candidate = columns.map(() => null);
  for (const slot of slots) {
    const from = slot.column ?? 0;
    const met = under({ from, to: from + slot.columnSpan }, extents);
    const [only] = met;
    if (met.length === 1 && only !== undefined) {
      const there = candidate[only];
      if (there === null || there === undefined || isBlank(there)) candidate[only] = slot;
      else if (!isBlank(slot)) return null;
    } else if (!isBlank(slot)) return null;
  }
  return candidate.every((each) => each !== null) ? certain(candidate, 'printed') : null;
}
