import { failureKindOf } from '../../model/errors.js';
import type { Failure } from '../../report/renderer.js';
import type { Translate } from '../../report/translate.js';
import type { Fate } from './pool.js';

/** What the user is told about an input that cost every thread that tried it; `seconds` is the time it had. */
export function givenUp(name: string, fate: Fate, seconds: number, t: Translate): Failure {
  const detail = fate.kind === 'crashed' && fate.error instanceof Error ? fate.error.message : '';
  const reason = t(`failure.${fate.kind}`, { detail, seconds, limit: t('bound.memory') });
  return {
    name,
    kind: failureKindOf(fate.kind),
    code: fate.kind,
    reason,
    remedy: t(`failure.${fate.kind}.remedy`),
    place: null,
    details: [],
  };
}
