import type { Evidence } from '../../../model/index.js';
import type { Readings } from '../align/readings.js';
import { meetsAnySum, settleBySums, type RowSum } from '../align/row-sums.js';
import { saysTheSame, type Candidate } from './candidate.js';
import type { Make } from '../make.js';
import type { RowSlots, Slot } from '../slots/slots.js';

/** Confidence of a value by how its cell was told from its neighbours; `unconfirmed`: by sums and nothing else, which is not sure. */
export const confidence = {
  plain: 1,
  voted: 0.95,
  proven: 0.9,
  unconfirmed: 0.8,
  headless: 0.8,
  deduplicated: 0.8,
};

interface ReadRow {
  path: string;
  slots: RowSlots;
  readings: Readings;
}

/** The readings of a row that are left, and how they were chosen. */
export interface Settled {
  candidates: Candidate[];
  trust: number;
  evidence: Evidence;
  /** Only the sums told this reading from others. */
  bySumsAlone: boolean;
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

/**
 * Noughts in a row of more cells than the table has columns but fewer up to the last of them, where no row shows how they stand: a cell over
 * several columns leaves its empty rest behind the row, and every sum holds wherever a nought is put.
 */
const isTornNought = ({ slots }: RowSlots, [first]: readonly Candidate[]): boolean => {
  const filled = slots.filter((each) => each.text !== '');
  return (
    first !== undefined &&
    slots.length > first.length &&
    slots.findLastIndex((each) => each.text !== '') + 1 < first.length &&
    filled.every(({ text }) => text === '0')
  );
};

/** Chooses among the readings of a row: by rows of the same make, then by the sums of the form. */
export function settle(row: ReadRow, make: Make, sums: readonly RowSum[], deduplicated: boolean): Settled {
  const { candidates, offsets, needsProof, evidence } = row.readings;
  if (needsProof || (deduplicated && sums.length > 0)) return chosen(candidates, sums);
  if (offsets.length === 0) {
    // Where lines were dropped, the label of the row whose figures these are may be one of them.
    const trust = deduplicated ? confidence.deduplicated : confidence.plain;
    return { candidates, trust, evidence, bySumsAlone: false };
  }
  const [made] = make.offsets(row.slots);
  const known = made === undefined ? undefined : candidates[offsets.indexOf(made)];
  const isRuled = made !== undefined && row.slots.bounded;
  if (!isRuled && isTornNought(row.slots, candidates)) return chosen([], sums);
  const ruled = known !== undefined && make.offsets(row.slots).every((each) => each === made);
  const open = ruled ? [known] : candidates;
  const lacks = open.some((each) => mayLackCells(each, row.slots, make, sums));
  const proven = chosen(open, sums);
  if (lacks) return proven;
  const ordered = { trust: ruled ? confidence.voted : confidence.proven, evidence, bySumsAlone: false };
  if (proven.candidates.length === 0) return { ...ordered, candidates: open };
  return proven.bySumsAlone ? proven : { ...ordered, candidates: proven.candidates };
}

const isOne = ([first, ...others]: readonly Candidate[]): boolean =>
  first !== undefined && others.every((each) => saysTheSame(each, first));

/** What the sums choose; where order and count leave one reading, the sums only vouch for it. */
function chosen(candidates: readonly Candidate[], sums: readonly RowSum[]): Settled {
  const settled = settleBySums(candidates, sums);
  return {
    candidates: settled,
    trust: settled.some(meetsAnySum) ? confidence.unconfirmed : confidence.proven,
    evidence: 'proven',
    bySumsAlone: !isOne(candidates),
  };
}
