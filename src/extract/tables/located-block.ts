import type { FormEdition } from '../../model/index.js';
import type { Header } from './header/header.js';
import type { BlockMarks } from './marks.js';
import type { Occurrence } from './rows/occurrences.js';
import type { UnlabelledRow } from './rows/unlabelled.js';
import type { KeyPosition, WordPosition } from './positions.js';

/** A sub-table of an edition with the places of its labels. */
export interface LocatedBlock {
  marks: BlockMarks;
  header: Header;
  /** Rows and row groups in reading order; empty for a block without row labels. */
  rows: Occurrence[];
  unlabelled: UnlabelledRow[];
  /** Rows of subtotals, each with the mark of the group that it adds up. */
  subtotals: Occurrence[];
  captions: Occurrence[];
  /** Starts of every label of the table, in order: where the values of a row end. */
  boundaries: KeyPosition[];
  /** Position in the key where the block begins. */
  start: KeyPosition;
  /** Evidence that the block is of this edition. */
  score: number;
  found: boolean;
  /** The header of a short block shows labels of the edition, but not half of them: it is that of another, if one fits better. */
  partial: boolean;
  /** Where the values do not stand in one row below the header: for every column the word with its value, `null` where that cannot be told. */
  scattered?: (WordPosition | null)[];
  /** Other editions with as much evidence. */
  ties: FormEdition[];
}

/** Column labels tell editions apart better than row labels, which local variants of the form add and keep. */
export function headerScore(header: Header): number {
  const own = header.columns.filter((each) => each.mark !== null);
  const found = own.filter((each) => each.found).length;
  return header.fit === 0 ? 0 : 4 * found - header.odd.length - 2 * (own.length - found);
}
