import type { Unassigned } from '../../../../model/report/explained.js';
import { isClassOfDocuments, opensOther } from '../../lexicon/classes.js';
import type { Lexicon } from '../../lexicon/lexicon.js';
import type { Token } from '../../sentence/numbers/token.js';
import { hasRole, placeOfClause, isConjunction } from '../../sentence/clauses.js';
import { isMarkedPart, isOfOwnYear } from '../../sentence/counts.js';
import type { Mention } from '../../sentence/mentions.js';
import { withinTopics } from '../alls/said-of-all.js';
import { accepts } from '../measures.js';
import { aboutDisclosure } from '../whose.js';
import { isPlain, isStage, recent, type NumberReading, type Setting } from '../setting.js';
import { isMerged } from '../split.js';
import { next, startsList } from './behind.js';
import { isPart } from './cells.js';
import { unitFits } from './circumstance.js';
import {
  areOfOtherKind,
  areSaidOfDisclosure,
  goesOnWithOthers,
  isForOtherCause,
  isOverAct,
  isPresumed,
} from './disputes.js';
import type { Told } from './told.js';

/** Why the words beside a number do not say for certain what it counts, whatever the noun is. */
export function unclear(setting: Setting, told: Told): Unassigned | null {
  const { lexicon } = setting;
  const { mention, nouns, said, phrase, named, previous } = told;
  const { before, after } = mention;
  const entries = lexicon.data.topics;
  const vague = nouns.some((each) => each.strength === 'weak') && (before.strange || phrase.strange);
  const speaks =
    phrase.roles.has('disclosure') || phrase.nouns.some((id) => lexicon.data.disclosure.includes(id));
  if (vague && !speaks) return 'unknown-words';
  // 行政许可方面，受理申请 89 件
  const plain = nouns.length > 0 && nouns.every((each) => each.strength === 'weak');
  const { foreign, disclosure } = mention.sentence;
  if (plain && !speaks && foreign < mention.number.start && disclosure > mention.number.start)
    return 'content';
  // 电话咨询依申请公开事宜 6 次
  const asks = mention.sentence.roles.has('asking');
  const asked = asks ? mention.leading.findIndex((token) => hasRole(token, 'asking')) : -1;
  const next = mention.leading[asked + 1];
  if (asked !== -1 && next?.kind === 'word' && said.topics.includes(next.senses.topic ?? ''))
    return 'content';
  // 对 2 件答复，申请人申请行政复议: what something was done about.
  const isAbout =
    hasRole(mention.leading.at(-1), 'cause') && before.topics.length + before.aspects.length === 0;
  if (isAbout && said.aspects.length > 0 && !said.aspects.includes('received') && !decides(lexicon, mention))
    return 'content';
  // 3 个阶段, 9 个单位: of any number of things, what stands behind it.
  const [behind] = mention.trailing;
  const ofThing =
    behind?.kind === 'rest' ||
    hasRole(behind, 'negation') ||
    (behind?.kind === 'word' && hasRole(behind, 'filler') && nouns.length > 0 && told.fromAfter);
  if (mention.number.unit?.name === '个' && ofThing) return 'unknown-words';
  if (before.strange && nouns.some((each) => entries[each.id]?.overlapping)) return 'unknown-words';
  if (areCases(setting, told)) return 'content';
  const limited = !phrase.roles.has('ways') && (before.otherWay || phrase.otherWay) && said.channel === null;
  if (limited && said.topics.some((id) => entries[id]?.channel !== undefined)) return 'unknown-words';
  // 2 件系重复提交，按 1 件办理
  const { tokens } = mention.clause;
  const merges = mention.sentence.roles.has('countedAs');
  if (merges && tokens.some((token, at) => isMerged(token, tokens[at + 1]))) return 'split';
  if (named) return null;
  // 制定《依申请公开办理规范》1 项: what the title is of, the words before it do not say.
  if (mention.leading.at(-1)?.kind === 'title' && before.topics.length === 0) return 'content';
  // 办理的 6 件建议提案均得到好评
  const thing = behind?.kind === 'word' && behind.senses.strength === 'strong' ? behind.senses.topic : null;
  if (thing !== null && !lexicon.tabled.has(thing)) return 'unknown-words';
  if (opensOther(lexicon, mention, said.aspects)) return 'content';
  const host =
    mention.clause.host === null
      ? undefined
      : recent(setting.readings, (each) => each.mention.number === mention.clause.host);
  // 行政复议 10 件（含上年度结转 2 件）: what a bracket says is said of the count before it.
  if (host !== undefined && host.topics.length > 0) {
    const goes = said.aspects.every((each) => host.topics.every((id) => accepts(lexicon, id, each)));
    if (!goes) return 'no-measure';
  }
  // 收到市局转办的 58 件，办结 58 件
  const whose = before.roles.has('own') || before.roles.has('region');
  // 受理以各部门为被申请人的复议 31 件，其中维持 20 件、撤销 4 件: nor are its parts; 其中各乡镇 5 件，办结 20 件: what follows a part of others is.
  const ofOther =
    previous?.unassigned === 'other-agency' &&
    !(
      isMarkedPart(previous) &&
      (previous.mention.before.roles.has('others') || previous.mention.before.unknown)
    );
  if (ofOther && !whose && said.aspects.length > 0) return 'other-agency';
  // 市政府决定维持 9 件: whoever decided disputes.
  const isResult = (each: string) => lexicon.results.has(each) && !lexicon.outcomes.has(each);
  const decided = said.aspects.length > 0 && said.aspects.every(isResult);
  return (decided ? before.strange : before.unknown) || (after.unknown && after.topics.length === 0)
    ? 'unknown-words'
    : null;
}

