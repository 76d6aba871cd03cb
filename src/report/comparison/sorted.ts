import { isDue, type ComparedReport, type Comparison, type SubmissionState } from '../../model/index.js';

/** What an officer looks at first stands first. */
const byConcern: readonly SubmissionState[] = [
  'worse',
  'unchanged',
  'partlyAmended',
  'missing',
  'unread',
  'new',
  'amended',
];

/** How many findings of the last submission say that the agency has something to put right, or may still have. */
export function dueIn({ history }: ComparedReport): number {
  const {
    unchanged = [],
    changed = [],
    new: added = [],
    notAssessable = [],
  } = history.at(-1)?.findings ?? {};
  return [...unchanged, ...changed, ...added, ...notAssessable].filter(isDue).length;
}

/** The reports by what asks most for a look, else as they came; those that have not changed and need not stand last. */
export function sortedReports({ reports }: Comparison): ComparedReport[] {
  const place = (report: ComparedReport) =>
    report.state === 'unchanged' && dueIn(report) === 0 ? byConcern.length : byConcern.indexOf(report.state);
  return [...reports].sort((one, other) => place(one) - place(other));
}
