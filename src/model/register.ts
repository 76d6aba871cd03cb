import type { CellAddress } from './report/report.js';

/** A row of a register as `SHEET!ROW`, both from 1; sheets count through all files in their order. No name of a sheet is ever given. */
export type RegisterRow = string;

/** Why a row is not counted, or what speaks against it although it is. */
export const registerReasons = [
  // Not counted.
  'unknown-word',
  'ambiguous-word',
  'blank',
  'no-date',
  'unreadable-date',
  'no-year',
  'answered-before-received',
  'outcome-without-date',
  'outcome-missing',
  'answered-but-open',
  'carried-contradicts',
  'validity-ended',
  'unreadable-number',
  'total-differs',
  'licence-refused',
  // Counted all the same.
  'row-twice',
  // Of a whole sheet.
  'no-head',
  'column-ambiguous',
  'cut-off',
] as const;
export type RegisterReason = (typeof registerReasons)[number];

/** What could not be classified, or contradicts itself. */
export interface Unclassified {
  row: RegisterRow;
  /** Letters of the column as spreadsheets name it; `null`: it concerns the row or the sheet as a whole. */
  column: string | null;
  /** What the column is for, by the vocabulary. */
  field: string | null;
  /** Only what consists of words of the vocabulary; anything else may name a person, and only its length is given. */
  text?: string;
  length?: number;
  why: RegisterReason;
  /** The row is counted nowhere. */
  counted: boolean;
}

/** A figure computed from rows of the register. */
export interface RegisterCell {
  value: number;
  rows: RegisterRow[];
  /** Rows that may belong to the cell and could not be classified. */
  open: RegisterRow[];
}

/** A cell, or a fee that the prose states, in which report and register differ. */
export interface RegisterDifference {
  cell: CellAddress;
  /** `null`: the report leaves the cell blank. */
  report: number | null;
  register: number;
  rows: RegisterRow[];
  /** Rows that could not be classified and may belong to the cell. */
  open: RegisterRow[];
}

/** The kinds of register that are known. */
export const registerKinds = ['applications', 'disputes', 'documents', 'enforcement'] as const;
export type RegisterKind = (typeof registerKinds)[number];

/** What a sheet of the files is. */
export interface RegisterSheetSummary {
  sheet: number;
  /** Number of the file, from 1. */
  file: number;
  kind: RegisterKind | null;
  /** Entries read. */
  entries: number;
}

/** What part six states of fees for the handling of information: notices, and in yuan what they come to and what was collected. */
export const feeMeasures = ['fees.notices', 'fees.billed', 'fees.amount'] as const;

/** The statutory tables as the registers give them for a year. */
export interface RegisterTables {
  year: number;
  cells: Record<CellAddress, RegisterCell>;
  /** By measure, as claims name them; empty: no register has a column for fees. */
  fees: Partial<Record<(typeof feeMeasures)[number], RegisterCell>>;
  unclassified: Unclassified[];
  sheets: RegisterSheetSummary[];
  /** Registration numbers of rows, where they are such for sure and name nobody. */
  numbers: Readonly<Record<RegisterRow, string>>;
}
