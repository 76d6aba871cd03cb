import type { Alignment } from '../../../model/index.js';
import type { Candidate } from '../settle/candidate.js';
import type { RowSlots, Slot } from '../slots/slots.js';
import type { HeaderColumn } from '../header/header-column.js';
import type { GapColumns } from './gap-columns.js';

/** What a strategy finds: the readings of a row that it admits. */
export interface Found {
  candidates: Candidate[];
  /** Where each candidate begins among the slots, when the choice is one of position. */
  offsets: number[];
  /** The reading takes the source apart: it counts only when the sums of the form confirm it. */
  needsProof: boolean;
  /** How the source tells the columns, where no sum has to. */
  evidence: 'printed' | 'ordered';
}

/** The admissible readings of a row, and which strategy found them. */
export interface Readings extends Found {
  by: Alignment;
}

/** What is known of a table whose rows are aligned. */
export interface TableShape {
  gaps: readonly GapColumns[];
  /** The document writes rows as runs of digits, one for each cell, and leaves no empty ones. */
  runs: boolean;
  /** Some rows of the table are runs that leave out empty cells. */
  short: boolean;
  /** The header lacks labels, and no row has a value for every column: the table may have fewer columns. */
  narrow: boolean;
}

/** A row, the columns of its table, and its slots that are not empty. */
export interface RowToAlign extends TableShape {
  row: RowSlots;
  columns: readonly HeaderColumn[];
  count: number;
  filled: Slot[];
}

export const certain = (candidate: Candidate, evidence: Found['evidence']): Found => ({
  candidates: [candidate],
  offsets: [],
  needsProof: false,
  evidence,
});

/** Readings among which only the sums of the form can choose; none: nothing can be told. */
export const unproven = (candidates: Candidate[]): Found => ({
  candidates,
  offsets: [],
  needsProof: true,
  evidence: 'ordered',
});

const mostCandidates = 4000;

/** As many readings as are looked at. */
export const isTooMany = (all: readonly Candidate[]): boolean => all.length >= mostCandidates;

/** Where there are too many readings to look at them all, none is told from the others. */
export const untruncated = (all: Candidate[]): Candidate[] => (isTooMany(all) ? [] : all);