/** 对 2 件作出不予公开决定: what was decided about them is what became of them. */
function decides(
  { results, outcomes, byApplicant, data }: Lexicon,
  { after, trailing, sentence, clause }: Mention,
): boolean {
  const last = trailing.at(-1);
  const own = after.aspects.filter(({ id }) => ![...data.light, ...data.stages].includes(id));
  const next = sentence.clauses[placeOfClause(sentence, clause) + 1];
  const goesOn = next?.before === ',' && next.tokens.some((token) => isPaired(token, data.paired));
  return (
    own.length > 0 &&
    own.every(({ id }) => outcomes.has(id) && results.has(id)) &&
    last?.kind === 'word' &&
    last.senses.aspect !== null &&
    after.topics.every(({ id }) => byApplicant.has(id)) &&
    !after.unknown &&
    !goesOn
  );
}

const isPaired = (token: Token, paired: readonly string[]): boolean =>
  token.kind === 'word' && paired.includes(token.senses.topic ?? '');

/** 复议机关受理信息公开案件 3 件; 诉讼方面，新收 1 件涉信息公开案件: disputes over disclosure, not applications. */
function areCases({ lexicon }: Setting, { mention, nouns, said }: Told): boolean {
  const { sentence, leading, number, trailing } = mention;
  if (!said.topics.some((id) => lexicon.byApplicant.has(id))) return false;
  if (leading.some((token) => hasRole(token, 'courts'))) return true;
  const isNoun = ({ start }: Token) => nouns.some((each) => each.start === start);
  if (![...leading, ...trailing].some((token) => hasRole(token, 'cases') && isNoun(token))) return false;
  return sentence.tokens.some(
    (token) =>
      token.kind === 'word' &&
      token.start < number.start &&
      lexicon.data.paired.includes(token.senses.topic ?? ''),
  );
}

/** Unknown words in a bracket between the noun and its number say which of them it counts. */
function isOfAKind({ sentence, clause, number, leading }: Mention): boolean {
  const noun = leading.at(-1);
  if (noun === undefined || noun.end >= number.start) return false;
  const between = sentence.clauses.filter(
    ({ depth, tokens }) =>
      depth === clause.depth + 1 &&
      (tokens[0]?.start ?? 0) >= (noun?.end ?? Infinity) &&
      (tokens[0]?.start ?? 0) < number.start,
  );
  return between.some(
    ({ tokens }) =>
      tokens.some((token) => token.kind === 'rest') && tokens.every((token) => token.kind !== 'number'),
  );
}

/** 行政诉讼 5 件，其中 2 件为复议后起诉: the noun behind the number is a kind of what was counted before. */
function narrows({ lexicon, readings }: Setting, { mention, said }: Told): boolean {
  const holds = (each: NumberReading) =>
    each.mention.sentence === mention.sentence &&
    each.topics.join() !== said.topics.join() &&
    withinTopics(lexicon, each.topics, mention.after)?.join() === said.topics.join();
  return recent(readings, holds) !== undefined;
}

