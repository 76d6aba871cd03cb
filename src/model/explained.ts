import type { Claim, Inference } from './claim.js';
import type { At } from './location.js';

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
