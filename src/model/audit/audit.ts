import type { Claim } from '../report/claim.js';
import type { At } from '../report/location.js';
import type { Agency } from '../report/agency.js';
import type { RegisterRow } from '../register.js';
import type { Cell, CellAddress, LayoutStatus } from '../report/report.js';
import type { SourceFormat } from '../report/document.js';
import type { Review } from './waiver.js';

export const categories = [
  'arithmetic',
  'impossible',
  'narrative',
  'layout',
  'completeness',
  'continuity',
  'rollup',
  'timeliness',
  'quality',
  'extraction',
] as const;
export type Category = (typeof categories)[number];

export type Severity = 'error' | 'warning' | 'info';

export interface Basis {
  document: string;
  article: string;
}

/** One side of a failed comparison: its value and the cells that make it up. */
export interface Side {
  value: number | string | null;
  cells: CellAddress[];
  /** Where it is what registers give: their rows, as `SHEET!ROW`. */
  rows?: RegisterRow[];
}

/** Why a rule could not be assessed. */
export const missingReasons = [
  'cell-blank',
  'cell-placeholder',
  'cell-text',
  'cell-unreadable',
  'cell-absent',
  'read-by-this-sum',
  'table-missing',
  'section-missing',
  'no-year',
  'no-agency-level',
  'no-prior-year',
  'scope-changed',
  'no-claim',
  'no-roster',
  'members-incomplete',
  'no-date',
  'no-register',
] as const;
export type MissingReason = (typeof missingReasons)[number];

/** A linear equation between cells that an arithmetic rule states: Σ coefficient · cell = 0. */
export interface Equation {
  terms: { cell: CellAddress; coefficient: number }[];
}

/** What one rule (or one instance of a rule with `each`) says about one report. */
export interface Outcome {
  rule: string;
  category: Category;
  /** Values of the `each` variables, e.g. `{ column: 'total' }`; empty without `each`. */
  bindings: Record<string, string>;
  verdict: 'pass' | 'fail' | 'notAssessable';
  severity: Severity;
  title: string;
  /** Present on `fail`, rendered in the language asked for. */
  message: string;
  fix: string | null;
  basis: Basis;
  /** Cells that the evidence names, in the order of the form. */
  cells: CellAddress[];
  /** Ids of the claims involved. */
  claims: string[];
  /** Quotes of the source that prove a text finding. */
  quotes: { quote: string; at: At | null }[];
  left: Side | null;
  right: Side | null;
  /** What a finding shows of it, or another comparison that the message speaks of. */
  shown: { left: Side | null; right: Side | null };
  /** For equality rules between sums of cells, whether they hold or not; `null` for any other rule. */
  equation: Equation | null;
  /** Only for `notAssessable`. */
  reason: MissingReason | null;
  /** Blanks and placeholders that were counted as none to judge it, in the order of the form. */
  assuming: CellAddress[];
  /** `extraction` when a plausible misreading explains the failure. */
  suspect: 'report' | 'extraction';
  /** Figures of other reports that the failure rests on and that those reports contradict, named; such a failure proves little. */
  contradicted: string[];
  /** Failures that have it in common have one cause. */
  cause?: string;
}

export interface Finding {
  id: string;
  rule: string;
  category: Category;
  severity: Severity;
  title: string;
  message: string;
  fix: string | null;
  basis: Basis;
  cells: CellAddress[];
  claims: string[];
  quotes: { quote: string; at: At | null }[];
  left: Side | null;
  right: Side | null;
  /** Blanks and placeholders that were counted as none; empty when it rests on none. */
  assuming: CellAddress[];
  /** By which the finding is known again in another audit, see fingerprint.ts. */
  fingerprint: string;
  /** Id of the preferred repair that explains it; findings that share one are one root cause. `null`: a cause of its own. */
  rootCause: string | null;
  /** Id of the finding that tells of the same thing and leads the problem; `null`: none before it does, or a repair explains it. */
  sameAs: string | null;
  suspect: 'report' | 'extraction';
  /** What an officer has found out about it, if anything. */
  waiver?: Review;
}

export interface RepairStep {
  cell: CellAddress;
  from: number | null;
  to: number;
}

export interface Repair {
  id: string;
  cells: RepairStep[];
  /** Ids of the findings that the repair resolves. */
  explains: string[];
  why: string;
  /** No other repair changes as few cells. */
  unique: boolean;
  /** Id of the preferred repair of the same findings; `null` when this is the preferred one. */
  alternativeTo: string | null;
}

