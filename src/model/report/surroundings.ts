import type { Agency, AgencyKind, AgencyLevel } from './agency.js';
import type { RegisterTables } from '../register.js';
import type { CellAddress, SectionRole } from './report.js';

/** The figures of another report, as far as they were read. */
export interface Figures {
  /** Numbers by cell; a cell that is not here has none. */
  numbers: Readonly<Record<CellAddress, number>>;
  /** Cells whose number may have been misread. */
  unsure: readonly CellAddress[];
  /** Cells whose number the report itself contradicts, with the number that its other cells prove instead; `null`: they prove none. */
  contradicted: Readonly<Record<CellAddress, number | null>>;
}

/** Whose figures a report says it holds: the agency's own, or those of the whole region. */
export type Scope = 'own' | 'region';

/** What an earlier report of the same agency says. */
export interface EarlierReport extends Figures {
  /** Name of its source. */
  name: string;
  year: number;
  /** Edition of the form. */
  layout: string | null;
  /** Why its figures cannot be compared with those of this report; `null` when they can. */
  scopeChange: 'kind' | 'scope' | 'magnitude' | null;
  /** Likeness of the prose of each part, figures and names left out, in per cent; a part is lacking where either text is too short or unknown. */
  likeness: Partial<Record<SectionRole, number>>;
  /** Sentences with figures that this report repeats word for word, as it has them. */
  repeated: readonly string[];
  /** Problems stated in it that this report states again, as it has them; `null`: not known of one of the two. */
  problems: readonly string[] | null;
}

/** A body that is below the agency in the roster. */
export interface Member {
  name: string;
  level: AgencyLevel;
  kind: AgencyKind;
  /** Whether its figures are all there is: it has no members of its own, or reports for all of them. */
  whole: boolean;
  /** Its report for the same year; `null`: none is among those given. */
  report: (Figures & { published: string | null }) | null;
  /** Its report for the year before. */
  earlier: Figures | null;
}

/** Parts that an agency writes anew each year, so that they are compared. */
export const comparedParts = ['overview', 'problems'] as const satisfies readonly SectionRole[];

/** A report of another agency for the same year with the same prose. */
export interface Copy {
  /** Name of its source. */
  name: string;
  agency: string;
  section: SectionRole;
  /** In per cent. */
  likeness: number;
}

/** What is known of a report from the others given with it. */
export interface Surroundings {
  /** Reports of the agency for earlier years, the latest first, one a year; `null`: no earlier reports were given at all. */
  earlier: readonly EarlierReport[] | null;
  /** Years for which the reports given are so many that a missing one is missing. */
  coveredYears: readonly number[];
  /** Other versions of the report for the same year, with the cells whose numbers differ. */
  versions: readonly { name: string; differs: readonly CellAddress[] }[];
  /** `null`: no roster was given, or the agency is not on it. */
  members: readonly Member[] | null;
  /** Whose figures this report holds; `null`: it does not say. */
  scope: Scope | null;
  /** `null`: the report was not compared with others. */
  copies: readonly Copy[] | null;
  /** What the registers of the agency give for the year of the report; `null`: none were given. */
  register: RegisterTables | null;
}

/** The nothing that is known of a report on its own. */
export const alone: Surroundings = {
  earlier: null,
  coveredYears: [],
  versions: [],
  members: null,
  scope: null,
  copies: null,
  register: null,
};

/** One line of a roster of agencies. */
export interface RosterEntry {
  name: string;
  level: AgencyLevel;
  kind: AgencyKind;
  /** Name of the body above it; `null`: none. */
  parent: string | null;
  aliases: readonly string[];
}

/** How the reports given match the roster. */
export interface Attendance {
  agencies: number;
  /** Agencies without a report, by year. */
  missing: readonly { year: number; agency: string }[];
  /** Agencies with several reports for one year. */
  duplicate: readonly { year: number; agency: string; sources: readonly string[] }[];
  /** Reports of agencies that the roster does not have. */
  unknown: readonly { source: string; agency: Agency['name'] }[];
}
