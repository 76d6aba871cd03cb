import { hasRole, type Sentence } from '../sentence/clauses.js';
import type { Role } from '../lexicon/roles.js';
import { measureOf } from './measures.js';
import { readPhrase } from '../lexicon/words/phrase.js';
import { isPlain, isStage, type NumberReading, type Setting } from './setting.js';
import type { NumberToken } from '../sentence/numbers/token.js';

/** How many numbers away the count may stand. */
const memory = 16;

/** Which counts of a sentence are said to contain others: 收到35件（含上年结转4件）, 其中上年度结转6件, 加上上年结转的3件，共办理29件. */
export function includesOf(
  setting: Setting,
  sentence: Sentence,
  readings: readonly NumberReading[],
): Map<NumberReading, string[]> {
  const { lexicon, reportYear } = setting;
  const found = new Map<NumberReading, string[]>();
  if (
    !sentence.roles.has('contains') &&
    !sentence.roles.has('plus') &&
    !sentence.clauses.some(({ host }) => host !== null)
  )
    return found;
  const add = (holder: NumberReading | undefined, measures: readonly string[]) => {
    if (holder !== undefined) found.set(holder, [...new Set([...(found.get(holder) ?? []), ...measures])]);
  };
  const isWhole = (each: NumberReading) =>
    isPlain(each) &&
    (each.aspects.length === 0 || isStage(lexicon, each.aspects)) &&
    each.measures.length > 0;
  const whole = new Map(readings.filter(isWhole).map((each) => [each.mention.number, each]));
  const ofNumber = (number: NumberToken) => whole.get(number);
  readings.forEach((each, index) => {
    if (!each.aspects.includes(lexicon.data.carry.prior) || each.measures.length === 0) return;
    const says = (role: Role) => each.mention.leading.some((token) => hasRole(token, role));
    const { host } = each.mention.clause;
    if (says('except')) return;
    if (host !== null) add(ofNumber(host), each.measures.flat());
    else if (says('plus')) add(readings.slice(index + 1, index + memory).find(isWhole), each.measures.flat());
    else if (says('contains'))
      add(readings.slice(Math.max(0, index - memory), index).findLast(isWhole), each.measures.flat());
  });
  // 收到35件（含上年结转）: no number of its own.
  for (const clause of sentence.clauses) {
    if (
      clause.host === null ||
      clause.tokens.some((token) => token.kind === 'number' || hasRole(token, 'negation'))
    )
      continue;
    const holder = ofNumber(clause.host);
    if (holder === undefined || !clause.tokens.some((token) => hasRole(token, 'contains'))) continue;
    for (const { id } of readPhrase(clause.tokens).aspects) {
      for (const topic of holder.topics) {
        const cells = measureOf(lexicon, topic, id, [], null, reportYear);
        if (Array.isArray(cells)) add(holder, cells);
      }
    }
  }
  return found;
}
