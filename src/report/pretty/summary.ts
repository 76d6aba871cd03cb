import { sharedFolder } from '../../model/index.js';
import { attendanceLines } from '../office/attendance.js';
import { failureGroups } from '../failure.js';
import { inert, padEnd, padStart, truncate, widest } from '../tables/layout.js';
import { byRank, frequentRules, gradeCounts } from '../office/league.js';
import { overlayText } from '../overlays.js';
import { percent } from '../percent.js';
import type { Context, Failure, Summary } from '../renderer.js';
import type { Translate } from '../translate.js';
import { changesSince } from './changes.js';
import { gradeStyle } from './header.js';
import { painter } from './paint.js';
import { fieldList, hanging } from './view.js';

/** Rules shown under the most frequent ones. */
const frequent = 8;

interface Column {
  title: string;
  text: (summary: Summary) => string;
  pad: (text: string, columns: number) => string;
}

const left = (text: string, columns: number) => padEnd(truncate(text, columns), columns);

function columnsOf(folder: string, t: Translate): Column[] {
  return [
    { title: t('summary.grade'), text: ({ grade }) => grade, pad: left },
    { title: t('summary.score'), text: ({ score }) => (score === null ? '-' : String(score)), pad: padStart },
    { title: t('summary.share'), text: ({ share }) => percent(share), pad: padStart },
    { title: t('severity.error'), text: ({ counts }) => String(counts.error), pad: padStart },
    { title: t('severity.warning'), text: ({ counts }) => String(counts.warning), pad: padStart },
    { title: t('severity.info'), text: ({ counts }) => String(counts.info), pad: padStart },
    { title: t('summary.year'), text: ({ year }) => (year === null ? '-' : String(year)), pad: padStart },
    { title: t('summary.agency'), text: ({ agency }) => inert(agency ?? '-'), pad: left },
    { title: t('summary.file'), text: ({ name }) => inert(name.slice(folder.length)), pad: left },
  ];
}

/** Widths of the columns: agency and file share what the numbers leave, and neither takes more than it needs. */
function widthsOf(texts: readonly string[][], columns: number): number[] {
  const natural = (texts[0] ?? []).map((_, column) => widest(texts.map((row) => row[column] ?? '')));
  const [agency = 0, file = 0] = natural.slice(-2);
  const numbers = natural.slice(0, -2);
  const room = Math.max(30, columns - numbers.reduce((sum, each) => sum + each + 1, 1));
  const agencies = Math.min(agency, Math.max(Math.floor(room / 2), room - file));
  return [...numbers, agencies, Math.min(file, room - agencies)];
}

function league(summaries: readonly Summary[], { t, columns, color }: Context): string[] {
  const paint = painter(color);
  const folder = sharedFolder(summaries.map(({ name }) => name));
  const table = columnsOf(folder, t);
  const texts = [
    table.map(({ title }) => title),
    ...summaries.map((each) => table.map(({ text }) => text(each))),
  ];
  const widths = widthsOf(texts, columns);
  return texts.map((row, index) => {
    const line = row.map((text, column) => table[column]?.pad(text, widths[column] ?? 0) ?? text).join(' ');
    const summary = summaries[index - 1];
    return (summary === undefined ? paint.faint : gradeStyle(paint, summary.grade))(line.trimEnd());
  });
}

function distribution(summaries: readonly Summary[], { t }: Context): string {
  const present = gradeCounts(summaries).filter(({ count }) => count > 0);
  return (
    t('summary.distribution') + present.map((each) => t('summary.gradeCount', each)).join(t('pretty.list'))
  );
}

function mostFrequent(summaries: readonly Summary[], { t, columns }: Context): string[] {
  const ranked = frequentRules(summaries);
  if (ranked.length === 0) return [];
  const fields = ranked.slice(0, frequent).map(({ rule, title, count }) => ({
    name: `${t('summary.frequentCount', { count })}  `,
    text: `${title}　${rule}`,
  }));
  return ['', t('summary.frequent'), ...fieldList(fields, 2, columns)];
}

/** Agencies listed before the rest is only counted. */
const listed = 30;

/** Who on the roster has not reported, who has twice, and who is not on it. */
function rosterLines({ attendance, t, columns }: Context): string[] {
  if (attendance == null) return [];
  const lines = attendanceLines(attendance, t).flatMap(({ heading, items }) => {
    const more = items.length > listed ? [t('attendance.more', { count: items.length })] : [];
    const text = [...items.slice(0, listed), ...more].join(t('pretty.list'));
    return [`  ${heading}`, ...hanging('    ', text, columns)];
  });
  const title = t('attendance.title', { count: attendance.agencies });
  return ['', title, ...(lines.length === 0 ? [`  ${t('attendance.complete')}`] : lines)];
}

/** Inputs that could not be read, with the remedy. */
export function failureLines(failures: readonly Failure[], { t, columns, color }: Context): string[] {
  const paint = painter(color);
  const fieldsOf = ({ name, reason, remedy, place, details }: Failure) => [
    { name: t('failure.file'), text: name, style: paint.strong },
    { name: t('failure.reason'), text: reason, style: paint.error },
    ...(place === null ? [] : [{ name: t('failure.place'), text: place }]),
    ...details.map((detail) => ({ name: '', text: detail })),
    { name: t('failure.remedy'), text: remedy },
  ];
  return failureGroups(failures, t).flatMap((group, index) => [
    ...(index === 0 ? [] : ['']),
    paint.strong(group.title),
    ...fieldList(group.failures.flatMap(fieldsOf), 2, columns),
  ]);
}

/** The league table of many audits. */
export function summary(
  summaries: readonly Summary[],
  failures: readonly Failure[],
  context: Context,
): string[] {
  const { t, color } = context;
  const ranked = [...summaries].sort(byRank);
  const folder = sharedFolder(ranked.map(({ name }) => name));
  const title =
    folder === ''
      ? t('summary.title', { count: ranked.length })
      : t('summary.titleIn', { count: ranked.length, folder });
  const overlays = overlayText(context.provenance, t);
  return [
    painter(color).strong(inert(title)),
    ...(overlays === null ? [] : hanging('', `${t('overlays.name')}${overlays}`, context.columns)),
    ...(ranked.length === 0 ? [] : ['', ...league(ranked, context), '', distribution(ranked, context)]),
    ...mostFrequent(ranked, context),
    ...changesSince(ranked, context),
    ...rosterLines(context),
    ...(failures.length === 0 ? [] : ['', ...failureLines(failures, context)]),
  ];
}
