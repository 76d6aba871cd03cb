import {
  submissionStates,
  type CellAddress,
  type ComparedFinding,
  type ComparedReport,
  type Standing,
} from '../../model/index.js';
import { changesText, fates } from '../findings/changes.js';
import type { FindingFate } from '../renderer.js';
import type { Value } from '../spreadsheet.js';
import type { ColumnWidth } from '../tables/rows.js';
import { openBook, type SheetLine } from '../xlsx/book.js';
import { dueIn, sortedReports } from './sorted.js';
import {
  beforeOf,
  changeNotes,
  findingNote,
  gradeText,
  labelsOf,
  nameOf,
  rulesDiffer,
  saidText,
  type ComparisonView,
} from './view.js';

const reportColumns = [
  ['agency', 32],
  ['year', 7],
  ['level', 14],
  ['kind', 18],
  ['submissionState', 12],
  ['before', 9],
  ['after', 9],
  ['due', 8],
  ['resolved', 8],
  ['unchanged', 8],
  ['changed', 8],
  ['new', 8],
  ['notAssessable', 8],
  ['changedCells', 8],
  ['reason', 40],
] as const satisfies readonly ColumnWidth[];

const ledgerColumns = [
  ['number', 7],
  ['agency', 26],
  ['year', 7],
  ['severity', 7],
  ['title', 26],
  ['message', 48],
  ['place', 40],
  ['rule', 16],
  ['found', 9],
  ['fate', 12],
  ['ended', 9],
  ['note', 30],
  ['fingerprint', 19],
] as const satisfies readonly ColumnWidth[];

const cellColumns = [
  ['agency', 26],
  ['year', 7],
  ['submission', 9],
  ['cell', 48],
  ['before', 14],
  ['after', 14],
  ['note', 30],
  ['address', 28],
] as const satisfies readonly ColumnWidth[];

const historyColumns = [
  ['agency', 32],
  ['year', 7],
  ['submission', 9],
  ['submissionState', 12],
  ['grade', 6],
  ['score', 7],
  ['resolved', 8],
  ['unchanged', 8],
  ['changed', 8],
  ['new', 8],
  ['notAssessable', 8],
  ['file', 40],
] as const satisfies readonly ColumnWidth[];

const countsOf = (standing: Standing): Value[] =>
  (['resolved', 'unchanged', 'changed', 'new', 'notAssessable'] as const).map(
    (fate) => standing.findings[fate].length,
  );

/** A workbook: overview, reports with their state, the ledger of rectification, changed figures, every report in every submission. */
export async function comparisonXlsx(view: ComparisonView): Promise<Uint8Array> {
  const { t } = view;
  const reports = sortedReports(view.comparison);
  const labels = labelsOf(view);
  const green = 'FF1A6B34';
  const amber = 'FF7D5000';
  const red = 'FFB3261E';
  const stateColours = {
    [t('submission.amended')]: green,
    [t('submission.partlyAmended')]: amber,
    [t('submission.unread')]: amber,
    [t('submission.unchanged')]: red,
    [t('submission.worse')]: red,
    [t('submission.missing')]: red,
  };
  const look = { colours: { submissionState: stateColours } };
  const book = await openBook(t);
  book.lines(t('sheet.summary'), [44, 12, 12], overview(view));
  await book.table(
    t('submissions.reports'),
    reportColumns,
    reports.map((report) => reportRow(report, view)),
    look,
  );
  const rows = reports.flatMap((report) => ledgerRows(report, labels(report), view));
  await book.table(
    t('ledger.sheet'),
    ledgerColumns,
    rows.map((row, index) => [index + 1, ...row]),
  );
  await book.table(
    t('submissions.cells'),
    cellColumns,
    reports.flatMap((report) => cellRows(report, labels(report), view)),
  );
  await book.table(
    t('submissions.history'),
    historyColumns,
    reports.flatMap((report) => historyRows(report, view)),
    look,
  );
  return book.finish();
}

