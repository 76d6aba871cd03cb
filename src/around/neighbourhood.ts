import {
  comparedParts,
  type Agency,
  type Attendance,
  type EarlierReport,
  type Figures,
  type Member,
  type RosterEntry,
  type Surroundings,
} from '../model/index.js';
import { nameIndex, rosterIndex } from './agency-name.js';
import { attendanceOf } from './roster/attendance.js';
import type { Digest } from './copies/digest.js';
import { statedAmong } from './roster/problems.js';
import { push } from './push.js';
import type { Known } from './known.js';
import { agreed, changedTenfold, differing } from './figures.js';
import { sharedProse } from './copies/shared-prose.js';
import { likenessOf } from './copies/sketch.js';

/** What is known of one of the reports to audit. */
export interface Around {
  /** Level and kind by the roster; `null` when the agency is not on it. */
  agency: Pick<Agency, 'level' | 'kind'> | null;
  surroundings: Surroundings;
}

export interface Given {
  /** The reports to audit. */
  current: readonly Digest[];
  /** Earlier reports; `null`: none were handed over. */
  earlier: readonly Digest[] | null;
  roster: readonly RosterEntry[] | null;
}

/** Puts the reports given into relation with each other. What comes out does not depend on their order. */
export function relate({ current, earlier, roster }: Given): {
  around: ReadonlyMap<string, Around>;
  attendance: Attendance | null;
} {
  const identify = identifier(roster, [...current, ...(earlier ?? [])]);
  const known = current.map(identify);
  const all = [...known, ...(earlier ?? []).map(identify)].sort(byName);
  const byYear = new Map<string, Known[]>();
  const byAgency = new Map<string, Known[]>();
  for (const each of all) {
    if (each.digest.year === null) continue;
    push(byYear, keyOf(each.agency, each.digest.year), each);
    push(byAgency, each.agency, each);
  }
  const reportsOf = (agency: string, year: number): Digest[] =>
    (byYear.get(keyOf(agency, year)) ?? []).map((each) => each.digest);
  const coveredYears = coverage([...byAgency.values()]);
  const copies = sharedProse(known.sort(byName), roster ?? []);
  const children = new Map<string, RosterEntry[]>();
  for (const entry of roster ?? []) if (entry.parent !== null) push(children, entry.parent, entry);

  const memberOf = (entry: RosterEntry, year: number): Member => {
    const own = reportsOf(entry.name, year);
    const before = reportsOf(entry.name, year - 1);
    const published = own.flatMap((each) => each.published ?? []).sort()[0] ?? null;
    return {
      name: entry.name,
      level: entry.level,
      kind: entry.kind,
      whole: !children.has(entry.name) || own.some((each) => each.scope === 'region'),
      report: own.length === 0 ? null : { ...agreed(own), published },
      earlier: before.length === 0 ? null : agreed(before),
    };
  };
  const surroundingsOf = ({ digest, agency, entry }: Known): Surroundings => {
    const { year } = digest;
    const others = (byAgency.get(agency) ?? []).map((each) => each.digest);
    const years = [...new Set(others.flatMap((each) => each.year ?? []))]
      .filter((each) => year !== null && each < year)
      .sort((a, b) => b - a);
    const found = years.map((each) => earlierOf(digest, each, reportsOf(agency, each)));
    const versions = others.filter((each) => each.year === year && each.sha256 !== digest.sha256);
    return {
      earlier: earlier === null && found.length === 0 ? null : found,
      coveredYears,
      versions: versions
        .map((each) => ({ name: each.name, differs: differing(digest, each) }))
        .filter((each) => each.differs.length > 0),
      members:
        entry === null || year === null
          ? null
          : (children.get(entry.name) ?? []).map((each) => memberOf(each, year)),
      scope: digest.scope,
      copies: copies.get(digest.name) ?? [],
      register: null,
    };
  };
  const around = new Map(
    known.map((each) => [each.digest.name, { agency: each.entry, surroundings: surroundingsOf(each) }]),
  );
  return { around, attendance: roster === null ? null : attendanceOf(known, roster) };
}

/**
 * What reports tell of each other where nothing else was handed over: those of other years of the same agency are its earlier years. Of the others nothing is
 * known, as if each were audited alone.
 */
