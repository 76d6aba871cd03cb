import type { submissionsZhCN } from '../zh-CN/submissions.js';

/** What is said of several submissions in English. */
export const submissionsEn: Record<keyof typeof submissionsZhCN, string> = {
  'help.compare':
    'compare submissions in their order: what each agency amended, findings new, unchanged, resolved, no longer assessable, figures changed',
  'help.compare.earlier':
    'the first submission: audits (json, ndjson or a folder of them), or the reports themselves',
  'help.compare.later': 'later submissions, in order',
  'help.compare.failOn':
    'exit with status 1 for findings of this severity that are new or have other figures',
  'help.compare.rules': 'rules added when reports themselves are audited; may be repeated',
  'usage.noSubmission': '{path} holds neither audits nor annual reports.',

  'submission.amended': 'amended',
  'submission.partlyAmended': 'partly amended',
  'submission.unchanged': 'findings unchanged',
  'submission.worse': 'worse',
  'submission.new': 'new',
  'submission.missing': 'missing',
  'submission.unread': 'cannot be told',

  'submissions.given': '{number}. {name} ({audits} audited, {unread} not readable)',
  'submissions.rulesDiffer':
    'Note: the audits were made with different rules; findings may come and go by that alone.',
  'submissions.heading': '{agency}  {year}  {before} → {after}  {state}',
  'submissions.step': '{grade} ({state})',
  'submissions.notAssessedBefore': ' (could not be assessed before; it may be an old mistake)',
  'submissions.cell': 'figure changed: {cell}: {from} → {to}',
  'submissions.unasked': ' (no finding asked for it)',
  'submissions.unsure': ' (read with doubt, see the document)',
  'submissions.moreCells': '{count} more {count|figure|figures} changed',
  'submissions.unreadCells':
    '{count} {count|cell|cells} could not be compared, for one of the two was not read',
  'submissions.list': '{state} ({count})',
  'submissions.unreadBefore': ' (not readable before: {reason})',
  'submissions.title': 'Submissions and corrections',
  'submissions.givenShort': '{name} ({audits} audited, {unread} not readable)',
  'submissions.states': 'What has become of the reports',
  'submissions.reports': 'Reports',
  'submissions.searchHint': 'agency',
  'submissions.onlyUnasked': 'only with figures changed that no finding asked for',
  'submissions.cells': 'Figures changed',
  'submissions.cellsShort': 'Figures',
  'submissions.one': '{number}. {name}',
  'submissions.close': 'Close',
  'submissions.dismissed': ' (dismissed on review)',
  'submissions.suspect': ' (possibly a misreading)',
  'submissions.history': 'All submissions',
  'column.submissionState': 'Corrections',
  'column.before': 'Before',
  'column.after': 'After',
  'column.cell': 'Cell',
  'column.resolved': 'Resolved',
  'column.unchanged': 'Unchanged',
  'column.changed': 'Other figures',
  'column.new': 'New',
  'column.notAssessable': 'Not assessable',
  'column.changedCells': 'Figures',
  'column.submission': 'Submission',
  'column.found': 'Found in',
  'column.ended': 'Resolved in',
  'column.fate': 'Progress',
  'column.due': 'To do',
  'help.audit.noPrior': 'reports of other years given together do not serve as earlier years',
  'audit.ownYears':
    '{count} {count|report has|reports have} earlier years of the same agency among the others; continuity was checked against them (--no-prior switches it off).',
  'desk.ownYears': '; {count} checked against earlier years of the same agency',
};
