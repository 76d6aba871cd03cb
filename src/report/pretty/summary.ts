import type { Grade } from '../../model/index.js';
import { inert, padEnd, padStart, truncate, truncateStart, width } from '../layout.js';
import type { Context, Failure, Summary } from '../renderer.js';
import { gradeStyle, percent } from './header.js';
import { painter } from './paint.js';
import { fieldList } from './view.js';

const grades: Grade[] = ['A', 'B', 'C', 'D', 'E', 'U'];
/** Rules shown under the most frequent ones. */
const frequent = 8;

const byCodeUnit = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** Best first; without a score last; equals by name. */
function byRank(one: Summary, other: Summary): number {
  return (
    grades.indexOf(one.grade) - grades.indexOf(other.grade) ||
    (other.score ?? -1) - (one.score ?? -1) ||
    byCodeUnit(one.name, other.name)
  );
}

interface Column {
  title: string;
  text: (summary: Summary) => string;
  end?: boolean;
}

function league(summaries: readonly Summary[], { t, columns, color }: Context): string[] {
  const paint = painter(color);
  const numbers: Column[] = [
    { title: t('summary.grade'), text: ({ grade }) => grade },
    { title: t('summary.score'), text: ({ score }) => (score === null ? '-' : String(score)), end: true },
    { title: t('summary.share'), text: ({ share }) => percent(share), end: true },
    { title: t('severity.error'), text: ({ counts }) => String(counts.error), end: true },
    { title: t('severity.warning'), text: ({ counts }) => String(counts.warning), end: true },
    { title: t('severity.info'), text: ({ counts }) => String(counts.info), end: true },
    { title: t('summary.year'), text: ({ year }) => (year === null ? '-' : String(year)), end: true },
  ];
  const widths = numbers.map(({ title, text }) =>
    Math.max(width(title), ...summaries.map((each) => width(text(each)))),
  );
  const rest = Math.max(30, columns - widths.reduce((sum, each) => sum + each + 1, 1));
  const agencies = Math.min(
    Math.max(width(t('summary.agency')), ...summaries.map(({ agency }) => width(inert(agency ?? '-')))),
    Math.floor(rest * 0.55),
  );
  const row = (cells: string[], agency: string, file: string) =>
    [
      ...cells.map((text, index) => {
        const column = widths[index] ?? 0;
        return numbers[index]?.end === true ? padStart(text, column) : padEnd(text, column);
      }),
      padEnd(truncate(agency, agencies), agencies),
      truncateStart(file, rest - agencies - 1),
    ].join(' ');
  return [
    paint.faint(
      row(
        numbers.map(({ title }) => title),
        t('summary.agency'),
        t('summary.file'),
      ),
    ),
    ...summaries.map((summary) =>
      gradeStyle(
        paint,
        summary.grade,
      )(
        row(
          numbers.map(({ text }) => text(summary)),
          inert(summary.agency ?? '-'),
          inert(summary.name),
        ),
      ),
    ),
  ];
}

function distribution(summaries: readonly Summary[], { t }: Context): string {
  const counts = grades.map((grade) => ({
    grade,
    count: summaries.filter((each) => each.grade === grade).length,
  }));
  const present = counts.filter(({ count }) => count > 0);
  return (
    t('summary.distribution') + present.map((each) => t('summary.gradeCount', each)).join(t('pretty.list'))
  );
}

function mostFrequent(summaries: readonly Summary[], { t, columns }: Context): string[] {
  const byRule = new Map<string, { rule: string; title: string; count: number }>();
  for (const { rules } of summaries) {
    for (const { rule, title } of rules) {
      byRule.set(rule, { rule, title, count: (byRule.get(rule)?.count ?? 0) + 1 });
    }
  }
  const ranked = [...byRule.values()].sort(
    (one, other) => other.count - one.count || byCodeUnit(one.rule, other.rule),
  );
  if (ranked.length === 0) return [];
  const fields = ranked.slice(0, frequent).map(({ rule, title, count }) => ({
    name: `${t('summary.frequentCount', { count })}  `,
    text: `${title}　${rule}`,
  }));
  return ['', t('summary.frequent'), ...fieldList(fields, 2, columns)];
}

/** Inputs that could not be read, with the remedy. */
export function failureLines(failures: readonly Failure[], { t, columns, color }: Context): string[] {
  if (failures.length === 0) return [];
  const paint = painter(color);
  const fields = failures.flatMap(({ name, reason, remedy, place, details }) => [
    { name: t('failure.file'), text: name, style: paint.strong },
    { name: t('failure.reason'), text: reason, style: paint.error },
    ...(place === null ? [] : [{ name: t('failure.place'), text: place }]),
    ...details.map((detail) => ({ name: '', text: detail })),
    { name: t('failure.remedy'), text: remedy },
  ]);
  return [paint.strong(t('summary.failures', { count: failures.length })), ...fieldList(fields, 2, columns)];
}

/** The league table of many audits. */
export function summary(
  summaries: readonly Summary[],
  failures: readonly Failure[],
  context: Context,
): string[] {
  const { t, color } = context;
  const ranked = [...summaries].sort(byRank);
  return [
    painter(color).strong(t('summary.title', { count: ranked.length })),
    '',
    ...(ranked.length === 0 ? [] : [...league(ranked, context), '', distribution(ranked, context)]),
    ...mostFrequent(ranked, context),
    ...(failures.length === 0 ? [] : ['', ...failureLines(failures, context)]),
  ];
}