export function amongYears(current: readonly Digest[]): ReadonlyMap<string, Around> {
  const { around } = relate({ current, earlier: null, roster: null });
  return new Map(
    [...around].flatMap(([name, each]): [string, Around][] => {
      const { surroundings } = each;
      if (surroundings.earlier === null) return [];
      return [[name, { ...each, surroundings: { ...surroundings, versions: [], copies: [] } }]];
    }),
  );
}

/** The same without what the reports tell of each other's earlier years. */
export function withoutYears(around: ReadonlyMap<string, Around>): ReadonlyMap<string, Around> {
  return new Map(
    [...around].map(([name, each]) => [
      name,
      { ...each, surroundings: { ...each.surroundings, earlier: null, coveredYears: [] } },
    ]),
  );
}

const keyOf = (agency: string, year: number): string => `${agency}\n${year}`;

const byName = (a: Known, b: Known): number =>
  a.digest.name < b.digest.name ? -1 : a.digest.name > b.digest.name ? 1 : 0;

/** Tells by the roster, or by the names alone, which reports are of one agency. A report without a name is of nobody else. */
function identifier(
  roster: readonly RosterEntry[] | null,
  digests: readonly Digest[],
): (digest: Digest) => Known {
  const entries = rosterIndex(roster ?? []);
  const names = nameIndex<string>();
  const unlisted = digests.flatMap(({ agency: { name } }) =>
    name === null || entries.find(name) !== null ? [] : [name],
  );
  for (const name of [...new Set(unlisted)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)))
    if (names.find(name) === null) names.add(name, name);
  return (digest) => {
    const { name } = digest.agency;
    const entry = name === null ? null : entries.find(name);
    return {
      digest,
      entry,
      agency: entry?.name ?? (name === null ? `\n${digest.name}` : (names.find(name) ?? name)),
    };
  };
}

function earlierOf(own: Digest, year: number, versions: readonly Digest[]): EarlierReport {
  const figures = agreed(versions);
  const [first] = versions;
  const likeness: EarlierReport['likeness'] = {};
  for (const part of comparedParts) {
    const sketch = own.prose[part];
    if (sketch === undefined) continue;
    const alike = versions.flatMap((each) => {
      const other = each.prose[part];
      return other === undefined ? [] : [likenessOf(sketch, other)];
    });
    // Of several versions the least alike: which of them was published is not known.
    if (alike.length > 0) likeness[part] = Math.min(...alike);
  }
  return {
    ...figures,
    name: first?.name ?? '',
    year,
    layout: first?.layout ?? null,
    scopeChange: first === undefined ? null : scopeChangeOf(own, first, figures),
    likeness,
    repeated: [...new Set(own.counts)].filter((each) => versions.every((one) => one.counts.includes(each))),
    problems: problemsAgain(own, versions),
  };
}

function problemsAgain(own: Digest, versions: readonly Digest[]): string[] | null {
  if (own.problems === null || versions.some((each) => each.problems === null)) return null;
  const again = own.problems.filter((each) => versions.every((one) => statedAmong(each, one.problems ?? [])));
  return [...new Set(again.map(({ text }) => text))];
}

function scopeChangeOf(own: Digest, before: Digest, figures: Figures): EarlierReport['scopeChange'] {
  const kinds = new Set([own.agency.kind, before.agency.kind]);
  if (kinds.has('government') && kinds.has('office')) return 'kind';
  if (own.scope !== null && before.scope !== null && own.scope !== before.scope) return 'scope';
  return changedTenfold(own.steady, own, figures) ? 'magnitude' : null;
}

/** Years between the first and the last one given for which at least half of those that reported before and after did so, and no single one. */
function coverage(agencies: readonly (readonly Known[])[]): number[] {
  const years = agencies.map((list) => new Set(list.flatMap((each) => each.digest.year ?? [])));
  const all = [...new Set(years.flatMap((each) => [...each]))].sort((a, b) => a - b);
  return all.filter((year) => {
    const around = years.filter((each) => Math.min(...each) < year && Math.max(...each) > year);
    const have = around.filter((each) => each.has(year)).length;
    return have >= 2 && have * 2 >= around.length;
  });
}
