import { hasRole } from '../../sentence/clauses.js';
import { isCount, leaveAside, value } from '../../sentence/counts.js';
import { cellsTogether } from '../measures.js';
import type { NumberReading, Setting } from '../setting.js';

/** How many counts on either side are looked at. */
const nearby = 16;

/**
 * 新收 17 件，结转 2 件，办结 19 件: 结转 alone says neither from which year nor to which. Before the number that was handled it is what makes up
 * that number together with what came in; where it neither does nor is what is left, the prose does not say.
 */
export function placeCarried(setting: Setting): void {
  const { lexicon, readings, reportYear } = setting;
  const { next, prior } = lexicon.data.carry;
  const isAlone = ({ aspects, mention }: NumberReading) =>
    aspects.join() === next &&
    [...mention.leading, ...mention.clause.tokens].some(
      (token) => hasRole(token, 'target') && token.kind === 'word' && token.senses.aspect === next,
    );
  readings.forEach((reading, at) => {
    if (reading.aspects[0] !== next || !isCount(setting, reading) || value(reading) === 0) return;
    if (!isAlone(reading)) return;
    const inReach = (each: NumberReading) =>
      isCount(setting, each) &&
      each.mention.sentence === reading.mention.sentence &&
      each.topics.join() === reading.topics.join() &&
      each.applicants.join() === reading.applicants.join();
    const before = readings.slice(Math.max(0, at - nearby), at).filter(inReach);
    const isHandled = (each: NumberReading) => each.aspects.join() === 'handled';
    const handled = readings.slice(at + 1, at + nearby).find((each) => inReach(each) && isHandled(each));
    const received = before.findLast((each) => each.aspects.every((id) => lexicon.data.stages.includes(id)));
    if (handled === undefined || received === undefined || before.some(isHandled)) return;
    if (value(received) - value(reading) === value(handled)) return;
    const cells = cellsTogether(lexicon, reading.topics, prior, reading.applicants, reportYear);
    if (value(received) + value(reading) !== value(handled) || cells === null) {
      leaveAside(reading, 'unknown-words');
      return;
    }
    Object.assign(reading, { aspects: [prior], measures: [cells], by: 'total' });
  });
}
