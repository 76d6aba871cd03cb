import type { Unassigned } from '../../../../model/report/explained.js';
import { changeOf, excluded, qualifierOf, timeOfMention, unitFits } from './circumstance.js';
import { classify, isClassOfDocuments, isListedAct } from '../../lexicon/classes.js';
import { isConjunction, namedIn } from '../../sentence/negated.js';
import { hasRole, speaksOfDisclosure, type Sentence } from '../../sentence/clauses.js';
import type { Lexicon } from '../../lexicon/lexicon.js';
import { accepts, measureOf, mostSpecific } from '../measures.js';
import type { Mention } from '../../sentence/mentions.js';
import { governs } from '../../lexicon/phrase.js';
import { placeOf } from '../../sentence/place-of.js';
import {
  aboutDisclosure,
  isPlain,
  isStage,
  recent,
  scopeAt,
  takenUp,
  type NumberReading,
  type Said,
  type Setting,
} from '../setting.js';
import type { Token } from '../../sentence/tokens.js';
import { wordsOf } from '../../lexicon/words-of.js';

/** Whether things with this aspect are a part of a stage of the topic, so that a percentage of them is a share. */
const isPart = (lexicon: Lexicon, topic: string, aspect: string): boolean =>
  lexicon.data.stages.some((stage) => lexicon.data.topics[topic]?.parts?.[stage]?.includes(aspect));

/** The verb of several nouns need not go with each (发出收费通知的件数和总金额). */
const goesWith = (setting: Setting, topic: string, aspect: string | null, shared: boolean): string | null =>
  shared && !accepts(setting.lexicon, topic, aspect) ? null : aspect;

function cellsOf(
  setting: Setting,
  { topics, applicants, channel }: Said,
  aspects: readonly (string | null)[],
  shared: boolean,
): string[] | null {
  const cells: string[] = [];
  for (const topic of topics) {
    for (const aspect of aspects) {
      const found = measureOf(
        setting.lexicon,
        topic,
        goesWith(setting, topic, aspect, shared),
        applicants,
        channel,
        setting.reportYear,
      );
      if (found === null || found === false) return null;
      cells.push(...found);
    }
  }
  return mostSpecific(cells);
}

/** Measures of what was said: one list for a merged number, one for each where the number holds for each. */
function measuresOf(setting: Setting, said: Said, each: boolean): string[][] | null {
  const asked = said.aspects.length === 0 ? [null] : said.aspects;
  const stages = isStage(setting.lexicon, said.aspects);
  const groups: { topics: string[]; aspects: (string | null)[] }[] = each
    ? said.topics.flatMap((topic) => asked.map((aspect) => ({ topics: [topic], aspects: [aspect] })))
    : stages
      ? asked.map((aspect) => ({ topics: said.topics, aspects: [aspect] }))
      : [{ topics: said.topics, aspects: asked }];
  const lists: string[][] = [];
  for (const { topics, aspects } of groups) {
    const cells = cellsOf(setting, { ...said, topics }, aspects, said.topics.length > 1);
    if (cells === null) return null;
    if (!lists.some((list) => list.join() === cells.join())) lists.push(cells);
  }
  return lists;
}

/** 受理申请数、办结申请数均为 12 件: the number holds for each of the things that are listed with their verbs. */
function measuresOfItems(setting: Setting, leading: readonly Token[]): string[][] | null {
  const { lexicon, reportYear } = setting;
  if (!leading.some(isConjunction)) return null;
  const lists: string[][] = [];
  for (const { topic, aspects, applicants } of namedIn(setting, leading).named) {
    const measured = (aspect: string | null) =>
      measureOf(lexicon, topic, aspect, applicants, null, reportYear);
    const known = aspects.filter(measured);
    for (const aspect of known.length === 0 ? [null] : known) {
      const cells = measured(aspect);
      if (!Array.isArray(cells)) return null;
      if (!lists.some((list) => list.join() === cells.join())) lists.push(cells);
    }
  }
  return lists.length < 2 ? null : lists;
}

