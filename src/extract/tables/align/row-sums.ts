import { readValue } from '../value.js';
import { isBlank, saysTheSame, type Candidate } from '../settle/candidate.js';
import type { RowSlots, Slot } from '../slots/slots.js';
import { cutsOf } from './by-cutting.js';

/** A sum printed on the form, over the columns of one row: the values of `left` add up to that of `right`. */
export interface RowSum {
  /** `FormEquation.name` */
  relation: string;
  left: number[];
  right: number[];
}

const valueOf = (slot: Slot | null | undefined): number | null =>
  slot === null || slot === undefined || isBlank(slot) ? 0 : readValue(slot.text).value;

/** `null` when a word stands among the operands. An empty cell counts as nothing here: this only chooses between alignments. */
function holds(candidate: Candidate, sum: RowSum): boolean | null {
  const total = (indexes: readonly number[]) =>
    indexes.reduce<number | null>((all, i) => {
      const value = valueOf(candidate[i]);
      return all === null || value === null ? null : all + value;
    }, 0);
  const [left, right] = [total(sum.left), total(sum.right)];
  return left === null || right === null ? null : Math.abs(left - right) < 1e-6;
}

/**
 * The reading that the sums prove: the only one that satisfies them all, when they say something. Readings that say the same count as one,
 * and need no proof.
 */
export function settleBySums(candidates: readonly Candidate[], sums: readonly RowSum[]): Candidate[] {
  const [first] = candidates;
  if (first === undefined || sums.length === 0) return [];
  const proven = candidates.filter((candidate) => sums.every((sum) => holds(candidate, sum) === true));
  const [only] = proven;
  if (only === undefined || !proven.every((each) => saysTheSame(each, only))) return [];
  return candidates.every((each) => saysTheSame(each, only)) || only.some((slot) => valueOf(slot) !== 0)
    ? [only]
    : [];
}

/** Zeros and blanks and nothing else: every sum holds, in whatever order they stand. */
export const meetsAnySum = (candidate: Candidate): boolean =>
  candidate.every((slot) => valueOf(slot) === 0) && new Set(candidate.map((slot) => slot?.text)).size > 1;

/** The row has a value for every column, and they satisfy the sums in more than the trivial way. */
export function isProvenRow(row: RowSlots, count: number, sums: readonly RowSum[]): boolean {
  const filled = row.slots.filter((each) => !isBlank(each));
  return (
    filled.length === count &&
    settleBySums([filled], sums).length > 0 &&
    filled.some((each) => valueOf(each) !== 0)
  );
}

/** The row is one run of digits that can be cut so that the sums hold. */
export function isProvenRun(row: RowSlots, count: number, sums: readonly RowSum[]): boolean {
  return (
    cutsOf(row, count).some((candidate) => sums.every((sum) => holds(candidate, sum) === true)) &&
    sums.length > 0
  );
}
