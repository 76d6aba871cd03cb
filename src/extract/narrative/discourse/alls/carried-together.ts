import { hasRole, isConjunction } from '../../sentence/clauses.js';
import { value } from '../../sentence/counts.js';
import type { NumberReading, Setting } from '../setting.js';
import { isWhole } from './antecedent.js';

/** Both numbers as one count of what came in, if one is of what was received and the other of what was carried in. */
function bothOf(setting: Setting, both: readonly NumberReading[]): NumberReading | null {
  const { prior } = setting.lexicon.data.carry;
  // What is carried may stand before the noun, and is then not understood.
  const isCarried = ({ mention, applicants, channel }: NumberReading) =>
    applicants.length === 0 &&
    channel === null &&
    // 新收 35 件（含上年结转 4 件）: it is in the number already.
    mention.clause.host === null &&
    !mention.leading.some((token) => hasRole(token, 'contains')) &&
    mention.leading.some((token) => token.kind === 'word' && token.senses.aspect === prior);
  const received = both.find((each) => isWhole(setting, each) && each.aspects.includes('received'));
  if (received === undefined || !both.every((each) => each === received || isCarried(each))) return null;
  return { ...received, total: both.reduce((sum, each) => sum + value(each), 0) };
}

/** 上年结转的 1 件和新收的 11 件均已办结: the number and the one joined to it; `null` where it stands for itself. */
export function carriedTogether(
  setting: Setting,
  own: readonly NumberReading[],
  reading: NumberReading,
): NumberReading | null {
  const before = own[own.indexOf(reading) - 1];
  const joined = before !== undefined && reading.mention.leading.some(isConjunction);
  return joined ? bothOf(setting, [before, reading]) : null;
}

/** 新收 11 件，上年结转 1 件，（共 12 件，）均已办结: what a clause without a number says of the two before it. */
export function carriedBefore(
  setting: Setting,
  own: readonly NumberReading[],
  last: NumberReading,
): NumberReading | null {
  const at = own.indexOf(last);
  const total = at > 1 ? bothOf(setting, own.slice(at - 2, at)) : null;
  if (total !== null && total.total === value(last)) return total;
  return at > 0 ? bothOf(setting, own.slice(at - 1, at + 1)) : null;
}