export interface NotAssessable {
  rule: string;
  title: string;
  reason: MissingReason;
  cells: CellAddress[];
}

/** What a rule was judged by that the agency left out, and that held. */
export interface AssumptionMade {
  rule: string;
  cells: CellAddress[];
}

/** One line of how the grade came about: what a problem cost, a grade that it keeps away, the thresholds, what to mend. */
export interface GradeStep {
  /** Id of the finding that costs, or that keeps a grade away. */
  finding?: string;
  /** Id of the repair whose findings cost once together. */
  repair?: string;
  /** Points; those of all steps make what is missing to 100. */
  cost: number;
  text: string;
}

export const verdicts = ['clear', 'correct', 'verify'] as const;
/**
 * - `clear`: nothing to correct was found within what could be checked; - `correct`: something should be corrected; - `verify`: something has to
 * be verified first.
 */
export type Verdict = (typeof verdicts)[number];

export type Grade = 'A' | 'B' | 'C' | 'D' | 'E' | 'U';

/** What a comparison of two audits needs of a finding. */
export type FindingDigest = Pick<
  Finding,
  'id' | 'fingerprint' | 'rule' | 'severity' | 'title' | 'message' | 'cells'
>;

/** A finding with what decides whether it is due, and whether its sentences are still there. */
export interface KnownFinding extends FindingDigest {
  /** `null`: the audit does not tell. */
  category: Category | null;
  suspect: Finding['suspect'];
  dismissed: boolean;
  /** What the sentences that it rests on state: the measure, or the part of the report that they stand in. */
  stated: string[];
}

/** What a comparison of two audits needs of the earlier one. */
export interface AuditDigest {
  /** Name of the source. */
  name: string;
  agency: string | null;
  year: number | null;
  grade: Grade;
  score: number | null;
  findings: KnownFinding[];
  notAssessable: Pick<NotAssessable, 'rule' | 'cells'>[];
}

/** And what it needs of the later one. */
export interface AuditReading extends AuditDigest {
  level: Agency['level'];
  kind: Agency['kind'];
  /** Id of the edition. */
  layout: string | null;
  /** Why the grade is withheld. */
  gradeReason: string | null;
  /** `null`: the audit does not tell. */
  cells: Record<CellAddress, Pick<Cell, 'value' | 'raw' | 'state' | 'confidence'>> | null;
  /** What the prose states, as in {@link KnownFinding}; `null`: the audit does not tell. */
  stated: string[] | null;
}

/** What has become of the findings since an earlier audit of the same report. */
export interface Changes {
  /** The earlier audit; `null`: there is none, and every finding is new. */
  earlier: Pick<AuditDigest, 'name' | 'grade' | 'score'> | null;
  /** Ids of findings that were not there. */
  new: string[];
  /** Ids of findings of a rule that failed for the same cells before, with other figures. */
  changed: string[];
  /** Ids of findings that were there as they are now. */
  unchanged: string[];
  /** Findings that are no longer there: the rule holds now. */
  resolved: FindingDigest[];
  /** Findings of which nobody knows whether they are still there: the rule cannot be assessed now. */
  notAssessable: FindingDigest[];
}

export interface Audit {
  schema: 'gouji.audit/1';
  source: { name: string; format: SourceFormat; encoding: string | null; sha256: string };
  agency: Agency;
  year: number | null;
  layout: { id: string | null; status: LayoutStatus };
  cells: Record<CellAddress, Cell>;
  claims: Claim[];
  findings: Finding[];
  repairs: Repair[];
  notAssessable: NotAssessable[];
  /** Rules that hold with blanks and placeholders counted as none. */
  assumptions: AssumptionMade[];
  coverage: { applicable: number; assessed: number; share: number };
  grade: Grade;
  /** `null` with grade `U`. */
  score: number | null;
  /** Why the grade is withheld or capped, rendered; `null` otherwise. */
  gradeReason: string | null;
  /** How the grade came about. */
  gradeSteps: GradeStep[];
  verdict: Verdict;
  /** The verdict in words. */
  verdictText: string;
  subscores: Partial<Record<Category, number>>;
  /** Since the audit of the baseline, when there is one. */
  changes?: Changes;
}