/** Why a number of something known may still count something else. */
export function unfit(setting: Setting, told: Told): Unassigned | null {
  const { lexicon } = setting;
  const { mention, said, fromAfter, named, previous, share } = told;
  const { before, after, number, sentence } = mention;
  if (before.roles.has('further') && isStage(lexicon, said.aspects)) return 'content';
  const bare = said.aspects.length === 0;
  // 其余 21 个单位为零申请, 收到的其余 15 件申请均已答复
  const isIntake = isStage(lexicon, said.aspects) && !said.aspects.includes('handled');
  if ((bare || isIntake) && named && before.roles.has('remainder')) return 'content';
  // 答复不规范的 6 件
  if (before.roles.has('improper') && isStage(lexicon, said.aspects) && !said.aspects.includes('received'))
    return 'content';
  // 答复申请人 54 件次: letters, of which one application may take several.
  if (hasRole(mention.leading.at(-1), 'people') && isStage(lexicon, said.aspects)) return 'content';
  // 减免收费 320 万元
  if (before.roles.has('waived') && number.unit?.kind === 'money') return 'content';
  if (!said.topics.every((id) => unitFits(setting, mention, id, said.aspects))) return 'unit';
  // 发生3起行政复议，1起行政诉讼: the verb holds for both.
  const joins = mention.leading.every(isConjunction);
  const lead = joins && previous !== undefined ? previous.mention.before : before;
  const counts =
    // 共对 3 件申请作出收费决定: those that something was done about.
    (before.roles.has('total') && !hasRole(mention.leading.at(-1), 'cause')) ||
    lead.roles.has('occurs') ||
    // 其中 1 件申请人提起行政诉讼
    (after.roles.has('occurs') && !before.roles.has('cause')) ||
    narrows(setting, told);
  if (fromAfter && bare && number.value > 0 && !counts) return 'no-noun';
  if (share && (bare || !said.topics.every((id) => said.aspects.every((each) => isPart(lexicon, id, each)))))
    return 'no-measure';
  // 行政处罚（简易程序）49 件
  if (named && isOfAKind(mention)) return 'content';
  if (isClassOfDocuments(setting, mention, said, previous)) return 'content';
  // 政府信息公开申请表（1 份）: a noun alone before a bracket may be a form or a document.
  const [behind] = next(sentence, number);
  const inBracket = mention.clause.depth === 0 && behind?.kind === 'mark' && behind.char === ')';
  if (bare && inBracket && said.topics.some((id) => lexicon.data.topics[id]?.documents)) return 'content';
  const place = fromAfter ? (mention.trailing.at(-1)?.end ?? number.end) : number.start;
  const goesOn =
    (before.roles.has('breakdown') || hasRole(sentence.tokens[0], 'breakdown')) && setting.disclosure(place);
  const about = goesOn ? 'disclosure' : aboutDisclosure(setting, sentence, place, said.topics, said.aspects);
  const isDispute = said.topics.every((id) => lexicon.data.topics[id]?.onlyDisclosure !== undefined);
  const ofOthers =
    isDispute &&
    named &&
    // 占行政复议总数 214 件的 4.7%
    ((before.roles.has('share') && !share) ||
      sentence.tokens.some((token) => token.start > number.start && hasRole(token, 'unrelated')) ||
      isOverAct(setting, mention, said.topics) ||
      isForOtherCause(setting, mention) ||
      areOfOtherKind(setting, mention) ||
      goesOnWithOthers(setting, mention));
  if (ofOthers || about === 'other') return 'no-measure';
  const isDisclosure = about === 'disclosure' || (isDispute && areSaidOfDisclosure(setting, mention));
  return isDisclosure || isPresumed(setting, mention, said) ? null : 'no-measure';
}

/** Why a number with a measure is not the total that the measure stands for. */
export function noTotal(
  setting: Setting,
  told: Told,
  reading: NumberReading,
  each: boolean,
): Unassigned | null {
  const { mention, nouns, said, named, previous } = told;
  const { sentence, number, before } = mention;
  const { measures } = reading;
  const overlapping = said.topics.some((id) => setting.lexicon.data.topics[id]?.overlapping);
  const isOther = (one: NumberReading) =>
    one.mention.sentence === sentence &&
    one.mention.number.value !== number.value &&
    isPlain(one) &&
    one.scope === reading.scope &&
    one.time.year === reading.time.year &&
    one.measures.join() === measures.join();
  // 主动公开 292 条。其中政务信息 229 条: a bare noun after the total names a class of it.
  const isTotal = (one: NumberReading) =>
    isPlain(one) && one.topics.join() === said.topics.join() && one.measures.length > 0;
  const isClass =
    said.aspects.length === 0 &&
    said.channel === null &&
    nouns.length > 0 &&
    nouns.every(({ strength }) => strength === 'weak');
  if (overlapping && isClass && recent(setting.readings, isTotal) !== undefined) return 'content';
  if (overlapping && isPlain(reading) && setting.readings.slice(-12).some(isOther)) return 'content';
  // 三个渠道各收到 5 件、3 件、1 件: one for each of the channels, and none of them the total.
  if (each && startsList(sentence, number)) return 'no-noun';
  const repeated =
    !isOfOwnYear(setting, mention) &&
    previous !== undefined &&
    !named &&
    said.channel === null &&
    said.applicants.length === 0 &&
    before.roles.has('breakdown') &&
    previous.scope === reading.scope &&
    previous.measures.join() === measures.join();
  return repeated ? 'no-noun' : null;
}
