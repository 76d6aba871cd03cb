import { inert } from '../../report/tables/layout.js';
import type { Failure } from '../../report/renderer.js';
import type { Translate } from '../../report/translate.js';

/** One line on standard error for an input that could not be audited, one more for each mistake in it. */
export function failureLog({ name, reason, remedy, place, details }: Failure, t: Translate): string {
  const where = place === null ? '' : t('log.place', { place });
  const lines = [
    t('log.failure', { name, where, reason, remedy }),
    ...details.map((detail) => `  ${detail}`),
  ];
  return lines.map((line) => `${inert(line)}\n`).join('');
}
