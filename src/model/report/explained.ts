import type { Claim, Inference } from './claim.js';
import type { At } from './location.js';
import type { ReportPart } from './document.js';
import type { Evidence } from './report.js';

/** Why it is not certain what a number of the prose counts. */
export type Unassigned =
  | 'no-noun'
  | 'unknown-words'
  | 'no-measure'
  | 'unit'
  | 'part-of-year'
  | 'several-years'
  | 'plan'
  | 'other-agency'
  | 'frequency'
  | 'content'
  | 'negated'
  /** A part of what another number counts. */
  | 'part'
  /** The sentence splits applications up: either number may stand in the table. */
  | 'split'
  /** Added to another number for the same cell. */
  | 'added';

/** What decided how a number or a denial was read. */
export type Mechanism =
  /** The noun and the verb beside it. */
  | 'words'
  /** The noun stands elsewhere in the sentence, or in the heading. */
  | 'sentence'
  /** 均, 全部, 已: the count before holds for it. */
  | 'all'
  | 'denial'
  /** A list of parts. */
  | 'list'
  /** The parts that it adds up say what the total counts. */
  | 'parts'
  | Inference;

/** A word as the lexicon knows it. */
export interface ExplainedWord {
  text: string;
  kind: 'number' | 'year' | 'months' | 'noise' | 'title' | 'word' | 'unknown';
  /** What the lexicon says it is: `topic application`, `aspect granted`, `applicant …`, `channel …`, roles. */
  senses: string[];
}

/** How one sentence of the prose was read. */
export interface ExplainedSentence {
  section: string;
  quote: string;
  at: At;
  words: ExplainedWord[];
  claims: (Claim & { by: Mechanism })[];
  /** Numbers of which it is not certain what they count. */
  unassigned: { value: number; unit: string | null; quote: string; at: At; why: Unassigned }[];
}

/** The ways to tell which figure of a row stands under which column. */
export type Alignment =
  /** Columns of the grid in which the cells stand. */
  | 'grid'
  /** Cells that hold several numbers, as many as there are columns. */
  | 'glued'
  /** As many values as columns. */
  | 'full'
  /** As many words as columns. */
  | 'words'
  /** A run of digits, cut. */
  | 'run'
  /** More values than columns: some are none of the row's. */
  | 'surplus'
  /** Empty cells are shown: the columns are laid over the cells. */
  | 'windows'
  /** Where the words stand on their line. */
  | 'position'
  /** Every way that keeps the order of the values. */
  | 'order';

/** How one row of a sub-table was read. */
export interface ExplainedRow {
  /** Address words of the row; empty for a block with a single row. */
  path: string;
  /** How the source tells its cells apart: `grid`, `separated`, `gaps`, `loose`. */
  kind: string;
  /** What stands behind its label. */
  slots: string[];
  /** The next row of the form follows. */
  chained: boolean;
  /** What told under which column its cells stand. */
  by: Alignment;
  /** Readings that the source allows, and those that were left when the table and its sums had been asked. */
  readings: number;
  left: number;
  evidence: Evidence;
  provenBy: string[];
  /** 0–1 */
  trust: number;
  /** The text of each column; `null`: cannot be told. */
  read: (string | null)[];
}

/** How one sub-table was read. */
export interface ExplainedBlock {
  table: string;
  block: string;
  edition: string;
  found: boolean;
  at: At | null;
  /** How strongly its labels speak for the edition. */
  score: number;
  /** Columns in their order; `column`: where the grid of the document has them. */
  columns: { label: string; found: boolean; column: number | null }[];
  rows: ExplainedRow[];
}

/** How the tables of a document were read, stage by stage. */
export interface ExplainedTables {
  /** Where the report begins in a file of several; absent: the file holds no other. */
  part?: ReportPart;
  /** What was mended before: labels misread in a picture, tables with labels over several lines, tables on their side. */
  mended: ('labels' | 'unwrapped' | 'transposed')[];
  /** Cells and paragraphs of the document, and the words in them. */
  cells: number;
  words: number;
  /** Lines that repeat have been dropped. */
  deduplicated: boolean;
  blocks: ExplainedBlock[];
  /** Where the document ends inside a table. */
  cutOff: At | null;
}
