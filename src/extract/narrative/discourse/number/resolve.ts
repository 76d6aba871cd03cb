import type { Unassigned } from '../../../../model/report/explained.js';
import { classify, isListedAct } from '../../lexicon/classes.js';
import { governs } from '../../lexicon/words/phrase.js';
import { wordsOf } from '../../lexicon/words/words-of.js';
import { leaveAside } from '../../sentence/counts.js';
import { hasRole, isConjunction } from '../../sentence/clauses.js';
import type { Mention } from '../../sentence/mentions.js';
import type { Token } from '../../sentence/numbers/token.js';
import { placeOf } from '../../sentence/place-of.js';
import { isPlain, recent, type NumberReading, type Said, type Setting } from '../setting.js';
import { scopeAt } from '../whose.js';
import { next } from './behind.js';
import { measuresOf, measuresOfItems } from './cells.js';
import { changeOf, excluded, qualifierOf, timeOfMention } from './circumstance.js';
import { isOfRefused, isPresumed, ofDisclosure } from './disputes.js';
import { noTotal, unclear, unfit } from './held-back.js';
import {
  growing,
  ofNone,
  ofOwnYear,
  spreadVerb,
  takeTopic,
  takeUpAgain,
  withIncluded,
} from './taken-over.js';
import type { Told } from './told.js';

/** Whether 其中 stands between the number and the one before it. */
function isListed({ breakdowns, readings }: Setting, { number }: Mention): boolean {
  const place = (position: number) => placeOf(breakdowns, position, (each) => each);
  return place(number.start) > place(recent(readings, isPlain)?.mention.number.start ?? 0);
}

/** What the text spoke of is not known any more behind a number of something unknown, unless it is a part or stands aside. */
function loseTopic(setting: Setting, { before, clause, number, sentence }: Mention): void {
  // 召开会商会 9 次
  if (number.unit?.family === 'times' && before.unknown) return;
  const { breakdowns } = setting;
  const listed =
    (['breakdown', 'blocker', 'compare'] as const).some((role) => before.roles.has(role)) ||
    clause.depth > 0 ||
    (breakdowns[placeOf(breakdowns, number.start, (each) => each) - 1] ?? -1) >= sentence.start;
  if (!listed) setting.counted.push({ topics: [], position: number.start, until: clause.until });
}

/** 商业企业 2 件，其他 1 件: the rest is of what the list counts. `false`: nothing says of what. */
function nameRest({ lexicon }: Setting, said: Said, previous: NumberReading | undefined): boolean {
  const rest = Object.entries(lexicon.data.applicants).find(([, each]) => each.rest);
  if (previous !== undefined && previous.applicants.length > 0 && rest !== undefined) {
    said.aspects = [];
    said.applicants = [rest[0]];
    return true;
  }
  return previous !== undefined && previous.aspects.length > 0;
}

const isSilent = ({ topics, aspects, applicants, channel }: Said): boolean =>
  topics.length + aspects.length + applicants.length === 0 && channel === null;

/** A year, or a part of one, stands before the number. */
const isDated = (leading: readonly Token[]): boolean =>
  leading.some((token) => token.kind === 'year' || token.kind === 'months' || hasRole(token, 'partYear'));

/** The number that one without words of its own is compared with, or is a part of. */
function meant(
  setting: Setting,
  mention: Mention,
  reading: NumberReading,
  compared: boolean,
  previous: NumberReading | undefined,
): NumberReading | undefined {
  const { roles } = mention.before;
  const ofBase = reading.share && (['share', 'rate'] as const).some((role) => roles.has(role));
  // 全区受理 52 件，区本级 28 件
  const ofOwn =
    previous?.scope === 'region' &&
    mention.leading.length > 0 &&
    mention.leading.every((token) => hasRole(token, 'own'));
  // 2021 年收到 7 件，2022 年 13 件，2023 年 22 件；一季度收到 4 件，二季度 5 件
  const own = mention.leading.filter((token) => !isConjunction(token) && !hasRole(token, 'of'));
  const inSeries =
    own.length === 1 &&
    isDated(own) &&
    mention.trailing.length === 0 &&
    previous !== undefined &&
    isDated(previous.mention.leading);
  const refers =
    compared ||
    ofOwn ||
    inSeries ||
    reading.change !== 0 ||
    roles.has('becomes') ||
    ((ofBase || mention.clause.depth > 0) && reading.share && !roles.has('respectively'));
  return growing(setting, mention) ?? (refers ? previous : ofOwnYear(setting, mention, previous));
}

/** 其中网上 66 件、来信 31 件: in a list of channels a noun of other matters that come in names one more of them. */
function isWay(
  { lexicon: { data, byApplicant } }: Setting,
  { clause, leading, before }: Mention,
  { topics, aspects }: Said,
  previous: NumberReading | undefined,
): boolean {
  if (topics.length === 0 || aspects.length > 0 || !topics.every((id) => data.ways.includes(id)))
    return false;
  if (previous === undefined || !previous.topics.every((id) => byApplicant.has(id))) return false;
  const goesOn = previous.mention.clause === clause && leading[0]?.kind === 'mark';
  return (
    (goesOn && previous.channel !== null) || (before.roles.has('breakdown') && previous.topics.length > 0)
  );
}

