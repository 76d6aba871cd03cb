import {
  submissionStates,
  type CellChange,
  type ComparedFinding,
  type ComparedReport,
  type Standing,
} from '../../model/index.js';
import { changesText, countChanges, fates, isQuiet } from '../findings/changes.js';
import { hanging } from '../pretty/view.js';
import { inert } from '../tables/layout.js';
import type { Translate } from '../translate.js';
import {
  beforeOf,
  changeNotes,
  findingNote,
  gradeText,
  labelsOf,
  nameOf,
  rulesDiffer,
  saidText,
  yearText,
  type ComparisonView,
} from './view.js';

const columns = 80;

/** Cells of a report named one by one before the rest is only counted. */
const listed = 12;

/** Standings of a report that are told one by one. */
const toldStates = ['worse', 'partlyAmended', 'amended', 'unread', 'unchanged'] as const;

/** For people: all together, then each report in which something has changed, worst first, then those that are not there or new. */
export function comparisonText(view: ComparisonView): string {
  const { comparison, t } = view;
  const { reports, changes, states, submissions } = comparison;
  const labels = labelsOf(view);
  const inState = (state: string) => reports.filter((report) => report.state === state);
  const told = toldStates.flatMap((state) =>
    inState(state).flatMap((report) => reportLines(report, labels(report), t)),
  );
  const shown = submissionStates.filter((state) => states[state] > 0);
  const lines = [
    ...submissions.flatMap(({ name, audits, unread }, index) =>
      hanging('', t('submissions.given', { number: index + 1, name, audits, unread }), columns),
    ),
    ...(rulesDiffer(view) ? hanging('', t('submissions.rulesDiffer'), columns) : []),
    '',
    ...hanging(
      '',
      shown.map((state) => `${t(`submission.${state}`)} ${states[state]}`).join(t('pretty.list')),
      columns,
    ),
    ...hanging('', t('changes.all') + changesText(changes, t), columns),
    ...told,
    ...others('missing', inState('missing'), t),
    ...others('new', inState('new'), t),
  ];
  return `${lines.join('\n')}\n`;
}

function reportLines(report: ComparedReport, labelOf: (cell: string) => string, t: Translate): string[] {
  const standing = report.history.at(-1);
  if (standing == null) return [];
  const quiet = standing.reason === null && standing.cells.length === 0 && isQuiet(countFound(standing));
  if (quiet) return [];
  return [
    '',
    ...hanging('', heading(report, t), columns),
    ...(report.history.length > 2 ? hanging('  ', wayText(report, t), columns) : []),
    ...(standing.reason === null ? [] : hanging('  ', standing.reason, columns)),
    ...hanging('  ', changesText(countFound(standing), t), columns),
    ...findingLines(standing, t),
    ...cellLines(standing.cells, labelOf, t),
    ...(standing.unreadCells.length === 0
      ? []
      : hanging('  ', t('submissions.unreadCells', { count: standing.unreadCells.length }), columns)),
  ];
}

const countFound = ({ findings }: Standing) => countChanges(findings);

function heading(report: ComparedReport, t: Translate): string {
  const last = report.history.length - 1;
  return t('submissions.heading', {
    agency: nameOf(report),
    year: yearText(report, t),
    before: gradeText(beforeOf(report, last)),
    after: gradeText(report.history[last]),
    state: t(`submission.${report.state}`),
  });
}

/** The report through all submissions: `C 61 → B 80（部分整改） → …`. */
function wayText({ history }: ComparedReport, t: Translate): string {
  const steps = history.map((each, index) =>
    each === null || index === 0
      ? gradeText(each)
      : t('submissions.step', { grade: gradeText(each), state: t(`submission.${each.state}`) }),
  );
  return steps.join(' → ');
}

function findingLines({ findings }: Standing, t: Translate): string[] {
  return fates
    .filter((fate) => fate !== 'unchanged')
    .flatMap((fate) =>
      findings[fate].flatMap((finding) =>
        hanging('  ', `${t(`changes.${fate}`)} ${findingText(finding, t)}`, columns),
      ),
    );
}

function findingText(finding: ComparedFinding, t: Translate): string {
  const { severity, title, rule, message } = finding;
  const text = t('changes.finding', { severity: t(`severity.${severity}`), title, rule, message });
  return inert(text + findingNote(finding, t));
}

function cellLines(cells: readonly CellChange[], labelOf: (cell: string) => string, t: Translate): string[] {
  const rest = cells.length - listed;
  return [
    ...cells.slice(0, listed).flatMap((change) => hanging('  ', cellText(change, labelOf, t), columns)),
    ...(rest > 0 ? hanging('  ', t('submissions.moreCells', { count: rest }), columns) : []),
  ];
}

function cellText(change: CellChange, labelOf: (cell: string) => string, t: Translate) {
  const { cell, from, to } = change;
  return (
    t('submissions.cell', { cell: labelOf(cell), from: saidText(from, t), to: saidText(to, t) }) +
    changeNotes(change, t)
  );
}

function others(state: 'missing' | 'new', reports: readonly ComparedReport[], t: Translate): string[] {
  if (reports.length === 0) return [];
  const title = t('submissions.list', { state: t(`submission.${state}`), count: reports.length });
  const lines = reports.flatMap((report) => {
    const reason = report.history.at(-1)?.reason ?? null;
    const name = `${nameOf(report)}  ${yearText(report, t)}`;
    const before = t('submissions.unreadBefore', { reason: reason ?? '' });
    return hanging('  ', state === 'new' && reason !== null ? name + before : name, columns);
  });
  return ['', title, ...lines];
}
