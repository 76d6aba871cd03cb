import type { Stage } from '../audit/audit.js';
import type { AgencyLevel, CellAddress, Lang, Severity, Verdict } from '../model/index.js';
import type { Mark } from '../report/tables/marks.js';
import type { Failure, Summary } from '../report/renderer.js';
import type { DeskAnswer } from './desk/requests.js';
import type { FormTable } from './report/form-table.js';
import type { Handed } from './input/handed.js';
import type { RegisterPage } from './register/answer.js';
import type { Engine } from './scan/engine.js';
import type { RuleHelp } from './rule-help/help.js';
import type { Sorted } from './register/sort.js';

/** What the reader of the page says of the report instead of leaving it to be read. */
export interface Said {
  year?: number | undefined;
  agency?: string | undefined;
  level?: AgencyLevel | undefined;
  /** A pack of rules that lies on top of the default ones. */
  pack?: { name: string; text: string } | undefined;
}

/** Texts typed into cells. */
export type Edits = Record<CellAddress, string>;

/** What the page asks of its worker. */
export type Request =
  /** Read a document and audit it, with these texts in its cells; pictures with the engine that was chosen. */
  | { kind: 'open'; document: Handed; said: Said; edits: Edits; lang: Lang; engine?: Engine | undefined }
  /** Lay out the blank form of the year and audit it, with these texts in its cells. */
  | { kind: 'blank'; said: Said; edits: Edits; lang: Lang }
  /** Put the opened report beside reports of earlier years, or audits of them. */
  | { kind: 'prior'; documents: Handed[]; edits: Edits; lang: Lang }
  /** What the cells that were left out hold if there were no such cases. */
  | { kind: 'fill'; edits: Edits; lang: Lang }
  /** Tell registers from reports. */
  | { kind: 'sort'; documents: Handed[]; lang: Lang }
  /** Compute the tables from registers and set them beside the opened report; `null`: those that were read before. */
  | { kind: 'register'; documents: readonly Handed[] | null; lang: Lang }
  /** Audit the opened report again, with these texts in its cells. */
  | { kind: 'revise'; edits: Edits; lang: Lang }
  /** Tell what a rule asks for, on what basis, with examples. */
  | { kind: 'rule'; rule: string; lang: Lang }
  /** Write the latest audit as a file. */
  | { kind: 'write'; format: Download; lang: Lang };

/** The kinds of {@link Request}. */
export const kinds = [
  'open',
  'blank',
  'prior',
  'sort',
  'register',
  'fill',
  'revise',
  'rule',
  'write',
] as const satisfies readonly Request['kind'][];

/** Files that can be taken from the page: formats of an audit, the three tables as they stand, and what was corrected. */
export type Download = 'html' | 'xlsx' | 'docx' | 'tables' | 'tablesDocx' | 'tablesHtml' | 'corrections';

export type Answer =
  | { kind: 'audit'; view: AuditView }
  /** A file of several documents, which belong on the desk. */
  | { kind: 'several' }
  /** What blanks are to hold, and how many stay open. */
  | { kind: 'filling'; edits: Edits; left: number }
  | { kind: 'sorted'; sorted: Sorted }
  /** What registers give. */
  | { kind: 'register'; page: RegisterPage }
  | { kind: 'rule'; help: RuleHelp }
  | { kind: 'file'; name: string; type: string; bytes: Uint8Array }
  /** There is nothing to write, and why. */
  | { kind: 'nothing'; reason: string }
  | { kind: 'failure'; failure: Failure };

/** What the worker says: which file of the page it needs, that it is there, how far it is, that it is still at work, or the answer to a request. */
export type Message =
  | { kind: 'payload'; name: string }
  | { kind: 'ready' }
  | { kind: 'stage'; stage: Stage }
  | { kind: 'sign' }
  | { kind: 'answer'; id: number; answer: Answer | DeskAnswer };

/** The audit as far as the page shows it beside the page of the audit itself. */
export interface AuditView {
  /** The page of the audit, see `auditPage`. */
  page: string;
  summary: Summary;
  verdict: Verdict;
  /** How the grade came about. */
  steps: string[];
  /** How many cells were left out: those that can be filled in one step, and those that stay blank then. */
  blanks: { fillable: number; open: number };
  /** Totals of the form with their parts. */
  sums: Sum[];
  /** The earlier reports that it was put beside; `null`: none were handed over. */
  prior: { name: string; year: number }[] | null;
  tables: FormTable[];
  cells: Record<CellAddress, FormCell>;
  problems: Problem[];
  downloads: Download[];
}

export interface Sum {
  total: CellAddress;
  parts: readonly CellAddress[];
}

export interface FormCell {
  label: string;
  /** As it was read or typed in; empty when nothing was. */
  text: string;
  /** What the text cannot say, such as that nothing could be read; empty for a number. */
  state: string;
  mark: Mark | null;
  /** Numbers of the problems that the cell takes part in. */
  problems: number[];
}

/** Findings of one root cause. */
export interface Problem {
  number: number;
  severity: Severity;
  title: string;
  /** Ids of the rules that found it. */
  rules: string[];
  messages: string[];
  /** What to bear in mind: that the reading may be wrong, or that several changes are as small. */
  notes: string[];
  /** What to do; none where a repair says it. */
  fixes: string[];
  cells: CellAddress[];
  repairs: { cell: CellAddress; from: string; to: string }[][];
}
