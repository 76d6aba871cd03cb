import type { Attendance, RosterEntry } from '../../model/index.js';
import type { Known } from '../known.js';
import type { Digest } from '../copies/digest.js';

/** What of a report its attendance asks for. */
type Attending = Pick<Known, 'entry'> & { digest: Pick<Digest, 'name' | 'agency' | 'year'> };

/** Reports of a year in which fewer than this share of the roster has reported are strays: nobody is missing from it. */
const LEAST_SHARE = 0.25;

/** Who on the roster has no report, who has several, and who is not on it. */
export function attendanceOf(reports: readonly Attending[], roster: readonly RosterEntry[]): Attendance {
  const sources = new Map<number, Map<string, string[]>>();
  for (const { digest, entry } of reports) {
    if (entry === null || digest.year === null) continue;
    const ofYear = sources.get(digest.year) ?? new Map<string, string[]>();
    ofYear.set(entry.name, [...(ofYear.get(entry.name) ?? []), digest.name]);
    sources.set(digest.year, ofYear);
  }
  const years = [...sources.keys()].sort((a, b) => a - b);
  const most = Math.max(0, ...years.map((year) => sources.get(year)?.size ?? 0));
  const counted = years.filter((year) => {
    const present = sources.get(year)?.size ?? 0;
    return present === most || present >= LEAST_SHARE * roster.length;
  });
  return {
    agencies: roster.length,
    missing: counted.flatMap((year) =>
      roster
        .filter((entry) => sources.get(year)?.has(entry.name) !== true)
        .map((entry) => ({ year, agency: entry.name })),
    ),
    duplicate: years.flatMap((year) =>
      roster.flatMap((entry) => {
        const found = sources.get(year)?.get(entry.name) ?? [];
        return found.length > 1 ? [{ year, agency: entry.name, sources: found }] : [];
      }),
    ),
    unknown: reports
      .filter((each) => each.entry === null)
      .map(({ digest }) => ({ source: digest.name, agency: digest.agency.name })),
  };
}
