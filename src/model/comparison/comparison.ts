import type { FindingDigest, Grade } from '../audit/audit.js';
import type { Agency } from '../report/agency.js';
import type { Cell, CellAddress } from '../report/report.js';

/**
 * What has become of a report from one submission to the next, by its errors and warnings:
 * - `amended`: those there were are resolved, and there is none; - `partlyAmended`: some are resolved; - `unchanged`: none was resolved, none came;
 * - `worse`: graver ones came than went; - `new`: it was not submitted before, or could not be read; - `missing`: it is no longer there;
 * - `unread`: nobody can tell, for it could not be read, or no longer be assessed.
 */
export const submissionStates = [
  'amended',
  'partlyAmended',
  'unchanged',
  'worse',
  'new',
  'missing',
  'unread',
] as const;
export type SubmissionState = (typeof submissionStates)[number];

/** What stands in a cell, as far as a comparison asks. */
export type CellSaid = Pick<Cell, 'value' | 'raw' | 'state'>;

/** A cell that says something else than before. */
export interface CellChange {
  cell: CellAddress;
  from: CellSaid;
  to: CellSaid;
  /** A finding of the earlier audit named the cell. */
  asked: boolean;
  /** One of the two was read with so little confidence that the change may be one of our reading. */
  unsure: boolean;
}

/** A finding in a comparison. */
export interface ComparedFinding extends FindingDigest {
  /** Who is probably wrong. */
  suspect: 'report' | 'extraction';
  /** An officer has set it aside. */
  dismissed: boolean;
  /** Of a new finding: whether its rule could be assessed before; where not, the mistake may be an old one. */
  assessedBefore?: boolean;
}

/** What has become of the findings, as {@link Changes} tells it, with the findings themselves. */
export interface ComparedFindings {
  new: ComparedFinding[];
  changed: ComparedFinding[];
  unchanged: ComparedFinding[];
  resolved: ComparedFinding[];
  notAssessable: ComparedFinding[];
}

/** A report in one submission. */
export interface Standing {
  state: SubmissionState;
  /** Name of the source; `null`: it is not there. */
  name: string | null;
  grade: Grade | null;
  score: number | null;
  /** Why it could not be read. */
  reason: string | null;
  /** The submission that it is compared with, from 1: the last one before in which it was read; `null`: there is none. */
  since: number | null;
  findings: ComparedFindings;
  /** In the order of the form; with other columns than before only those that both forms have. */
  cells: CellChange[];
  /** Cells of which nobody knows whether they changed, for one of the two could not be read. */
  unreadCells: CellAddress[];
}

/** One agency's report for one year, over all submissions. */
export interface ComparedReport {
  agency: string | null;
  year: number | null;
  level: Agency['level'];
  kind: Agency['kind'];
  /** Edition of the form by which its cells are called. */
  layout: string | null;
  /** In the last submission. */
  state: SubmissionState;
  /** One a submission; `null` before the first that has the report. */
  history: (Standing | null)[];
}

export interface ComparedSubmission {
  name: string;
  /** Reports that were audited. */
  audits: number;
  /** Inputs that could not be read. */
  unread: number;
  /** SHA-256 of the rules, where the audits say; with other rules other findings may come. */
  rules: string | null;
}

/** Several submissions of the same reports, in order. */
export interface Comparison {
  schema: 'gouji.comparison/1';
  submissions: ComparedSubmission[];
  /** How many reports are in each state, in the last submission. */
  states: Record<SubmissionState, number>;
  /** How many findings of the last submission have become what. */
  changes: Record<keyof ComparedFindings, number>;
  reports: ComparedReport[];
}

/** Whether the finding says that the agency has something to put right: an error or a warning of the report itself that nobody has set aside. */
export function isDue({ severity, suspect, dismissed }: ComparedFinding): boolean {
  return severity !== 'info' && suspect === 'report' && !dismissed;
}
