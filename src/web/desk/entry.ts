import type { Attendance } from '../../model/index.js';
import { byRank } from '../../report/office/league.js';
import type { Failure, Summary } from '../../report/renderer.js';
import type { Packed } from '../../report/desk/packed.js';
import type { Judged } from './requests.js';

/** A report on the desk. */
export interface Entry {
  /** Of the file, or of the document in an archive; none twice. */
  name: string;
  report: Packed;
  /** The audit as it stands after the review. */
  judged: Judged;
  /** Grade and score before any review. */
  machine: Pick<Summary, 'grade' | 'score'>;
}

/** All that lies on the desk. */
export interface Lot {
  entries: Entry[];
  failures: Failure[];
  attendance: Attendance | null;
  /** Reports that were held against earlier years of their agency that lie here, too. */
  ownYears: number;
}

/** The reports of agencies that are here with several years. */
export function ofSeveralYears(entries: readonly Entry[]): Entry[] {
  const years = new Map<string, Set<number>>();
  for (const { judged } of entries) {
    const { agency, year } = judged.summary;
    if (agency !== null && year !== null) years.set(agency, (years.get(agency) ?? new Set()).add(year));
  }
  return entries.filter(({ judged }) => (years.get(judged.summary.agency ?? '')?.size ?? 0) > 1);
}

const byCodeUnit = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** By the name of the file, so that the order does not depend on which worker was faster. */
export const byName = (one: { name: string }, other: { name: string }): number =>
  byCodeUnit(one.name, other.name);

/** The place of each report among those of its year: equals share one, and what was not graded has none. */
export function ranksOf(entries: readonly Entry[]): Map<string, number> {
  const ranks = new Map<string, number>();
  const years = new Map<number | null, Entry[]>();
  for (const each of entries) {
    const { year } = each.judged.summary;
    years.set(year, [...(years.get(year) ?? []), each]);
  }
  for (const list of years.values()) {
    const ranked = list
      .filter(({ judged }) => judged.summary.grade !== 'U')
      .sort((one, other) => byRank(one.judged.summary, other.judged.summary));
    let rank = 0;
    let before: Summary | null = null;
    for (const [index, { name, judged }] of ranked.entries()) {
      const { summary } = judged;
      if (before === null || before.grade !== summary.grade || before.score !== summary.score)
        rank = index + 1;
      before = summary;
      ranks.set(name, rank);
    }
  }
  return ranks;
}

/** Best first within the newest year, then the year before; what was not graded at the end of its year. */
export function byYearAndRank(one: Entry, other: Entry): number {
  const [a, b] = [one.judged.summary, other.judged.summary];
  return (b.year ?? 0) - (a.year ?? 0) || byRank(a, b);
}
