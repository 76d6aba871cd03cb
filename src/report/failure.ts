import { failureKindOf, InputError, type FailureKind } from '../model/errors.js';
import type { Lang } from '../model/index.js';
import type { Failure } from './renderer.js';
import type { MessageKey, Translate } from './translate.js';

/**
 * What the engine throws when a document is nested, or a text long, beyond all measure: no fault of the program, which loses nothing by it.
 * Its words are those of V8, SpiderMonkey and JavaScriptCore.
 */
function beyond(error: unknown): InputError | null {
  if (!(error instanceof Error) || !['RangeError', 'InternalError'].includes(error.name)) return null;
  if (/call stack|recursion/i.test(error.message)) return new InputError('too-deep');
  return /invalid (?:string|array|typed array|map|set|count)|allocation|out of memory|size exceeded/i.test(
    error.message,
  )
    ? new InputError('too-large')
    : null;
}

/** What the user is told about an input that could not be read or audited. */
export function failureOf(name: string, error: unknown, lang: Lang, t: Translate): Failure {
  const known = error instanceof InputError ? error : beyond(error);
  if (known !== null) {
    const { code, place } = known;
    const { bound = 'memory' } = known.values;
    // What is too large says by which bound.
    const limit = t(`bound.${bound}` as MessageKey, known.values);
    const values = code === 'too-large' ? { limit } : known.values;
    const details = known.details.map((detail) => detail[lang]);
    return {
      name,
      kind: failureKindOf(code),
      code,
      reason: t(`failure.${code}`, values),
      remedy: t(`failure.${code}.remedy`, values),
      place,
      details,
    };
  }
  const detail = error instanceof Error ? error.message : String(error);
  return {
    name,
    kind: failureKindOf('internal'),
    code: 'internal',
    reason: t('failure.internal', { detail }),
    remedy: t('failure.internal.remedy'),
    place: null,
    details: [],
  };
}

/** Failures of files that are no reports, and all others, each with the title under which they are listed. */
export function failureGroups(
  failures: readonly Failure[],
  t: Translate,
): { title: string; failures: Failure[] }[] {
  const isReport = ({ kind }: { kind: FailureKind }) => kind !== 'notReport';
  const groups = [
    { key: 'failures.unread', failures: failures.filter(isReport) },
    { key: 'failures.notReports', failures: failures.filter((each) => !isReport(each)) },
  ] as const;
  return groups
    .filter((group) => group.failures.length > 0)
    .map((group) => ({ title: t(group.key, { count: group.failures.length }), failures: group.failures }));
}
