import type { At, CellAddress, Lang, MissingReason, RegisterRow } from '../model/index.js';

export interface Quote {
  quote: string;
  at: At | null;
}

/** What proves a value. */
export interface Evidence {
  cells: readonly CellAddress[];
  claims: readonly string[];
  /** Asked for only when a finding needs them. */
  quotes: () => readonly Quote[];
  /** Names for the message: labels, headings, words found or missing. */
  items: (lang: Lang) => readonly string[];
  /** How the value came about, value included, e.g. the labels of the cells added up; `null` for a plain value. */
  name: ((lang: Lang) => string) | null;
  /** `false`: a misreading of the document may have made the value. */
  sure: boolean;
  /** What a number that is not sure surely comes to; `undefined`: nothing is known. */
  surely: number | undefined;
  /** Rows of registers that make the value, as `SHEET!ROW`; `undefined`: no register has to do with it. */
  rows: readonly RegisterRow[] | undefined;
  /** Names of the figures in it that the reports they come from contradict. */
  contradicted: (lang: Lang) => readonly string[];
}

/** A fact that is known. */
export interface Known extends Evidence {
  known: true;
  value: number | string | boolean;
  /** The true value may be larger. */
  atLeast: boolean;
  /** How far the true value may lie from a rounded one. */
  tolerance: number;
}

/** A fact that the document does not tell. Nothing may be concluded from it. */
export interface Unknown {
  known: false;
  reason: MissingReason;
  cells: readonly CellAddress[];
  claims: readonly string[];
}

export type FactValue = Known | Unknown;

const none: readonly never[] = [];
const nothing = (): readonly never[] => none;

export function known(
  value: Known['value'],
  evidence: Partial<Evidence & Pick<Known, 'atLeast' | 'tolerance'>> = {},
): Known {
  return {
    known: true,
    value,
    cells: evidence.cells ?? none,
    claims: evidence.claims ?? none,
    quotes: evidence.quotes ?? nothing,
    items: evidence.items ?? nothing,
    name: evidence.name ?? null,
    sure: evidence.sure ?? true,
    surely: evidence.surely,
    rows: evidence.rows,
    contradicted: evidence.contradicted ?? nothing,
    atLeast: evidence.atLeast ?? false,
    tolerance: evidence.tolerance ?? 0,
  };
}

export function unknown(
  reason: MissingReason,
  cells: readonly CellAddress[] = none,
  claims: readonly string[] = none,
): Unknown {
  return { known: false, reason, cells, claims };
}

/** Decimals of money add up without the noise of binary fractions. */
export function round(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

/** Each item once, in order. */
export function unique<T>(items: readonly T[]): T[] {
  return items.length < 2 ? [...items] : [...new Set(items)];
}

/** At most six decimals, of a ratio two; no trailing zeros, no grouping: the same everywhere. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return '—';
  const whole = Math.round(value * 1e6);
  const isRatio = Math.abs(value * 1e6 - whole) > 1e-3;
  return String(isRatio ? Math.round(value * 100) / 100 : round(whole / 1e6));
}
