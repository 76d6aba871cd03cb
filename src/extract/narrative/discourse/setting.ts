import type { Qualifier } from '../../../model/report/claim.js';
import type { Mechanism, Unassigned } from '../../../model/report/explained.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import type { Sentence } from '../sentence/clauses.js';
import type { Mention } from '../sentence/mentions.js';
import type { Time } from '../sentence/time.js';
import type { ReportYear } from './measures.js';

/** What one number was found to say. */
export interface NumberReading {
  mention: Mention;
  topics: string[];
  aspects: string[];
  applicants: string[];
  channel: string | null;
  /** Cells or measures that add up to the number; several lists when the number holds for each (收到并办结, 均为 0). */
  measures: string[][];
  unassigned: Unassigned | null;
  /** The number together with others for the same cell, where there are any. */
  total: number | null;
  by: Mechanism;
  /** A growth (1) or a fall (-1) over another year. */
  change: 1 | -1 | 0;
  /** A share of a base. */
  share: boolean;
  time: Time;
  scope: 'own' | 'region' | null;
  qualifier: Qualifier;
}

/** What the words beside a number say. */
export interface Said {
  topics: string[];
  aspects: string[];
  applicants: string[];
  channel: string | null;
}

/** Topics that later clauses of the paragraph may leave out; none: a number of something unknown. */
export interface Known {
  topics: string[];
  position: number;
  /** The text comes back to it: what is read from it is inferred. */
  again?: true;
  /** Something was counted of it. */
  counted?: true;
  /** Named in brackets: where they close, after which the text goes on with what it spoke of before; else `Infinity`. */
  until: number;
}

/** From where on the text speaks of the agency itself or of the whole region; `null`: of neither. */
export interface Scope {
  start: number;
  scope: 'own' | 'region' | null;
}

/** What a paragraph has said so far. */
export interface Setting {
  lexicon: Lexicon;
  text: string;
  reportYear: ReportYear;
  agencyName: string | null;
  sentences: readonly Sentence[];
  times: readonly { start: number; time: Time }[];
  scopes: readonly Scope[];
  /** Where lists of parts begin (其中). */
  breakdowns: readonly number[];
  /** Topics that the heading, then the words of the paragraph name, in reading order. */
  named: readonly Known[];
  /** Topics of the numbers so far, in reading order. */
  counted: Known[];
  /** Readings of the paragraph so far. */
  readings: NumberReading[];
  /** Whether the paragraph before a position, or its heading, speaks of information disclosure. */
  disclosure: (position: number) => boolean;
}

/** The position of a topic that the paragraph before has left: what is taken over from there is inferred. */
export const fromBefore = -2;

/** How many statements back a clause may lean on: keeps reading linear. */
export const memory = 64;

/** The last of a list, within memory, that `wanted` accepts. */
export function recent<Item>(list: readonly Item[], wanted: (item: Item) => boolean): Item | undefined {
  for (let index = list.length - 1; index >= Math.max(0, list.length - memory); index -= 1) {
    const item = list[index];
    if (item !== undefined && wanted(item)) return item;
  }
  return undefined;
}

export const isStage = (lexicon: Lexicon, aspects: readonly string[]): boolean =>
  aspects.length > 0 && aspects.every((each) => lexicon.data.stages.includes(each));

/** It was carried over, or is not finished. */
export const isOpen = ({ data: { carry, waiting } }: Lexicon, aspect: string): boolean =>
  [carry.next, carry.prior, ...waiting].includes(aspect);

export const isPlain = (reading: NumberReading): boolean => reading.change === 0 && !reading.share;
