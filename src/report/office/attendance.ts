import type { Attendance } from '../../model/index.js';
import { inert } from '../tables/layout.js';
import type { ColumnWidth } from '../tables/rows.js';
import type { Value } from '../spreadsheet.js';
import type { Translate } from '../translate.js';

/** What the roster tells, as a heading with what belongs under it. */
export interface AttendanceLine {
  heading: string;
  items: string[];
}

/** Who is missing, who has reported twice, and who is not on the roster; empty without a roster or when nothing is amiss. */
export function attendanceLines(attendance: Attendance | null | undefined, t: Translate): AttendanceLine[] {
  if (attendance == null) return [];
  const { missing, duplicate, unknown } = attendance;
  const years = [...new Set(missing.map(({ year }) => year))];
  const source = (name: string, sources: string): string =>
    t('attendance.source', { name: inert(name), sources: inert(sources) });
  return [
    ...years.map((year) => {
      const agencies = missing.filter((each) => each.year === year).map((each) => inert(each.agency));
      return { heading: t('attendance.missing', { year, count: agencies.length }), items: agencies };
    }),
    {
      heading: t('attendance.duplicate', { count: duplicate.length }),
      items: duplicate.map(({ year, agency, sources }) =>
        source(t('attendance.of', { agency, year }), sources.join(t('pretty.list'))),
      ),
    },
    {
      heading: t('attendance.unknown', { count: unknown.length }),
      items: unknown.map((each) => source(each.agency ?? t('pretty.untitled'), each.source)),
    },
  ].filter(({ items }) => items.length > 0);
}

export const attendanceColumns = [
  ['situation', 20],
  ['year', 7],
  ['agency', 40],
  ['file', 60],
] as const satisfies readonly ColumnWidth[];

/** The same as rows, one a year of an agency without a report, one a report of those that should not be there or not more than once. */
export function attendanceRows({ missing, duplicate, unknown }: Attendance, t: Translate): Value[][] {
  const rows: Value[][] = [
    ...missing.map(({ year, agency }) => [t('situation.missing'), year, agency, null]),
    ...duplicate.flatMap(({ year, agency, sources }) =>
      sources.map((source) => [t('situation.duplicate'), year, agency, source]),
    ),
    ...unknown.map(({ source, agency }) => [t('situation.unknown'), null, agency, source]),
  ];
  return rows.length > 0 ? rows : [[t('situation.complete'), null, null, null]];
}
