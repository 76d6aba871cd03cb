import { failureKindOf } from '../../model/errors.js';
import type { Failure } from '../../report/renderer.js';
import type { MessageKey, Translate } from '../../report/translate.js';
import { byId, element } from '../dom.js';

/** Says on the page why a document could not be read, and what to do. */
export function drawFailure({ name, code, reason, remedy, place, details }: Failure, t: Translate): void {
  const lines: [MessageKey, string][] = [
    ['failure.file', name],
    ['failure.reason', reason],
    ['failure.place', [place ?? '', ...details].filter((each) => each !== '').join('\n')],
    ['failure.remedy', remedy],
  ];
  const items = lines.filter(([, text]) => text !== '');
  byId('failure', HTMLElement).replaceChildren(
    ...items.map(([key, text]) => element('div', {}, element('dt', {}, t(key)), element('dd', {}, text))),
  );
  byId('scan', HTMLElement).hidden = code !== 'scanned';
  byId('scan-said', HTMLElement).textContent = '';
}

/** The worker gave no sign for too long. */
export const lateFailure = (t: Translate): Failure => ({
  name: '',
  kind: failureKindOf('late'),
  code: 'late',
  reason: t('desk.late'),
  remedy: t('desk.later'),
  place: null,
  details: [],
});

/** The page itself broke down. */
export const brokenFailure = (error: unknown, t: Translate): Failure => ({
  name: '',
  kind: 'crash',
  code: 'internal',
  reason: t('page.broken', { detail: error instanceof Error ? error.message : String(error) }),
  remedy: '',
  place: null,
  details: [],
});
