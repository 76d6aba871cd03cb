import { gzipSync, strToU8 } from 'fflate';
import {
  agencyKinds,
  agencyLevels,
  submissionStates,
  type ComparedReport,
  type Standing,
} from '../../../model/index.js';
import { fates } from '../../findings/changes.js';
import { inert } from '../../tables/layout.js';
import { dueIn } from '../sorted.js';
import {
  beforeOf,
  changeNotes,
  findingNote,
  gradeText,
  labelsOf,
  nameOf,
  saidText,
  type ComparisonView,
} from '../view.js';

/** Reports whose details are unpacked together. */
const chunk = 50;

/** Of the fates those first that ask for something. */
const shownFates = [...fates].sort((one, other) => weight(one) - weight(other));

function weight(fate: (typeof fates)[number]): number {
  return ['new', 'changed', 'unchanged', 'notAssessable', 'resolved'].indexOf(fate);
}

/** The rows as the script reads them; states, levels and kinds are numbers of the lists beside. */
export function dashboardData(view: ComparisonView, reports: readonly ComparedReport[]) {
  const { t, comparison } = view;
  return {
    states: submissionStates,
    stateNames: submissionStates.map((state) => t(`submission.${state}`)),
    levels: agencyLevels.map((level) => t(`level.${level}`)),
    fates: Object.fromEntries(fates.map((fate) => [fate, t(`changes.${fate}`)])),
    words: {
      shown: t('index.shown'),
      close: t('submissions.close'),
      submission: t('submissions.one'),
      cells: t('submissions.cells'),
      cellHeads: [t('column.cell'), t('column.before'), t('column.after'), t('column.note')],
    },
    submissions: comparison.submissions.map(({ name }) => inert(name)),
    chunk,
    rows: reports.map((report) => {
      const last = report.history.length - 1;
      const standing = report.history[last];
      const cells = standing?.cells ?? [];
      return [
        nameOf(report),
        report.year,
        agencyLevels.indexOf(report.level),
        agencyKinds.indexOf(report.kind),
        submissionStates.indexOf(report.state),
        gradeText(beforeOf(report, last)),
        gradeText(standing),
        ...(['new', 'changed', 'unchanged', 'resolved', 'notAssessable'] as const).map(
          (fate) => standing?.findings[fate].length ?? 0,
        ),
        cells.length,
        cells.filter(({ asked }) => !asked).length,
        dueIn(report),
      ];
    }),
  };
}

/** What has become of the reports in each submission, compressed, some reports a block. */
export function* detailBlocks(view: ComparisonView, reports: readonly ComparedReport[]): Generator<string> {
  const labels = labelsOf(view);
  for (let start = 0; start < reports.length; start += chunk) {
    const block = reports
      .slice(start, start + chunk)
      .map((report) =>
        report.history.map((each) => (each === null ? null : detailOf(each, labels(report), view))),
      );
    yield Buffer.from(gzipSync(strToU8(JSON.stringify(block)), { level: 9, mtime: 0 })).toString('base64');
  }
}

function detailOf(standing: Standing, labelOf: (cell: string) => string, { t }: ComparisonView) {
  const { state, reason, findings, cells, unreadCells } = standing;
  return {
    state: submissionStates.indexOf(state),
    grade: gradeText(standing),
    reason: reason === null ? '' : ` ${inert(reason)}`,
    findings: shownFates.flatMap((fate) =>
      findings[fate].map((finding) => [
        fate,
        t(`severity.${finding.severity}`),
        inert(finding.title),
        finding.rule,
        inert(finding.message),
        findingNote(finding, t),
      ]),
    ),
    cells: cells.map((change) => [
      labelOf(change.cell),
      saidText(change.from, t),
      saidText(change.to, t),
      changeNotes(change, t),
    ]),
    unread: unreadCells.length === 0 ? '' : t('submissions.unreadCells', { count: unreadCells.length }),
  };
}
