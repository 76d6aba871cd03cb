import { isBlank } from '../settle/candidate.js';
import type { RowSlots } from '../slots/slots.js';

/** A run of fewer digits than columns: cells of the table are empty, and runs do not show which. */
export function isShortRun({ slots }: RowSlots, count: number): boolean {
  const filled = slots.filter((each) => !isBlank(each));
  const [only] = filled;
  return filled.length === 1 && only !== undefined && /^\d+$/.test(only.text) && only.text.length < count;
}

/** Values that no cells tell apart, fewer than columns: the table leaves out empty cells. */
export const isSparse = ({ kind, words }: RowSlots, count: number): boolean =>
  kind === 'loose' && words.length > 0 && words.length < count;

/** The row shows fewer values than columns, by gaps or by order: the table leaves out empty cells. */
export const leavesOut = ({ kind, words }: RowSlots, count: number): boolean =>
  (kind === 'loose' || kind === 'gaps') && words.length > 0 && words.length < count;

/** Values that no cells tell apart, on several lines: they may be those of several rows. */
export const isOverLines = ({ kind, slots }: RowSlots): boolean =>
  kind === 'loose' && slots.some((each) => each.at.line !== slots[0]?.at.line);

/** Nothing of the row is missing at its end, as far as its kind shows. */
export function isWhole({ kind, slots }: RowSlots, count: number): boolean {
  const filled = slots.filter((each) => !isBlank(each));
  const [only] = filled;
  if (kind === 'grid' || kind === 'gaps') return filled.length > 0 || slots.length >= count;
  return slots.length >= count || (filled.length === 1 && only !== undefined && only.text.length >= count);
}

/** The row has a value for every column. */
export const isFull = ({ slots }: RowSlots, count: number): boolean =>
  slots.filter((each) => !isBlank(each)).length >= count;