function overview(view: ComparisonView): SheetLine[] {
  const { comparison, provenance, t } = view;
  const { tool, rules } = provenance;
  const made = { tool: `${tool.name} ${tool.version}`, count: rules.count, rules: rules.sha256.slice(0, 12) };
  return [
    { values: [t('submissions.title')], bold: true },
    ...comparison.submissions.map(({ name, audits, unread }, index) => ({
      values: [t('submissions.given', { number: index + 1, name, audits, unread })],
    })),
    ...(rulesDiffer(view) ? [{ values: [t('submissions.rulesDiffer')] }] : []),
    { values: [] },
    { values: [t('column.submissionState'), t('column.count')], bold: true },
    ...submissionStates.map((state) => ({ values: [t(`submission.${state}`), comparison.states[state]] })),
    { values: [] },
    { values: [t('changes.all') + changesText(comparison.changes, t)] },
    { values: [t('html.provenance', made)] },
  ];
}

function reportRow(report: ComparedReport, { t }: ComparisonView): Value[] {
  const last = report.history.length - 1;
  const standing = report.history[last];
  return [
    nameOf(report),
    report.year,
    t(`level.${report.level}`),
    t(`kind.${report.kind}`),
    t(`submission.${report.state}`),
    gradeText(beforeOf(report, last)),
    gradeText(standing),
    dueIn(report),
    ...(standing == null ? [] : [...countsOf(standing), standing.cells.length, standing.reason]),
  ];
}

/** Findings that are there or open in the last submission, and those that were resolved on the way, one row each. */
function ledgerRows(
  report: ComparedReport,
  labelOf: (cell: CellAddress) => string,
  { t }: ComparisonView,
): Value[][] {
  const { history } = report;
  const row = (finding: ComparedFinding, fate: FindingFate, submission: number): Value[] => [
    nameOf(report),
    report.year,
    t(`severity.${finding.severity}`),
    finding.title,
    finding.message,
    finding.cells.map(labelOf).join('\n'),
    finding.rule,
    foundIn(history, finding) + 1,
    t(`changes.${fate}`),
    fate === 'resolved' ? submission + 1 : null,
    findingNote(finding, t),
    finding.fingerprint,
  ];
  const rowsOf = (wanted: readonly FindingFate[], standing: Standing | null, submission: number) =>
    wanted.flatMap((fate) =>
      (standing?.findings[fate] ?? []).map((finding) => row(finding, fate, submission)),
    );
  const last = history.length - 1;
  return [
    ...rowsOf(
      fates.filter((fate) => fate !== 'resolved'),
      history[last] ?? null,
      last,
    ),
    ...history.flatMap((standing, submission) => rowsOf(['resolved'], standing, submission)),
  ];
}

/** The first submission, from 0, in which the finding is as it is now. */
function foundIn(history: ComparedReport['history'], { fingerprint }: ComparedFinding): number {
  return history.findIndex((standing) =>
    (['new', 'changed', 'unchanged'] as const).some((fate) =>
      standing?.findings[fate].some((each) => each.fingerprint === fingerprint),
    ),
  );
}

function cellRows(
  report: ComparedReport,
  labelOf: (cell: CellAddress) => string,
  { t }: ComparisonView,
): Value[][] {
  return report.history.flatMap((standing, submission) =>
    (standing?.cells ?? []).map((change) => [
      nameOf(report),
      report.year,
      submission + 1,
      labelOf(change.cell),
      change.from.value ?? saidText(change.from, t),
      change.to.value ?? saidText(change.to, t),
      changeNotes(change, t),
      change.cell,
    ]),
  );
}

function historyRows(report: ComparedReport, { t }: ComparisonView): Value[][] {
  return report.history.flatMap((standing, submission) =>
    standing === null
      ? []
      : [
          [
            nameOf(report),
            report.year,
            submission + 1,
            t(`submission.${standing.state}`),
            standing.grade,
            standing.score,
            ...countsOf(standing),
            standing.name,
          ],
        ],
  );
}
