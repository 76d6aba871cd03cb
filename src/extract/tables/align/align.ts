import { readValue } from '../value.js';
import { isBlank, trimmed, type Candidate } from '../settle/candidate.js';
import { byPosition, type GapColumns } from './by-gaps.js';
import type { HeaderColumn } from '../header/header-column.js';
import type { RowSlots, Slot } from '../slots/slots.js';

/** The admissible readings of a row. */
export interface Readings {
  candidates: Candidate[];
  /** Where each candidate begins among the slots, when the choice is one of position. */
  offsets: number[];
  /** The reading takes the source apart: it counts only when the sums of the form confirm it. */
  needsProof: boolean;
  /** How the source tells the columns, where no sum has to. */
  evidence: 'printed' | 'ordered';
}

const longestRun = 24;
/** Numbers that may stand among the values of a row and are none: of a page, of the next label. */
const mostExtra = 2;
const mostCandidates = 4000;

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

/** Every position of the columns over the slots that leaves out no filled one; cut off empty cells may follow. */
function windows({ slots, bounded }: RowSlots, count: number): Readings {
  const evidence = slots.length === count ? 'printed' : 'ordered';
  const filled = slots.flatMap((each, i) => (isBlank(each) ? [] : [i]));
  const first = filled[0];
  const last = filled.at(-1);
  const readings: Readings = { candidates: [], offsets: [], needsProof: false, evidence };
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

/** Where there are too many readings to look at them all, none is told from the others. */
const untruncated = (all: Candidate[]): Candidate[] => (all.length >= mostCandidates ? [] : all);

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
  place(
    0,
    0,
    Array.from({ length: count }, () => null),
  );
  return untruncated(result);
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
  return untruncated(result);
}

const certain = (candidate: Candidate, evidence: Readings['evidence']): Readings => ({
  candidates: [candidate],
  offsets: [],
  needsProof: false,
  evidence,
});
const unproven = (candidates: Candidate[]): Readings => ({
  candidates,
  offsets: [],
  needsProof: true,
  evidence: 'ordered',
});

/** A run of fewer digits than columns: cells of the table are empty, and runs do not show which. */
export function isShortRun({ slots }: RowSlots, count: number): boolean {
  const filled = slots.filter((each) => !isBlank(each));
  const [only] = filled;
  return filled.length === 1 && only !== undefined && /^\d+$/.test(only.text) && only.text.length < count;
}

/** Values that no cells tell apart, fewer than columns: the table leaves out empty cells. */
export const isSparse = ({ kind, words }: RowSlots, count: number): boolean =>
  kind === 'loose' && words.length > 0 && words.length < count;

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

/** Runs of digits of one row whose cells are not told apart. */
function asRun(row: RowSlots, count: number): Candidate[] {
  const filled = row.slots.filter((each) => !isBlank(each));
  const [only] = filled;
  return filled.length === 1 && only !== undefined && count > 1 ? cuts(only, count) : [];
}

/**
 * Admissible readings of a row by what the source shows, before any arithmetic.
 * @param runs the document writes rows as runs of digits, one for each cell, and leaves no empty ones
 * @param short some rows of the table are runs that leave out empty cells
 * @param narrow the header lacks labels, and no row has a value for every column: the table may have fewer columns
 */
export function readingsOf(
  row: RowSlots,
  columns: readonly HeaderColumn[],
  gaps: readonly GapColumns[],
  { runs, short, narrow }: { runs: boolean; short: boolean; narrow: boolean },
): Readings {
  const count = columns.length;
  const { slots, words } = row;
  const grid = row.kind === 'grid' ? byGrid(slots, columns) : null;
  if (grid !== null) return certain(grid, 'printed');
  const filled = slots.filter((each) => !isBlank(each));
  const isShown = row.kind !== 'loose' && slots.length === count;
  // Cells ran together: that as many words are left as the row has cells is chance.
  if (
    row.kind === 'loose' &&
    count > 1 &&
    filled.some(({ text }) => /^0\d/.test(text)) &&
    filled.length === count
  )
    return unproven([filled]);
  if (filled.length === count) return certain(filled, isShown ? 'printed' : 'ordered');
  if (words.length === count && filled.length < count) return certain(words, 'ordered');
  const run = asRun(row, count);
  const [digits] = filled;
  if (run.length > 0 && (slots.length === 1 || row.kind === 'loose')) {
    const zeros = run.length === 1 && /^0+$/.test(digits?.text ?? '');
    if (short && !zeros) return unproven([]);
    return zeros || (runs && run.length === 1) ? certain(run[0] ?? [], 'ordered') : unproven(run);
  }
  if (filled.length > count) {
    // With many values too many, or garbled ones, the label of another row is lost, and its values are not those of this row.
    const garbled = filled.some((each) => readValue(each.text).state === 'unreadable');
    const last = !garbled && filled.length - count <= mostExtra ? filled.length - count : 0;
    const [first] = filled;
    // Of values that are all alike it does not matter which is none of the row's.
    if (first !== undefined && last > 0 && filled.every(({ text }) => text === first.text))
      return certain(filled.slice(0, count), 'ordered');
    return unproven(Array.from({ length: last + 1 }, (_, offset) => filled.slice(offset, offset + count)));
  }
  if (row.kind === 'grid' || row.kind === 'separated') {
    const readings = slots.length === 0 ? unproven([]) : windows(row, count);
    return narrow ? { ...readings, needsProof: true } : readings;
  }
  if (filled.length === 0) return unproven([]);
  const placed = row.kind === 'gaps' ? gaps.map((each) => byPosition(words, each)) : [];
  const [only] = placed;
  const agreed = only != null && placed.every((each) => each !== null && saysTheSame(each, only));
  return agreed ? certain(only, 'printed') : unproven(placements(filled, count));
}

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

export const saysTheSame = (a: Candidate, b: Candidate) => a.every((slot, i) => slot?.text === b[i]?.text);

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
    asRun(row, count).some((candidate) => sums.every((sum) => holds(candidate, sum) === true)) &&
    sums.length > 0
  );
}

const same = (a: Slot | null | undefined, b: Slot | null | undefined) =>
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
    return candidates.length > 0 && candidates.every((each) => same(each[i], first)) ? first : undefined;
  });
}
