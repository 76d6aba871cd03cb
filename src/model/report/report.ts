import type { Agency } from './agency.js';
import type { Claim } from './claim.js';
import type { Aside, ReadNote, SourceFormat } from './document.js';
import type { At } from './location.js';

/** A cell address such as `t3.denied.stateSecret.total`. */
export type CellAddress = string;

/**
 * - `number`: a number was read; - `blank`: the cell is there, empty; - `placeholder`: `/`, `-`, `—`, `无`;
 * - `text`: words, or a number with a unit (`value` is the number it holds, if exactly one);
 * - `unreadable`: the extractor cannot tell; - `absent`: the form has the cell, the document does not.
 */
export type CellState = 'number' | 'blank' | 'placeholder' | 'text' | 'unreadable' | 'absent';

/**
 * How it is known to which cell of the form a figure of the document belongs:
 * - `printed`: the document shows its place; - `ordered`: its place follows from order and count;
 * - `proven`: a relation of the form chose this reading among several, or vouched for it where the document alone does not.
 */
export const evidences = ['printed', 'ordered', 'proven'] as const;
export type Evidence = (typeof evidences)[number];

export interface Cell {
  /** `null` unless a number was read. */
  value: number | null;
  /** As it stands in the source; `''` when absent or blank. */
  raw: string;
  state: CellState;
  at: At | null;
  /** 0–1; `isSure` tells what is enough. */
  confidence: number;
  /** Absent where nothing was read: `unreadable` and `absent` cells. */
  evidence?: Evidence;
  /** Names of the relations that chose the reading (`t3.total`); only with `proven`. These say nothing about the cell any more. */
  provenBy?: string[];
}

/** Whether the agency left the number out: a blank, or a sign in its place. */
export function isLeftOut(cell: Cell | undefined): boolean {
  return cell?.value === null && (cell.state === 'blank' || cell.state === 'placeholder');
}

/** Whether something stands in the cell: a number or words. */
export function isFilled(cell: Cell | undefined): boolean {
  return cell?.state === 'number' || cell?.state === 'text';
}

export type LayoutStatus = 'current' | 'superseded' | 'outdated' | 'early' | 'mixed' | 'unknown';

/** One sub-table as found in the document. */
export interface BlockReading {
  table: string;
  block: string;
  /** The edition whose labels it carries; `null` when the document does not have it or nothing tells. */
  edition: string | null;
  found: boolean;
  at: At | null;
  /** Labels of the edition that the document words differently, or that belong to another edition. */
  oddLabels: { expected: string; found: string; at: At | null }[];
  /** Labels of rows or columns that the edition has and the document lacks. */
  missingLabels: string[];
  /** Rows or columns of the document that the edition does not have. */
  extraLabels: string[];
}

export interface Layout {
  id: string | null;
  status: LayoutStatus;
  blocks: BlockReading[];
}

/** A sentence or heading of the prose, normalised, with the way back to the source. */
export interface Passage {
  /** Normalised text (simplified, NFKC, no stray spaces). */
  text: string;
  /** As it stands in the source. */
  source: string;
  /** For each character of `text` the index in `source` where it begins; one more entry for the end. */
  offsets: readonly number[];
  at: At;
  heading?: number;
}

/** What a part of prose is for, whatever its number: the account of the year, what is still wrong, what else there is to report. */
export const sectionRoles = ['overview', 'problems', 'others'] as const;
export type SectionRole = (typeof sectionRoles)[number];

/** One of the six parts, or the text before the first (`id` 'preface') or the title. */
export interface Section {
  /** `preface`, or the official ordinal: 一, 二, … */
  id: string;
  /** Absent for the preface, for parts that hold a table, and for those that only some editions have. */
  role?: SectionRole;
  /** Heading as it stands in the source, `null` for the preface. */
  heading: string | null;
  /** Ordinal as printed, when it is not the official one. */
  printedOrdinal: string | null;
  at: At | null;
  /** Prose of the section in reading order, without table text. */
  passages: Passage[];
  /** Pictures and attachment links that stand in the section. */
  asides: Aside[];
}

/** Something that names a report year: the title, the statistics period, a sentence. */
export interface YearMention {
  year: number;
  source: 'title' | 'period' | 'prose' | 'heading' | 'option';
  quote: string;
  at: At | null;
}

export interface Report {
  source: { name: string; format: SourceFormat; encoding: string | null; sha256: string };
  agency: Agency;
  /** What the agency reading rests on, for the officer. */
  agencyQuotes: { name: string; quote: string; at: At | null }[];
  year: number | null;
  years: YearMention[];
  /** Statistics period as printed, ISO dates; `null` when not stated or not legible. */
  period: { from: string; to: string; quote: string; at: At | null } | null;
  /** When the report was published, ISO date, where the page or the file says so; absent: it does not. */
  published?: { date: string; quote: string; at: At | null };
  title: Passage | null;
  /** What stands before the title, from the nearest line backwards no more than a few lines. */
  front?: Passage[];
  layout: Layout;
  /** Every cell of the form editions found (one edition per sub-table), in the order of the form. */
  cells: Record<CellAddress, Cell>;
  /**
   * Subtotals that the document prints beside the cells of the form, by what they add up: a group of rows in a column (`t3.denied.total`), a
   * group of columns in a row (`t3.received.organisations`); absent: it prints none.
   */
  subtotals?: Record<string, Cell>;
  sections: Section[];
  claims: Claim[];
  notes: ReadNote[];
  pages: number | null;
  /** Number of tables in the document. */
  tables: number;
}
