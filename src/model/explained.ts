import type { Claim } from './claim.js';
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
  | 'negated';

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
  claims: Claim[];
  /** Numbers of which it is not certain what they count. */
  unassigned: { value: number; unit: string | null; quote: string; at: At; why: Unassigned }[];
}
