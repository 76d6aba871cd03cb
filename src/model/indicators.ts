import type { Grade } from './audit/audit.js';
import type { Localised } from './form.js';
import type { CellAddress } from './report/report.js';

/** Why a report has no part in a figure: several reasons count as the first of them. */
export const leftOutReasons = ['notOnForm', 'unread', 'suspect', 'blank', 'versions'] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

export const groupings = ['year', 'level', 'kind', 'parent'] as const;
export type Grouping = (typeof groupings)[number];

/** An indicator as an office defines it. */
export interface IndicatorDefinition {
  id: string;
  title: Localised;
  /** How it is defined, in words. */
  note?: Localised | undefined;
  unit?: Localised | undefined;
  /** Cells that are added up, or with `-` before them taken away. */
  of: string[];
  /** What it is a share of; absent: it is a sum. */
  per?: string[] | undefined;
  /** Each cell, or each term, by itself, as parts of their sum. */
  parts?: 'cells' | 'terms' | undefined;
}

export interface IndicatorDefinitions {
  minimum: {
    /** A share of fewer cases is told by its counts only. */
    cases: number;
    /** Median, P10–P90 and outliers of fewer reports are not told. */
    reports: number;
  };
  /** How many interquartile ranges beyond the quartiles an outlier lies. */
  outliers: number;
  /** Parts that are told one by one where people read. */
  top: number;
  indicators: IndicatorDefinition[];
}

/** How figures of reports lie. */
export interface Spread {
  /** Reports that have one. */
  reports: number;
  p10: number;
  median: number;
  p90: number;
}

/** A sum, and what it is a share of; `per` is `null` for sums. */
export interface Counts {
  total: number;
  per: number | null;
}

/** A part of a sum. */
export interface IndicatorPart extends Counts {
  /** Of a term for several cells the address of their group: `t3.denied.total`. */
  cell: CellAddress;
  /** Of the agencies that have the figure in this and in the year before. */
  change: { before: number; now: number } | null;
}

export interface IndicatorFigure extends Counts {
  id: string;
  /** `total / per`; `null` for sums, and where there are too few cases. */
  share: number | null;
  /** Agencies whose figures are in it. */
  agencies: number;
  leftOut: Record<LeftOutReason, number>;
  /** Of the agencies those whose report has an error that names a cell of the figure. */
  disputed: number;
  /** Of the figures of single reports, shares of too few cases left out; `null`: there are too few. */
  spread: Spread | null;
  /** Most extreme first. */
  outliers: { agency: string; value: number }[];
  /** Of the agencies that have the figure in this and in the year before. */
  change: { agencies: number; before: Counts; now: Counts } | null;
  /** Largest first; only of an indicator of parts. */
  parts: IndicatorPart[] | null;
}

export interface IndicatorGroup {
  /** `null`: the reports do not tell. */
  year: number | null;
  /** A level, a kind, or the agency above; `null` by year, and where it is not known. */
  group: string | null;
  coverage: {
    /** Agencies with a report that was read. */
    agencies: number;
    /** Reports graded U, which have no part in any figure. */
    ungraded: number;
    /** Reports beyond the first of their agency. */
    versions: number;
    /** Agencies of the roster without a report; `null` without a roster. */
    missing: number | null;
  };
  /** Reports of governments and of others are added up: a government's figures may hold those of its departments. */
  mixed: boolean;
  /** Reports by their grade, all versions. */
  grades: Record<Grade, number>;
  figures: IndicatorFigure[];
}

/** What reports tell together. */
export interface Indicators {
  schema: 'gouji.indicators/1';
  by: Grouping;
  minimum: IndicatorDefinitions['minimum'];
  /** Inputs that could not be read, of which neither year nor agency is known. */
  unread: number;
  groups: IndicatorGroup[];
}
