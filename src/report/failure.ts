import { InputError } from '../model/errors.js';
import type { Lang } from '../model/index.js';
import type { Failure } from './renderer.js';
import type { Translate } from './translate.js';

/** What the user is told about an input that could not be read or audited. */
export function failureOf(name: string, error: unknown, lang: Lang, t: Translate): Failure {
  if (error instanceof InputError) {
    const { code, values, place } = error;
    const details = error.details.map((detail) => detail[lang]);
    return {
      name,
      code,
      reason: t(`failure.${code}`, values),
      remedy: t(`failure.${code}.remedy`, values),
      place,
      details,
    };
  }
  const detail = error instanceof Error ? error.message : String(error);
  const reason = t('failure.internal', { detail });
  return { name, code: 'internal', reason, remedy: t('failure.internal.remedy'), place: null, details: [] };
}
