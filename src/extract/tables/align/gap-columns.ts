import { areApart, hull, under, type Interval } from '../../interval.js';
import { trimmed, type Candidate } from '../settle/candidate.js';
import type { RowSlots, Slot } from '../slots/slots.js';

/** How the place of a word on its line is measured. */
type Ruler = (word: Slot) => Interval;

const displayColumns: Ruler = ({ column, columnSpan }) => {
  const from = column ?? Number.NaN;
  return { from, to: from + columnSpan };
};

/** lynx and others count every character as one column. */
const characters: Ruler = ({ at, raw }) => {
  const from = at.column ?? Number.NaN;
  return { from, to: from + raw.length };
};

/** Where each column of a table stands whose cells are told apart by gaps. */
export interface GapColumns {
  ruler: Ruler;
  columns: readonly Interval[];
}

/** Reads a row of words by where they stand below the words of full rows; `null` when a word stands below none of them, or between two. */
export function byPosition(words: readonly Slot[], { ruler, columns }: GapColumns): Candidate | null {
  const candidate: Candidate = columns.map(() => null);
  for (const word of words) {
    const met = under(ruler(word), columns);
    const [only] = met;
    if (met.length !== 1 || only === undefined || candidate[only] !== null) return null;
    candidate[only] = word;
  }
  return candidate.map((each) => each ?? { ...trimmed(words) });
}

/**
 * Columns by the rows in which every column has a word, measured in the ways in which these rows agree and by which most of the other rows
 * can be read; more than one way when that does not tell.
 */
export function gapColumns(rows: readonly RowSlots[], count: number): GapColumns[] {
  const own = rows.filter((row) => row.kind === 'gaps' && row.words.every((each) => each.column !== null));
  const full = own.filter((row) => row.words.length === count);
  if (full.length < 2) return [];
  const ways = [displayColumns, characters].flatMap((ruler) => {
    const columns = Array.from({ length: count }, (_, i) =>
      hull(full.flatMap((row) => row.words[i] ?? []).map(ruler)),
    );
    const way = { ruler, columns };
    const unread = own.filter((row) => byPosition(row.words, way) === null).length;
    return areApart(columns) ? [{ way, unread }] : [];
  });
  const fewest = Math.min(...ways.map((each) => each.unread));
  return ways.filter((each) => each.unread === fewest).map((each) => each.way);
}
