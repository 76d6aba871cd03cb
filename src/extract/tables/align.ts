import { readValue } from './value.js';
import type { HeaderColumn } from './header.js';
import type { RowSlots, Slot } from './slots.js';

/** One admissible reading of a row: for each column a slot, or `null` where the source has nothing for it. */
export type Candidate = (Slot | null)[];

/** The admissible readings of a row. */
export interface Readings {
  candidates: Candidate[];
  /** Where each candidate begins among the slots, when the choice is one of position. */
  offsets: number[];
  /** The reading takes the source apart: it counts only when the sums of the form confirm it. */
  needsProof: boolean;
}

const longestRun = 24;
const mostCandidates = 4000;

const isBlank = (slot: Slot) => slot.text === '';

/** Reads a row by the columns of the grid: every filled cell must stand under one label. */
function byGrid(slots: readonly Slot[], columns: readonly HeaderColumn[]): Candidate | null {
  if (columns.some((each) => each.column === null) || slots.some((each) => each.column === null)) return null;
  const candidate: Candidate = columns.map(() => null);
  for (const slot of slots) {
    const from = slot.column ?? 0;
    const to = from + slot.columnSpan;
    const under = columns.flatMap((each, i) => {
      const start = each.column ?? 0;
      return start < to && from < start + each.columnSpan ? [i] : [];
    });
    const [only] = under;
    if (under.length === 1 && only !== undefined) {
      const there = candidate[only];
      if (there === null || there === undefined || isBlank(there)) candidate[only] = slot;
      else if (!isBlank(slot)) return null;
    } else if (!isBlank(slot)) return null;
  }
  return candidate.every((each) => each !== null) ? candidate : null;
}

function windows(slots: readonly Slot[], count: number): { offset: number; candidate: Candidate }[] {
  const filled = slots.flatMap((each, i) => (isBlank(each) ? [] : [i]));
  const first = filled[0] ?? 0;
  const last = filled.at(-1) ?? 0;
  const result: { offset: number; candidate: Candidate }[] = [];
  for (let offset = 0; offset + count <= slots.length; offset += 1) {
    if (filled.length > 0 && (first < offset || last >= offset + count)) continue;
    result.push({ offset, candidate: slots.slice(offset, offset + count) });
  }
  return result;
}

/** All ways to place values in order into columns when empty cells left no trace. */
function placements(values: readonly Slot[], count: number): Candidate[] {
  const result: Candidate[] = [];
  const place = (from: number, used: number, candidate: Candidate) => {
    if (result.length >= mostCandidates) return;
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
  place(0, 0, Array.from({ length: count }, () => null));
  return result;
}

/** All ways to cut a run of digits into numbers without leading zeros: cells whose separators are lost. */
function cuts(slot: Slot, count: number): Candidate[] {
  const digits = slot.text;
  if (!/^\d+$/.test(digits) || digits.length < count || digits.length > longestRun) return [];
  const result: Candidate[] = [];
  const cut = (from: number, parts: string[]) => {
    if (result.length >= mostCandidates) return;
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
  return result;
}

const certain = (candidate: Candidate): Readings => ({ candidates: [candidate], offsets: [], needsProof: false });
const unproven = (candidates: Candidate[]): Readings => ({ candidates, offsets: [], needsProof: true });

/** Admissible readings of a row by what the source shows, before any arithmetic. */
export function readingsOf(row: RowSlots, columns: readonly HeaderColumn[]): Readings {
  const count = columns.length;
  const { slots, words } = row;
  const grid = byGrid(slots, columns);
  if (grid !== null) return certain(grid);
  const filled = slots.filter((each) => !isBlank(each));
  if (slots.length >= count) {
    const found = windows(slots, count);
    if (found.length > 0) return { candidates: found.map((each) => each.candidate), offsets: found.map((each) => each.offset), needsProof: false };
    if (filled.length === count) return certain(filled);
    if (filled.length > 3 * count) return unproven([]);
    return unproven(Array.from({ length: Math.max(0, filled.length - count + 1) }, (_, offset) => filled.slice(offset, offset + count)));
  }
  if (words.length === count) return certain(words);
  const [only] = filled;
  if (only === undefined) return unproven([]);
  if (filled.length === 1 && count > 1) {
    const found = cuts(only, count);
    // A number does not begin with two zeros or a zero before digits: such a run can only be several cells.
    if (found.length === 1 && only.text.startsWith('0')) return certain(found[0] ?? []);
    if (found.length > 0) return unproven(found);
  }
  if (!row.structured) return unproven(placements(filled, count));
  return unproven(
    Array.from({ length: count - slots.length + 1 }, (_, before) => Array.from({ length: count }, (__, i) => slots[i - before] ?? null)),
  );
}

/** A sum printed on the form, over the columns of one row: the values of `left` add up to that of `right`. */
export interface RowSum {
  left: number[];
  right: number[];
}

const valueOf = (slot: Slot | null | undefined): number | null => (slot === null || slot === undefined || isBlank(slot) ? 0 : readValue(slot.text).value);

/** `null` when a word stands among the operands. An empty cell counts as nothing here: this only chooses between alignments. */
function holds(candidate: Candidate, sum: RowSum): boolean | null {
  const total = (indexes: readonly number[]) => indexes.reduce<number | null>((all, i) => {
    const value = valueOf(candidate[i]);
    return all === null || value === null ? null : all + value;
  }, 0);
  const [left, right] = [total(sum.left), total(sum.right)];
  return left === null || right === null ? null : Math.abs(left - right) < 1e-6;
}

/** Readings that satisfy every sum. */
export function settleBySums(candidates: readonly Candidate[], sums: readonly RowSum[]): Candidate[] {
  return sums.length === 0 ? [] : candidates.filter((candidate) => sums.every((sum) => holds(candidate, sum) === true));
}

const same = (a: Slot | null | undefined, b: Slot | null | undefined) =>
  a === b || (a !== null && a !== undefined && b !== null && b !== undefined && a.text === b.text && (a.raw === b.raw || a.at === b.at));

/** What all remaining readings agree on, column by column; `undefined` where they differ. */
export function agreement(candidates: readonly Candidate[], count: number): (Slot | null | undefined)[] {
  return Array.from({ length: count }, (_, i) => {
    const first = candidates[0]?.[i];
    return candidates.length > 0 && candidates.every((each) => same(each[i], first)) ? first : undefined;
  });
}
