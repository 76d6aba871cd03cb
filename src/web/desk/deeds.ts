import type { Lang, Reply, Waiver } from '../../model/index.js';
import type { Failure } from '../../report/renderer.js';
import type { Handed } from '../input/handed.js';
import type { Source } from '../input/sources.js';
import type { Engine } from '../scan/engine.js';
import type { Entry, Lot } from './entry.js';
import type { Laid } from './handing/filled.js';
import type { Pace } from './reading.js';
import type { Conflict } from './review/review.js';

/** What the office does at its desk. */
export interface Desk {
  lot: Lot;
  decided: Map<string, Waiver>;
  replies: Map<string, Reply>;
  pace: () => Pace;
  /** Lays out what was audited before, with what was decided then. */
  lay: (laid: Laid) => Promise<Conflict[]>;
  /** Reads and audits more files. */
  take: (sources: readonly Source[]) => void;
  pause: (on: boolean) => void;
  setRoster: (file: Handed) => Promise<Failure | null>;
  addEarlier: (sources: readonly Source[]) => Promise<Failure[]>;
  addRules: (file: Handed) => Promise<Failure | null>;
  /** Puts a pack of rules below those that were added; `null`: none. */
  choosePack: (pack: Overlay | null) => Promise<Failure | null>;
  /** Reads what another officer, or this one, decided before. */
  addWaivers: (file: Handed) => Promise<Failure | Conflict[]>;
  decide: (decision: Waiver) => Promise<void>;
  undo: (fingerprint: string) => Promise<void>;
  answer: (fingerprint: string, reply: Reply | null) => void;
  /** Says everything in another language. */
  speak: (lang: Lang) => Promise<void>;
  pageOf: (entry: Entry) => Promise<string>;
  addFailures: (failures: readonly Failure[]) => void;
  /** Reads pictures with this from now on, those too that lie here unread. */
  readPictures: (engine: Engine) => Promise<void>;
}

/** A file of rules on top of the default ones. */
export interface Overlay {
  name: string;
  text: string;
}

/** All of them, the pack below. */
export const layers = (pack: Overlay | null, overlays: readonly Overlay[]): Overlay[] => [
  ...(pack === null ? [] : [pack]),
  ...overlays,
];