/** 制发规章 2 件、行政规范性文件 14 件: the verb of the first noun holds for the next one. */
function spreadVerb(
  setting: Setting,
  mention: Mention,
  said: Said,
  previous: NumberReading | undefined,
): void {
  const { lexicon, reportYear } = setting;
  const [topic] = said.topics;
  if (previous === undefined || topic === undefined || said.topics.length > 1 || said.aspects.length > 0)
    return;
  if (said.channel !== null || said.applicants.length > 0 || previous.applicants.length > 0) return;
  const sameClause = previous.mention.clause === mention.clause && mention.leading[0]?.kind === 'mark';
  const bare = measureOf(lexicon, topic, null, [], null, reportYear);
  const goes = previous.aspects.length > 0 && previous.aspects.every((each) => accepts(lexicon, topic, each));
  if (goes && !previous.topics.includes(topic) && (sameClause || bare === null))
    said.aspects = [...previous.aspects];
}

/** Whether the noun stands in an earlier sentence that is more than a heading (依申请公开情况。) to this one. */
function isFar(setting: Setting, sentence: Sentence, position = 0): boolean {
  if (position < 0 || position >= sentence.start) return false;
  const { sentences } = setting;
  const place = placeOf(sentences, position + 1, (each) => each.start) - 1;
  const states = (each: Sentence) =>
    each.clauses.length > 1 || each.tokens.some((token) => token.kind === 'number');
  return sentences[place] !== undefined && states(sentences[place]);
}

/** 比 2022 年多 12 件，达到 57 件: the number that the growth before it led to. */
const growing = ({ readings }: Setting, { sentence, before }: Mention): NumberReading | undefined => {
  const last = readings.at(-1);
  const grows = last?.mention.sentence === sentence && last.change !== 0 && before.roles.has('becomes');
  return grows ? last : undefined;
};

/** 近三年共收到 126 件，其中 2023 年 40 件: a year's own of a number of several years. */
function ofOwnYear(
  setting: Setting,
  { leading }: Mention,
  several: NumberReading | undefined,
): NumberReading | undefined {
  const last = leading.at(-1);
  const own = hasRole(last, 'thisYear') || (last?.kind === 'year' && last.year === setting.reportYear);
  if (!own || several?.unassigned !== 'several-years' || several.topics.length === 0) return undefined;
  return { ...several, measures: measuresOf(setting, several, false) ?? [] };
}

/** The two tokens behind a number. */
const next = ({ tokens }: Sentence, number: Mention['number']): (Token | undefined)[] => {
  const at = placeOf(tokens, number.start + 1, (token) => token.start);
  return tokens.slice(at, at + 2);
};

/** Whether the next words after a number are 、 and another number of the same kind. */
function startsList(sentence: Sentence, number: Mention['number']): boolean {
  const [mark, other] = next(sentence, number);
  return (
    mark?.kind === 'mark' &&
    mark.char === '、' &&
    other?.kind === 'number' &&
    other.unit?.name === number.unit?.name
  );
}

/** 不服行政处罚决定的行政复议 23 件: the nearest thing that the clause names before the disputes is not disclosure. */
function isOverAct({ lexicon }: Setting, { clause, number }: Mention, topics: readonly string[]): boolean {
  const { acts, topics: entries } = lexicon.data;
  if (!topics.every((id) => entries[id]?.onlyDisclosure !== undefined)) return false;
  const isAct = (token: Token) =>
    token.kind === 'word' &&
    acts.includes(token.senses.topic ?? '') &&
    token.senses.strength === 'strong' &&
    !token.senses.roles.has('noun');
  const nearest = clause.tokens.findLast(
    (token) => token.start < number.start && (isAct(token) || speaksOfDisclosure(lexicon, token)),
  );
  return nearest !== undefined && isAct(nearest) && !speaksOfDisclosure(lexicon, nearest);
}

/** 收到行政复议申请 92 件，维持 41 件: what became of disputes that are not over the agency's own answers is no more of its own than they. */
function isOfRefused(setting: Setting, said: Said): boolean {
  const { lexicon, readings } = setting;
  if (!said.topics.every((id) => lexicon.data.topics[id]?.onlyDisclosure !== undefined)) return false;
  const outcomes = said.topics.flatMap((id) => lexicon.data.topics[id]?.parts?.['all'] ?? []);
  const isCases = (each: NumberReading) =>
    each.topics.join() === said.topics.join() &&
    (each.aspects.includes('tried') ||
      (!each.aspects.some((aspect) => outcomes.includes(aspect)) &&
        measuresOf(setting, each, false) !== null));
  return recent(readings, (each) => isPlain(each) && isCases(each))?.unassigned === 'no-measure';
}

