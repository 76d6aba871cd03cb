import type {
  Agency,
  Attendance,
  Audit,
  FailureCode,
  FailureKind,
  Finding,
  FormEdition,
  Grade,
  Lang,
  Severity,
} from '../model/index.js';
import type { NoticeTemplate } from './notice/template.js';
import type { MessageKey, Translate } from './translate.js';

/** What produced the audits; part of every machine-readable output. */
export interface Provenance {
  tool: { name: string; version: string };
  rules: { files: string[]; count: number; sha256: string };
  /** Rule files that were applied on top of the default rules, or in place of them. */
  overlays?: { files: readonly string[]; alone: boolean };
}

export interface Context {
  lang: Lang;
  t: Translate;
  /** Official labels of the cells. */
  forms: readonly FormEdition[];
  /** Wording and layout of the rectification notice. */
  notice: NoticeTemplate;
  provenance: Provenance;
  /** What each rule protects and what must not be mistaken for a violation, by its id; a rule of other files may have none. */
  ruleNotes: Readonly<Record<string, string>>;
  color: boolean;
  /** How the reports match the roster; absent or `null` without one. */
  attendance?: Attendance | null;
  /** Width of the terminal. */
  columns: number;
}

/** An input that has no audit. */
export interface Failure {
  name: string;
  kind: FailureKind;
  code: FailureCode;
  reason: string;
  remedy: string;
  /** Where in the file, when known. */
  place: string | null;
  /** Every mistake, where there may be several. */
  details: string[];
}

/** What has become of a finding since an earlier audit. */
export type FindingFate = 'new' | 'changed' | 'unchanged' | 'resolved' | 'notAssessable';

export type ChangeCounts = Record<FindingFate, number>;

/** What a list of many audits needs to know of each. */
export interface Summary {
  name: string;
  agency: string | null;
  level: Agency['level'];
  kind: Agency['kind'];
  year: number | null;
  grade: Grade;
  score: number | null;
  /** The verdict in words. */
  verdictText: string;
  share: number;
  /** Of the findings that count. */
  counts: Record<Severity, number>;
  /** Findings that a review has dismissed. */
  dismissed: number;
  /** Fingerprints of the findings that were reviewed. */
  reviewed: string[];
  /** What has become of the findings since the audit of the baseline, named by its source; `null`: the baseline does not have the report. */
  changes?: { earlier: string | null; counts: ChangeCounts };
  /** One entry for each rule that failed. */
  rules: Pick<Finding, 'rule' | 'category' | 'title' | 'severity'>[];
}

/**
 * The result for one input, in input order. `document`: where its own document was written, as a path from the overview with slashes; absent
 * when it has none.
 */
export type Part =
  | { kind: 'audit'; summary: Summary; text: string; document?: string }
  | { kind: 'failure'; failure: Failure };

/**
 * An output format. `part` turns one audit into text and may run in any thread; `document` joins the parts in input order.
 * Both depend on nothing but their arguments.
 */
export interface Renderer {
  /** File extension of what it writes. */
  extension: string;
  /** It writes bytes that are no text and no terminal can show. */
  binary?: true;
  /** `document` holds all audits; otherwise, of several, it gives only the overview and asks for no texts. */
  combined: boolean;
  /** In a folder each audit has a document of its own, beside the one of them all. */
  separate: boolean;
  /** What is said of an audit that needs no document; its part is then empty. */
  none?: MessageKey;
  part(audit: Audit, context: Context): string;
  document(parts: AsyncIterable<Part>, context: Context): AsyncIterable<string | Uint8Array>;
}
