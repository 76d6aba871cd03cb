import { rosterIndex } from '../around/agency-name.js';
import { attendanceOf } from '../around/roster/attendance.js';
import {
  agencyKinds,
  agencyLevels,
  type AuditReading,
  type Grouping,
  type IndicatorDefinitions,
  type IndicatorGroup,
  type Indicators,
  type RosterEntry,
} from '../model/index.js';
import { figureOfAll, type Member } from './figures.js';
import { reader } from './terms.js';

export interface IndicatorInput {
  audits: readonly AuditReading[];
  /** Inputs that could not be read. */
  unread: number;
  roster: readonly RosterEntry[] | null;
  by: Grouping;
}

/** A report with who is behind it. */
interface Known {
  audit: AuditReading;
  agency: string;
  entry: RosterEntry | null;
}

type Body = Pick<RosterEntry, 'level' | 'kind'> & { parent: string | null };

/** Indicators of all reports, year by year, and in each year by level, kind or the agency above if asked for. */
export function indicatorsOf(
  { indicators, ...settings }: IndicatorDefinitions,
  { audits, unread, roster, by }: IndicatorInput,
): Indicators {
  const entries = rosterIndex(roster ?? []);
  const known = knownOf(audits, roster);
  const groupOf = (body: Body): string | null => (by === 'year' ? null : body[by]);
  const keyOf = (year: number | null, group: string | null) => JSON.stringify([year, group]);

  const groups = new Map<
    string,
    { year: number | null; group: string | null; known: Known[]; missing: number }
  >();
  const at = (year: number | null, group: string | null) => {
    const found = groups.get(keyOf(year, group)) ?? { year, group, known: [], missing: 0 };
    groups.set(keyOf(year, group), found);
    return found;
  };
  for (const each of known) at(each.audit.year, groupOf(bodyOf(each))).known.push(each);
  for (const { year, agency } of missingFrom(known, roster)) {
    const entry = entries.find(agency);
    if (entry !== null) at(year, groupOf(entry)).missing += 1;
  }

  const members = new Map([...groups].map(([key, { known: own }]) => [key, membersOf(own)]));
  const sorted = [...groups.values()].sort(
    (one, other) => (one.year ?? 0) - (other.year ?? 0) || placeOf(one.group, by) - placeOf(other.group, by),
  );
  return {
    schema: 'gouji.indicators/1',
    by,
    minimum: settings.minimum,
    unread,
    groups: sorted.map(({ year, group, known: own, missing }): IndicatorGroup => {
      const now = members.get(keyOf(year, group)) ?? new Map<string, Member>();
      const before = year === null ? undefined : members.get(keyOf(year - 1, group));
      const read = own.filter(isGraded);
      const kinds = new Set(read.map((each) => bodyOf(each).kind === 'government'));
      return {
        year,
        group,
        coverage: {
          agencies: now.size,
          ungraded: own.length - read.length,
          versions: read.length - now.size,
          missing: roster === null ? null : missing,
        },
        mixed: kinds.size > 1,
        grades: gradesOf(own),
        figures: indicators.map((each) =>
          figureOfAll(each, [...now.values()], before ?? new Map<string, Member>(), settings),
        ),
      };
    }),
  };
}

function gradesOf(known: readonly Known[]): IndicatorGroup['grades'] {
  const grades = { A: 0, B: 0, C: 0, D: 0, E: 0, U: 0 };
  for (const { audit } of known) grades[audit.grade] += 1;
  return grades;
}

function knownOf(audits: readonly AuditReading[], roster: readonly RosterEntry[] | null): Known[] {
  const entries = rosterIndex(roster ?? []);
  return audits.map((audit) => {
    const entry = audit.agency === null ? null : entries.find(audit.agency);
    return { audit, entry, agency: entry?.name ?? audit.agency?.replace(/\s/g, '') ?? audit.name };
  });
}

/** The reports of each agency, by year, under the name that the roster has. */
export function agenciesOf(
  audits: readonly AuditReading[],
  roster: readonly RosterEntry[] | null,
): Map<string, AuditReading[]> {
  const found = new Map<string, AuditReading[]>();
  for (const { agency, audit } of knownOf(audits, roster))
    found.set(agency, [...(found.get(agency) ?? []), audit]);
  for (const own of found.values()) own.sort((one, other) => (one.year ?? 0) - (other.year ?? 0));
  return found;
}

const isGraded = ({ audit }: Known) => audit.grade !== 'U';

function bodyOf({ entry, audit }: Known): Body {
  return {
    level: entry?.level ?? audit.level,
    kind: entry?.kind ?? audit.kind,
    parent: entry?.parent ?? null,
  };
}

function membersOf(known: readonly Known[]): Map<string, Member> {
  const members = new Map<string, Member>();
  const readingOf = reader();
  for (const { agency, audit } of known.filter(isGraded)) {
    const versions = [...(members.get(agency)?.versions ?? []), readingOf(audit)];
    members.set(agency, { agency, versions });
  }
  return members;
}

function missingFrom(known: readonly Known[], roster: readonly RosterEntry[] | null) {
  if (roster === null) return [];
  const reports = known.map(({ entry, audit: { name, year, agency, level, kind } }) => ({
    entry,
    digest: { name, year, agency: { name: agency, level, kind } },
  }));
  return attendanceOf(reports, roster).missing;
}

/** Levels and kinds in their own order, agencies above in that in which they come. */
function placeOf(group: string | null, by: Grouping): number {
  if (group === null) return Number.MAX_SAFE_INTEGER;
  const order: readonly string[] = by === 'level' ? agencyLevels : by === 'kind' ? agencyKinds : [];
  return order.indexOf(group);
}