/** Says what the number of a mention counts. */
export function resolve(setting: Setting, mention: Mention): NumberReading {
  const { lexicon } = setting;
  const { before, after, number, sentence } = mention;
  const outside = (each: NumberReading) => each.mention.clause.depth <= mention.clause.depth;
  const previous = recent(
    setting.readings,
    (each) => each.mention.sentence === sentence && isPlain(each) && outside(each),
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
  const { nouns, said, fromAfter } = words;

  if (before.gap && (governs(before) || !fromAfter)) {
    const { breakdowns } = setting;
    const listed =
      (['breakdown', 'blocker', 'compare'] as const).some((role) => before.roles.has(role)) ||
      mention.clause.depth > 0 ||
      (breakdowns[placeOf(breakdowns, number.start, (each) => each) - 1] ?? -1) >= sentence.start;
    if (!listed) setting.counted.push({ topics: [], position: number.start, until: mention.clause.until });
    return stop('unknown-words');
  }
  if (said.aspects.includes('other') && said.topics.length === 0) {
    const rest = Object.entries(lexicon.data.applicants).find(([, each]) => each.rest);
    if (previous !== undefined && previous.applicants.length > 0 && rest !== undefined) {
      said.aspects = [];
      said.applicants = [rest[0]];
    } else if (previous === undefined || previous.aspects.length === 0) return stop('no-noun');
  }
  const silent =
    said.topics.length === 0 &&
    said.aspects.length === 0 &&
    said.applicants.length === 0 &&
    said.channel === null;
  if (silent) {
    const ofBase = share && (['share', 'rate'] as const).some((role) => before.roles.has(role));
    const refers =
      compared ||
      change !== 0 ||
      before.roles.has('becomes') ||
      ((ofBase || mention.clause.depth > 0) && share && !before.roles.has('respectively'));
    const same = refers ? (growing(setting, mention) ?? previous) : ofOwnYear(setting, mention, previous);
    if (before.unknown || same === undefined || same.measures.length === 0) return stop('no-noun');
    const why = excluded(setting, mention, time);
    if (why !== null) return stop(why);
    const { topics, aspects, applicants, channel, measures } = same;
    return { ...reading, topics, aspects, applicants, channel, measures };
  }
  const phrase = fromAfter ? after : before;
  const vague = nouns.some((each) => each.strength === 'weak') && (before.strange || phrase.strange);
  const speaks =
    phrase.roles.has('disclosure') || phrase.nouns.some((id) => lexicon.data.disclosure.includes(id));
  if (vague && !speaks) return stop('unknown-words');
  if (before.strange && nouns.some((each) => lexicon.data.topics[each.id]?.overlapping))
    return stop('unknown-words');
  const limited = !phrase.roles.has('ways') && (before.otherWay || phrase.otherWay) && said.channel === null;
  if (limited && said.topics.some((id) => lexicon.data.topics[id]?.channel !== undefined))
    return stop('unknown-words');
  const named = said.topics.length > 0;
  const host =
    mention.clause.host === null
      ? undefined
      : recent(setting.readings, (each) => each.mention.number === mention.clause.host);
  // 行政复议 10 件（含上年度结转 2 件）: what a bracket says is said of the count before it.
  if (!named && host !== undefined && host.topics.length > 0 && said.aspects.length > 0) {
    const goes = said.aspects.every((each) => host.topics.every((id) => accepts(lexicon, id, each)));
    if (!goes) return stop('no-measure');
  }
  // 收到市局转办的 58 件，办结 58 件
  if (!named && previous?.unassigned === 'other-agency' && isStage(lexicon, said.aspects))
    return stop('other-agency');
  const { until } = mention.clause;
  if (named) setting.counted.push({ topics: said.topics, position: number.start, until });
  else {
    if (before.unknown || (after.unknown && after.topics.length === 0)) return stop('unknown-words');
    if (said.aspects.length === 0) {
      const parent = recent(
        setting.readings,
        (each) =>
          each.measures.length > 0 &&
          each.applicants.length === 0 &&
          each.channel === null &&
          isPlain(each) &&
          outside(each),
      );
      const known = parent === undefined ? takenUp(setting, number.start, []) : null;
      said.topics = parent?.topics ?? known?.topics ?? [];
      said.aspects = parent?.aspects ?? [];
      reading.by = isFar(setting, sentence, parent?.mention.number.start ?? known?.position)
        ? 'topic'
        : 'sentence';
    } else {
      const known = takenUp(setting, number.start, said.aspects);
      said.topics = known?.topics ?? [];
      reading.by = isFar(setting, sentence, known?.position) ? 'topic' : 'sentence';
    }
    if (said.topics.length === 0) return stop('no-noun');
  }
  if (
    said.aspects.length === 0 &&
    said.applicants.length > 0 &&
    previous?.topics.join() === said.topics.join()
  )
    said.aspects = previous.aspects;
  if (!said.topics.some((id) => lexicon.byApplicant.has(id))) said.applicants = [];
  spreadVerb(setting, mention, said, previous);
  if (!classify(setting, mention, said, named, phrase.nouns)) return stop('content');
  if ((said.aspects.length === 0 || !named) && isListedAct(setting, mention, nouns, said))
    return stop('content');
  if (said.aspects.includes(lexicon.data.carry.prior) && time.year !== null)
    reading.time = { ...time, year: null };
  Object.assign(reading, said);
  if (before.roles.has('further') && isStage(lexicon, said.aspects)) return stop('content');
  const bare = said.aspects.length === 0;
  if (!said.topics.every((id) => unitFits(setting, mention, id, said.aspects))) return stop('unit');
  // 发生3起行政复议，1起行政诉讼: the verb holds for both.
  const joins = mention.leading.every(isConjunction);
  const lead = joins && previous !== undefined ? previous.mention.before : before;
  const counts =
    before.roles.has('total') ||
    lead.roles.has('occurs') ||
    // 其中 1 件申请人提起行政诉讼
    (after.roles.has('occurs') && !before.roles.has('cause'));
  if (fromAfter && bare && number.value > 0 && !counts) return stop('no-noun');
  if (share && (bare || !said.topics.every((id) => said.aspects.every((each) => isPart(lexicon, id, each)))))
    return stop('no-measure');
  if (isClassOfDocuments(setting, mention, said, previous)) return stop('content');
  // 政府信息公开申请表（1 份）: a noun alone before a bracket may be a form or a document.
  const [behind] = next(sentence, number);
  const inBracket = mention.clause.depth === 0 && behind?.kind === 'mark' && behind.char === ')';
  if (bare && inBracket && said.topics.some((id) => lexicon.data.topics[id]?.documents))
    return stop('content');
  const place = fromAfter ? (mention.trailing.at(-1)?.end ?? number.end) : number.start;
  const goesOn =
    (before.roles.has('breakdown') || hasRole(sentence.tokens[0], 'breakdown')) && setting.disclosure(place);
  if (
    (!goesOn && !aboutDisclosure(setting, sentence, place, said.topics, said.aspects)) ||
    (named && isOverAct(setting, mention, said.topics))
  )
    return stop('no-measure');
  const why = excluded(setting, mention, reading.time);
  if (why !== null) return stop(why);
  // 受理 1 件由县政府转来的申请
  if (fromAfter && after.roles.has('others')) return stop('other-agency');
  const each = mention.leading.some((token) => hasRole(token, 'each'));
  // None of several things is none of each.
  const measures =
    (each ? measuresOfItems(setting, mention.leading) : null) ??
    measuresOf(setting, said, each || number.value === 0);
  if (measures === null || (!named && isOfRefused(setting, said))) return stop('no-measure');
  const overlapping = said.topics.some((id) => lexicon.data.topics[id]?.overlapping);
  const same = setting.readings
    .slice(-12)
    .some(
      (each) =>
        each.mention.sentence === sentence &&
        isPlain(each) &&
        each.measures.join() === measures.join() &&
        each.scope === reading.scope &&
        each.time.year === reading.time.year &&
        each.mention.number.value !== number.value,
    );
  // 主动公开 292 条。其中政务信息 229 条: a bare noun after the total names a class of it.
  const total = (each: NumberReading) =>
    isPlain(each) && each.topics.join() === said.topics.join() && each.measures.length > 0;
  const isClass =
    bare && said.channel === null && nouns.length > 0 && nouns.every((each) => each.strength === 'weak');
  if (isClass && overlapping && recent(setting.readings, total) !== undefined) return stop('content');
  if (same && isPlain(reading) && overlapping) return stop('content');
  // 三个渠道各收到 5 件、3 件、1 件: one for each of the channels, and none of them the total.
  if (each && startsList(sentence, number)) return stop('no-noun');
  const repeated =
    previous !== undefined &&
    !named &&
    said.channel === null &&
    said.applicants.length === 0 &&
    before.roles.has('breakdown') &&
    previous.scope === reading.scope &&
    previous.measures.join() === measures.join();
  return repeated ? stop('no-noun') : { ...reading, measures };
}
