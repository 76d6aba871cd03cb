import type { Lang } from '../model/index.js';
import { InputError } from '../model/errors.js';
import type { Failure, FailureCode } from '../report/renderer.js';
import type { Translate } from '../report/translate.js';
import { problemOf } from './inputs.js';

interface Trouble {
  code: FailureCode;
  values?: Record<string, string>;
  place?: string | null;
  details?: string[];
}

/** What the user is told about an input that cannot be audited. */
export function failure(
  name: string,
  { code, values = {}, place = null, details = [] }: Trouble,
  t: Translate,
): Failure {
  return {
    name,
    code,
    reason: t(`failure.${code}`, values),
    remedy: t(`failure.${code}.remedy`, values),
    place,
    details,
  };
}

/** The same for anything thrown while the input was read or audited. */
export function failureOf(name: string, error: unknown, lang: Lang, t: Translate): Failure {
  if (error instanceof InputError) {
    const { code, values, place } = error;
    return failure(name, { code, values, place, details: error.details.map((detail) => detail[lang]) }, t);
  }
  const detail = error instanceof Error ? error.message : String(error);
  return failure(name, { code: problemOf(error), values: { detail } }, t);
}