/** Says what the number of a mention counts. */
export function resolve(setting: Setting, mention: Mention): NumberReading {
  const { lexicon } = setting;
  const { before, after, number, sentence, clause } = mention;
  const previous = recent(
    setting.readings,
    (each) =>
      each.mention.sentence === sentence && isPlain(each) && each.mention.clause.depth <= clause.depth,
  );
  // 比 2022 年的 28 件多; 由 2 件降为 0 件
  const compared =
    (before.roles.has('compare') && !before.roles.has('becomes')) ||
    hasRole(next(sentence, number)[0], 'becomes');
  const change = changeOf(mention);
  const share = number.unit?.kind === 'percent' && change === 0;
  const time = timeOfMention(setting, mention, compared, change);
  const reading: NumberReading = {
    mention,
    topics: [],
    aspects: [],
    applicants: [],
    channel: null,
    measures: [],
    unassigned: null,
    total: null,
    by: 'words',
    change,
    share,
    time,
    scope: scopeAt(setting, sentence, number.start),
    qualifier: qualifierOf(mention),
  };
  const stop = (why: Unassigned): NumberReading => ({ ...reading, unassigned: why });
  const words = wordsOf(setting, mention);
  if (words === null) return stop('unknown-words');
  const { nouns, said, fromAfter, loose } = words;
  if (loose) reading.by = 'total';
  if (before.gap && (governs(before) || !fromAfter)) {
    loseTopic(setting, mention);
    return stop('unknown-words');
  }
  const isRest = said.aspects.includes('other') && said.topics.length === 0;
  if (isRest && !nameRest(setting, said, previous)) return stop('no-noun');
  const disputes =
    said.aspects.length + said.applicants.length === 0 && said.channel === null
      ? ofDisclosure(setting, mention)
      : null;
  if (disputes !== null) said.topics = disputes.topics;
  if (isSilent(said)) {
    const same = meant(setting, mention, reading, compared, previous);
    if (same?.unassigned === 'part-of-year' && time.span === 'part' && !before.unknown)
      return { ...stop('part-of-year'), topics: same.topics, aspects: same.aspects };
    if (before.unknown || same === undefined || same.measures.length === 0) {
      takeUpAgain(setting, mention);
      return stop('no-noun');
    }
    const why = excluded(setting, mention, time);
    if (why !== null) return stop(why);
    const { topics, aspects, applicants, channel, measures } = same;
    return { ...reading, topics, aspects, applicants, channel, measures };
  }
  if (isWay(setting, mention, said, previous)) return stop('no-noun');
  said.aspects = withIncluded(setting, mention, said.aspects);
  const named = said.topics.length > 0;
  const told: Told = {
    nouns,
    said,
    fromAfter,
    loose,
    mention,
    phrase: fromAfter ? after : before,
    named,
    previous,
    share,
  };
  const doubt = unclear(setting, told);
  if (doubt !== null) return stop(doubt);
  // 12 件涉及其他事项: what an application is about is not what the text speaks of.
  const isContent = told.phrase.roles.has('blocker') && !said.topics.some((id) => lexicon.tabled.has(id));
  // 1 件属信访事项: nor is what a part of them turned out to be.
  const isKind =
    fromAfter && hasRole(mention.trailing[0], 'copula') && !said.topics.some((id) => lexicon.tabled.has(id));
  if (named && !isContent && !isKind)
    setting.counted.push({ topics: said.topics, position: number.start, counted: true, until: clause.until });
  else if (!named) {
    reading.by = takeTopic(setting, mention, said);
    if (said.topics.length === 0) return stop('no-noun');
  }
  const ofSame = previous?.topics.join() === said.topics.join();
  if (said.aspects.length === 0 && said.applicants.length > 0 && ofSame) said.aspects = previous.aspects;
  if (!said.topics.some((id) => lexicon.byApplicant.has(id))) said.applicants = [];
  spreadVerb(setting, mention, said, previous);
  said.aspects = ofNone(setting, mention, said);
  if (!classify(setting, mention, said, named, told.phrase.nouns)) return stop('content');
  if ((said.aspects.length === 0 || !named) && isListedAct(setting, mention, nouns, said))
    return stop('content');
  if (said.aspects.includes(lexicon.data.carry.prior) && time.year !== null)
    reading.time = { ...time, year: null };
  Object.assign(reading, said);
  const misfit = unfit(setting, told) ?? excluded(setting, mention, reading.time);
  if (misfit !== null) return stop(misfit);
  // 受理 1 件由县政府转来的申请
  if (fromAfter && after.roles.has('others')) return stop('other-agency');
  const each = mention.leading.some((token) => hasRole(token, 'each'));
  // None of several things is none of each.
  const measures =
    (each ? measuresOfItems(setting, mention.leading) : null) ??
    measuresOf(setting, said, each || number.value === 0);
  if (measures === null) return stop('no-measure');
  const ofOthers = !named || isListed(setting, mention);
  if (ofOthers && isOfRefused(setting, said, named)) return stop('no-measure');
  reading.measures = measures;
  if (isPresumed(setting, mention, said) && !setting.disclosure(number.start)) reading.by = 'topic';
  const part = noTotal(setting, told, reading, each);
  if (part !== null) leaveAside(reading, part);
  return reading;
}
