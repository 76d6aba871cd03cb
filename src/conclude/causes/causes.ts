import type { Category, Severity } from '../../model/index.js';

/** What the grade counts: one thing wrong, however many findings tell of it. */
export interface Cause {
  /** Rules that found it. */
  rules: readonly string[];
  category: Category;
  severity: Severity;
  /** In how many places; a repair counts each of its cells. */
  count: number;
  /** Whether there is a repair. */
  kind: 'explained' | 'unexplained';
  /** The reading of the document, not the agency, may be at fault. */
  extraction: boolean;
  /** Where the reader finds it. */
  ref: { finding: string } | { repair: string };
  /** What the reader sees it called. */
  title: string;
}
