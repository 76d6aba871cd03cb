import type { Around } from '../../around/neighbourhood.js';
import type { Digest } from '../../around/copies/digest.js';
import type { Attendance, Lang, Reply, Waiver } from '../../model/index.js';
import type { FindingBrief } from '../../report/desk/brief.js';
import type { Packed } from '../../report/desk/packed.js';
import type { Failure, Summary } from '../../report/renderer.js';
import type { Handed } from '../input/handed.js';
import type { Engine } from '../scan/engine.js';

/** An audit with what is shown of it without opening it. */
export interface Judged {
  summary: Summary;
  findings: FindingBrief[];
  audit: Packed;
}

/** What has become of a document in a file that was handed over. */
export type Received = { name: string; report: Packed; judged: Judged } | { name: string; failure: Failure };

/** The words of the sender of notices, as far as they differ from the template. */
export interface Sender {
  issuer: string;
  number: string;
  date: string;
  deadline: string;
  contact: string;
}

/** A report for a document that is made of many. */
export interface Chosen {
  judged: Judged;
  /** Fingerprints of the findings that a notice is to speak of. */
  noticed: string[];
  /** What the agency has answered, by fingerprint. */
  replies: Record<string, string>;
  /** Where its own page lies, from the index; `null`: it has none. */
  document: string | null;
}

export type ManyFormat = 'workbook' | 'json' | 'ledger' | 'index';
export type SingleFormat = 'notice' | 'page';

/** What the desk asks of its workers. Any of them can answer, in any order, but for `rules` and `engine`, which all are told. */
export type DeskRequest =
  /** Read the documents of a file and audit them. */
  | { kind: 'receive'; document: Handed; lang: Lang }
  /** Audit a report again. */
  | { kind: 'judge'; report: Packed; around: Around | null; waivers: Waiver[]; lang: Lang }
  /** What other reports need to know of a report. */
  | { kind: 'digest'; report: Packed }
  /** What a file of earlier reports, or of earlier audits, tells. */
  | { kind: 'earlier'; document: Handed }
  /** Put the reports into relation with each other. */
  | { kind: 'relate'; current: Digest[]; earlier: Digest[] | null; roster: Handed | null; lang: Lang }
  /** The page of an audit. */
  | { kind: 'show'; audit: Packed; lang: Lang }
  /** The document of one report. */
  | {
      kind: 'single';
      format: SingleFormat;
      chosen: Chosen;
      sender: Sender;
      /** What a notice says of the earlier one that it replaces. */
      amends: string | null;
      lang: Lang;
    }
  /** The document of all reports. */
  | {
      kind: 'many';
      format: ManyFormat;
      all: Chosen[];
      failures: Failure[];
      attendance: Attendance | null;
      sender: Sender;
      lang: Lang;
    }
  /** Several files as one. */
  | { kind: 'zip'; files: { name: string; bytes: Uint8Array }[] }
  /** Rules on top of those of the page, in order. */
  | { kind: 'rules'; overlays: { name: string; text: string }[]; lang: Lang }
  /** Read pictures with this from now on. */
  | { kind: 'engine'; engine: Engine }
  /** What kind of settings a file holds. */
  | { kind: 'sort'; document: Handed }
  /** The waivers of a file. */
  | { kind: 'waivers'; document: Handed; lang: Lang };

export type DeskAnswer =
  | { kind: 'received'; entries: Received[] }
  | { kind: 'judged'; judged: Judged }
  | { kind: 'digests'; digests: Digest[] }
  | { kind: 'related'; around: [string, Around][]; attendance: Attendance | null }
  | { kind: 'page'; page: string }
  | { kind: 'bytes'; bytes: Uint8Array | null }
  | { kind: 'sorted'; as: 'roster' | 'waivers' | 'rules' | 'audits' | 'report' }
  | { kind: 'waivers'; waivers: Waiver[]; replies: Reply[] }
  | { kind: 'done' }
  | { kind: 'failure'; failure: Failure };
