import type { Audit, Grade, GradingPolicy, Lang } from '../../model/index.js';
import type { Cause } from '../causes/causes.js';
import { sayIn } from '../messages.js';
import type { Unread } from '../unread.js';

/**
 * What the office would say of the report. What surely is wrong comes first; what may have been misread, and cells that could not be read,
 * have to be verified; a report is clear only as far as it was checked.
 */
export function verdictOf(
  causes: readonly Cause[],
  grade: Grade,
  unread: Unread,
  { verdict: policy }: GradingPolicy,
  lang: Lang,
): Pick<Audit, 'verdict' | 'verdictText'> {
  const say = sayIn(lang);
  const grave = causes.filter(({ severity }) => policy.severities.includes(severity));
  const count = grave
    .filter(({ category, extraction }) => !extraction && policy.correct.includes(category))
    .reduce((total, cause) => total + cause.count, 0);
  if (count > 0 && grade !== 'U')
    return { verdict: 'correct', verdictText: say('verdict.correct', { count }) };
  const doubtful = grave.some(({ category, extraction }) => extraction || policy.verify.includes(category));
  if (doubtful || unread.any || grade === 'U')
    return { verdict: 'verify', verdictText: say('verdict.verify') };
  return { verdict: 'clear', verdictText: say('verdict.clear') };
}
