import type { Unassigned } from '../../model/explained.js';
import { changeOf, excluded, qualifierOf, timeOfMention, unitFits } from './circumstance.js';
import { classify, isClassOfDocuments } from './classes.js';
import { hasRole } from './clauses.js';
import type { Lexicon } from './lexicon.js';
import { accepts, measureOf, mostSpecific } from './measures.js';
import type { Mention } from './mentions.js';
import { governs } from './phrase.js';
import {
  aboutDisclosure,
  inherited,
  isPlain,
  isStage,
  recent,
  scopeAt,
  type Reading,
  type Said,
  type Setting,
} from './setting.js';
import { wordsOf } from './words-of.js';

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
    lists.push(cells);
  }
  return lists;
}

/** Says what the number of a mention counts. */
export function resolve(setting: Setting, mention: Mention): Reading {
  const { lexicon } = setting;
  const { before, after, number, sentence } = mention;
  const outside = (each: Reading) => each.mention.clause.depth <= mention.clause.depth;
  const previous = recent(
    setting.readings,
    (each) => each.mention.sentence === sentence && isPlain(each) && outside(each),
  );
  const compared = before.roles.has('compare') && !before.roles.has('becomes');
  const change = changeOf(mention);
  const share = number.unit?.kind === 'percent' && change === 0;
  const time = timeOfMention(setting, mention, compared, change);
  const reading: Reading = {
    mention,
    topics: [],
    aspects: [],
    applicants: [],
    channel: null,
    measures: [],
    unassigned: null,
    change,
    share,
    time,
    scope: scopeAt(setting, sentence, number.start),
    qualifier: qualifierOf(mention),
  };
  const stop = (why: Unassigned): Reading => ({ ...reading, unassigned: why });
  const words = wordsOf(setting, mention);
  if (words === null) return stop('unknown-words');
  const { nouns, said, fromAfter } = words;

  if (before.gap && (governs(before) || !fromAfter)) {
    const listed = before.roles.has('breakdown') || before.roles.has('blocker') || mention.clause.depth > 0;
    if (!listed) setting.counted.push({ topics: [], position: number.start });
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
    if (!refers || before.unknown || previous === undefined || previous.measures.length === 0)
      return stop('no-noun');
    const why = excluded(setting, mention, time);
    if (why !== null) return stop(why);
    return {
      ...reading,
      topics: previous.topics,
      aspects: previous.aspects,
      applicants: previous.applicants,
      channel: previous.channel,
      measures: previous.measures,
    };
  }
  const phrase = fromAfter ? after : before;
  const vague = nouns.some((each) => each.strength === 'weak') && (before.strange || phrase.strange);
  const speaks =
    phrase.roles.has('disclosure') || phrase.nouns.some((id) => lexicon.data.disclosure.includes(id));
  if (vague && !speaks) return stop('unknown-words');
  if (before.strange && nouns.some((each) => lexicon.data.topics[each.id]?.overlapping))
    return stop('unknown-words');
  const limited = (before.otherWay || phrase.otherWay) && said.channel === null;
  if (limited && said.topics.some((id) => lexicon.data.topics[id]?.channel !== undefined))
    return stop('unknown-words');
  const named = said.topics.length > 0;
  if (named) setting.counted.push({ topics: said.topics, position: number.start });
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
      said.topics = parent?.topics ?? inherited(setting, number.start, []) ?? [];
      said.aspects = parent?.aspects ?? [];
    } else said.topics = inherited(setting, number.start, said.aspects) ?? [];
    if (said.topics.length === 0) return stop('no-noun');
  }
  if (
    said.aspects.length === 0 &&
    said.applicants.length > 0 &&
    previous?.topics.join() === said.topics.join()
  )
    said.aspects = previous.aspects;
  if (!said.topics.some((id) => lexicon.byApplicant.has(id))) said.applicants = [];
  if (!classify(setting, mention, said, named, phrase.nouns)) return stop('content');
  if (said.aspects.includes(lexicon.data.carry.prior) && time.year !== null)
    reading.time = { ...time, year: null };
  Object.assign(reading, said);
  if (before.roles.has('further') && isStage(lexicon, said.aspects)) return stop('content');
  const bare = said.aspects.length === 0;
  if (!said.topics.every((id) => unitFits(setting, mention, id, said.aspects))) return stop('unit');
  // 发生3起行政复议，1起行政诉讼: the verb holds for both.
  const lead = mention.leading.length === 0 && previous !== undefined ? previous.mention.before : before;
  const counts = before.roles.has('total') || lead.roles.has('occurs');
  if (fromAfter && bare && number.value > 0 && !counts) return stop('no-noun');
  if (share && (bare || !said.topics.every((id) => said.aspects.every((each) => isPart(lexicon, id, each)))))
    return stop('no-measure');
  if (isClassOfDocuments(setting, mention, said, previous)) return stop('content');
  const place = fromAfter ? (mention.trailing.at(-1)?.end ?? number.end) : number.start;
  if (!aboutDisclosure(setting, sentence, place, said.topics, said.aspects)) return stop('no-measure');
  const why = excluded(setting, mention, reading.time);
  if (why !== null) return stop(why);
  const each = mention.leading.some((token) => hasRole(token, 'each'));
  const measures = measuresOf(setting, said, each);
  if (measures === null) return stop('no-measure');
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
  const total = (each: Reading) =>
    isPlain(each) && each.topics.join() === said.topics.join() && each.measures.length > 0;
  const isClass =
    bare && said.channel === null && nouns.length > 0 && nouns.every((each) => each.strength === 'weak');
  if (isClass && overlapping && recent(setting.readings, total) !== undefined) return stop('content');
  if (same && isPlain(reading) && overlapping) return stop('content');
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
