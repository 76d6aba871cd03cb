import { hasRole, placeOfClause } from '../../sentence/clauses.js';
import type { Token } from '../../sentence/numbers/token.js';
import { isCount, isMarkedPart, isOfOwnYear, isRest, leaveAside, value } from '../../sentence/counts.js';
import { isOpen, isPlain, isStage, type NumberReading, type Setting } from '../setting.js';

/** How many counts of a sentence are looked at for what a rest leaves. */
const nearby = 16;

/**
 * 收到 7 件，1 件撤回，其余 6 件已答复: the rest that was answered is all that was handled only where the others wait for the next year.
 */
export function leaveRests(setting: Setting): void {
  const { lexicon, readings } = setting;
  const waits = ({ aspects }: NumberReading) =>
    aspects.length > 0 && aspects.every((each) => isOpen(lexicon, each));
  readings.forEach((rest, index) => {
    if (!rest.aspects.includes('handled') || !isRest(rest) || !isCount(setting, rest)) return;
    const others = readings.slice(Math.max(0, index - nearby), index).filter(
      (each) =>
        each.mention.sentence === rest.mention.sentence &&
        isPlain(each) &&
        each.channel === null &&
        each.applicants.length === 0 &&
        !isStage(lexicon, each.aspects) &&
        // Behind a noun alone stands the whole.
        (each.aspects.length > 0 || each.unassigned !== null),
    );
    if (!others.every(waits)) leaveAside(rest, 'part');
  });
}

/** 共处理 32 件，已办结 29 件，3 件结转下年: what was finished and what was carried on make up what was to be handled. */
export function leaveToBeHandled(setting: Setting): void {
  const { lexicon, readings } = setting;
  const { next } = lexicon.data.carry;
  const isOf = (each: NumberReading, aspect: string) =>
    each.aspects.join() === aspect && isCount(setting, each) && each.channel === null;
  readings.forEach((due, at) => {
    if (!isOf(due, 'handled') || isRest(due)) return;
    const behind = readings
      .slice(at + 1, at + nearby)
      .filter(({ mention }) => mention.sentence === due.mention.sentence);
    const left = behind.findLast((each) => isOf(each, next) && value(each) > 0);
    const done = behind.some(
      (each) => isOf(each, 'handled') && left !== undefined && value(each) + value(left) === value(due),
    );
    if (done) leaveAside(due, 'part');
  });
}

/**
 * 上年结转的 2 件已答复；今年收到 16 件，年底前答复 15 件: where the text says apart that those carried in were answered, what was answered of those
 * that came in is not all that was handled.
 */
export function leaveOfReceived(setting: Setting): void {
  const { lexicon, readings } = setting;
  const { prior } = lexicon.data.carry;
  const answers = (tokens: readonly Token[]) =>
    tokens.some((token) => token.kind === 'word' && token.senses.aspect === 'handled');
  const isAnswered = (each: NumberReading) => {
    const { mention, aspects } = each;
    if (!aspects.includes(prior) || !isCount(setting, each) || value(each) === 0 || isMarkedPart(each))
      return false;
    const next = mention.sentence.clauses[placeOfClause(mention.sentence, mention.clause) + 1];
    const goesOn = next?.before === ',' && next.tokens.every(({ kind }) => kind !== 'number');
    return answers(mention.trailing) || (goesOn && answers(next.tokens));
  };
  const carried = readings.find(isAnswered);
  const received = readings.find((each) => each.aspects.join() === 'received' && isCount(setting, each));
  if (carried === undefined || received === undefined) return;
  for (const each of readings) {
    if (each.aspects.join() !== 'handled' || !isCount(setting, each)) continue;
    const { roles } = each.mention.before;
    const isAll = roles.has('total') || roles.has('thisYear') || value(each) > value(received);
    if (!isAll) leaveAside(each, 'part');
  }
}

/** 累计受理 1023 件，本年度 96 件: beside the year's own number, told in one breath, the count is that of several years. */
export function takeOwnOfSeveral(setting: Setting): void {
  const { lexicon, readings } = setting;
  readings.forEach((own, at) => {
    const whole = readings[at - 1];
    if (own.unassigned !== 'no-noun' || own.topics.length > 0 || whole === undefined) return;
    const { leading, trailing, sentence, clause } = own.mention;
    const isPlainLead = leading.every((token) => token.kind !== 'rest' && !hasRole(token, 'further'));
    if (trailing.length > 0 || !isPlainLead || !isOfOwnYear(setting, own.mention)) return;
    const beside = whole.mention.sentence === sentence && whole.mention.clause.depth === clause.depth;
    if (!beside || !isCount(setting, whole) || value(whole) <= value(own)) return;
    if (!isStage(lexicon, whole.aspects) || isOfOwnYear(setting, whole.mention)) return;
    const { topics, aspects, applicants, channel, measures } = whole;
    Object.assign(own, { topics, aspects, applicants, channel, measures, unassigned: null });
    leaveAside(whole, 'several-years');
  });
}
