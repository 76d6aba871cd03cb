import type { Lexicon } from '../lexicon/lexicon.js';

/** What is known of a paragraph before its sentences are read. */
export interface Frame {
  lexicon: Lexicon;
  reportYear: number | null;
  agencyName: string | null;
  /** Topics of the heading it stands under. */
  heading: readonly string[];
  /** Topics that the paragraph before it was about at its end. */
  before: readonly string[];
}
