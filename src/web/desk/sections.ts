import type { Attendance, Waiver } from '../../model/index.js';
import { attendanceLines } from '../../report/office/attendance.js';
import { failureGroups } from '../../report/failure.js';
import type { Failure } from '../../report/renderer.js';
import type { Translate } from '../../report/translate.js';
import { byId, element } from '../dom.js';
import type { Conflict } from './review/review.js';

/** What could not be read, and what is no annual report, each with its reason. */
export function drawFailures(failures: readonly Failure[], t: Translate): void {
  const section = byId('desk-failures', HTMLElement);
  section.hidden = failures.length === 0;
  byId('desk-scan', HTMLElement).hidden = !failures.some(({ code }) => code === 'scanned');
  const itemOf = ({ name, reason, details, remedy }: Failure) =>
    element(
      'li',
      { 'data-file': name },
      element('b', {}, name),
      ' ',
      reason,
      ...details.flatMap((detail) => [element('br'), detail]),
      ' ',
      element('span', { class: 'note' }, remedy),
    );
  section.replaceChildren(
    ...failureGroups(failures, t).flatMap((group) => [
      element('h2', {}, group.title),
      element('ul', {}, ...group.failures.map(itemOf)),
    ]),
  );
}

/** Who on the roster has not reported, who has twice, and who is not on it. */
export function drawRoster(attendance: Attendance | null, t: Translate): void {
  byId('desk-attendance', HTMLElement).hidden = attendance === null;
  if (attendance === null) return;
  const lines = attendanceLines(attendance, t);
  byId('desk-attendance-title', HTMLElement).textContent = t('attendance.title', {
    count: attendance.agencies,
  });
  const itemsOf = (items: readonly string[]) => items.map((item) => element('li', {}, item));
  byId('desk-attendance-list', HTMLElement).replaceChildren(
    ...(lines.length === 0
      ? [element('p', {}, t('attendance.complete'))]
      : lines.map(({ heading, items }) =>
          element('details', {}, element('summary', {}, heading), element('ul', {}, ...itemsOf(items))),
        )),
  );
}

/** Findings about which two officers disagree; a click settles one. */
export function drawConflicts(
  conflicts: readonly Conflict[],
  titleOf: (fingerprint: string) => string | undefined,
  t: Translate,
  onSettle: (conflict: Conflict, chosen: Waiver) => void,
): void {
  byId('desk-conflicts', HTMLElement).hidden = conflicts.length === 0;
  const choice = (conflict: Conflict, chosen: Waiver) => {
    const { verdict, reviewer, reason } = chosen;
    const said = t('review.text', { verdict: t(`review.${verdict}`), reviewer, until: '', reason });
    const button = element('button', { type: 'button' }, said);
    button.addEventListener('click', () => onSettle(conflict, chosen));
    return button;
  };
  byId('desk-conflict-list', HTMLElement).replaceChildren(
    ...conflicts.map((conflict) => {
      const { ours, theirs } = conflict;
      const title = element('b', {}, titleOf(ours.fingerprint) ?? ours.fingerprint);
      return element('li', {}, title, element('br'), choice(conflict, ours), ' ', choice(conflict, theirs));
    }),
  );
}
