import { hasRole, startOf, type Sentence } from '../../sentence/clauses.js';
import type { Mention } from '../../sentence/mentions.js';
import { readPhrase } from '../../lexicon/words/phrase.js';
import { placeOf } from '../../sentence/place-of.js';
import { accepts, measureOf } from '../measures.js';
import {
  fromBefore,
  isPlain,
  isStage,
  recent,
  type Known,
  type NumberReading,
  type Said,
  type Setting,
} from '../setting.js';
import { takenUp } from '../topics.js';
import { measuresOf } from './cells.js';

/** 制发规章 2 件、行政规范性文件 14 件: the verb of the first noun holds for the next one. */
export function spreadVerb(
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

/** 规章、规范性文件均为 0 件: what was not done where there was none of it. */
export function ofNone({ lexicon }: Setting, { number }: Mention, { topics, aspects }: Said): string[] {
  const absent = new Set(topics.map((id) => lexicon.data.topics[id]?.absent));
  const [only] = absent;
  return aspects.length === 0 && number.value === 0 && absent.size === 1 && only !== undefined
    ? [only]
    : aspects;
}

/** Whether the noun stands in an earlier sentence that is more than a heading (依申请公开情况。) to this one. */
export function isFar(setting: Setting, sentence: Sentence, position = 0): boolean {
  if (position === fromBefore) return true;
  if (position < 0 || position >= sentence.start) return false;
  const { sentences } = setting;
  const place = placeOf(sentences, position + 1, (each) => each.start) - 1;
  const states = (each: Sentence) =>
    each.clauses.length > 1 || each.tokens.some((token) => token.kind === 'number');
  return sentences[place] !== undefined && states(sentences[place]);
}

/** 公开（含部分公开）61 件: outcomes that a bracket before the number takes in. */
export function withIncluded(
  { lexicon }: Setting,
  { sentence, clause, leading, number }: Mention,
  aspects: string[],
): string[] {
  if (!aspects.some((each) => lexicon.outcomes.has(each))) return aspects;
  const behind = (position: number) => placeOf(sentence.clauses, position, startOf);
  const inside = sentence.clauses
    .slice(behind((leading[0]?.start ?? number.start) + 1), behind(number.start))
    .find(({ depth, tokens }) => depth === clause.depth + 1 && hasRole(tokens[0], 'contains'));
  if (inside === undefined || inside.tokens.some((token) => token.kind === 'number')) return aspects;
  const taken = readPhrase(inside.tokens).aspects.map(({ id }) => id);
  return taken.every((each) => lexicon.outcomes.has(each)) ? [...aspects, ...taken] : aspects;
}

/** 比 2022 年多 12 件，达到 57 件; 申请数减少 8 件，为 11 件: the number that the growth before it led to. */
export const growing = (
  { readings }: Setting,
  { sentence, before, leading }: Mention,
): NumberReading | undefined => {
  const last = readings.at(-1);
  const becomes = before.roles.has('becomes') || (leading.length === 1 && hasRole(leading[0], 'copula'));
  const grows = last?.mention.sentence === sentence && last.change !== 0 && becomes;
  return grows ? last : undefined;
};

/** 近三年共收到 126 件，其中 2023 年 40 件: a year's own of a number of several years. */
export function ofOwnYear(
  setting: Setting,
  { leading }: Mention,
  several: NumberReading | undefined,
): NumberReading | undefined {
  const last = leading.at(-1);
  const own = hasRole(last, 'thisYear') || (last?.kind === 'year' && last.year === setting.reportYear);
  if (!own || several?.unassigned !== 'several-years' || several.topics.length === 0) return undefined;
  return { ...several, measures: measuresOf(setting, several, false) ?? [] };
}

/** 上年收到申请 3 件、被复议 1 件，今年收到 1 件: the verb is said again of what it was said of before, whatever was counted between. */
function sameVerb(
  { lexicon, readings }: Setting,
  { sentence }: Mention,
  aspects: readonly string[],
): NumberReading | undefined {
  const last = recent(readings, isPlain);
  const isDispute = last?.topics.some((id) => lexicon.data.topics[id]?.onlyDisclosure !== undefined) === true;
  if (!isDispute || !isStage(lexicon, aspects)) return undefined;
  return recent(
    readings,
    (each) =>
      each.mention.sentence === sentence &&
      each.measures.length > 0 &&
      each.mention.before.aspects.length > 0 &&
      each.aspects.join() === aspects.join(),
  );
}

/**
 * 行政复议 2 件、行政诉讼 1 件，其中 2 件维持: of which of them, where both were counted right before, the words do not say; of one alone that there was any of
 * it is. `null`: no such list stands before.
 */
function ofDisputesBefore(
  { lexicon, readings }: Setting,
  { sentence, clause }: Mention,
  aspects: readonly string[],
): string[] | null {
  if (aspects.length === 0 || !aspects.every((each) => lexicon.results.has(each))) return null;
  const listed: NumberReading[] = [];
  for (let at = readings.length - 1; at >= Math.max(0, readings.length - 8); at -= 1) {
    const each = readings[at];
    const isTotal =
      each?.mention.sentence === sentence &&
      each.mention.clause.depth === clause.depth &&
      isPlain(each) &&
      each.aspects.length === 0 &&
      each.measures.length > 0 &&
      each.topics.every((id) => lexicon.data.topics[id]?.onlyDisclosure !== undefined);
    // 其中 2 件维持、1 件未审结: the first of them was left open, too.
    if (each?.mention.sentence === sentence && each.topics.length === 0) continue;
    if (each === undefined || !isTotal) break;
    listed.push(each);
  }
  if (new Set(listed.map(({ topics }) => topics.join())).size < 2) return null;
  const some = listed.filter(({ mention }) => mention.number.value > 0);
  return some.length === 1 ? (some[0]?.topics ?? []) : [];
}

/** Gives words without a noun the one that the text has named before: that of the total they are a kind of, or the nearest that goes with the verb. */
export function takeTopic(setting: Setting, mention: Mention, said: Said): 'topic' | 'sentence' {
  const { number, sentence, clause } = mention;
  const isTotal = (each: NumberReading) =>
    each.measures.length > 0 &&
    each.applicants.length === 0 &&
    each.channel === null &&
    isPlain(each) &&
    each.mention.clause.depth <= clause.depth;
  let from: number | undefined;
  const total = said.aspects.length === 0 ? recent(setting.readings, isTotal) : undefined;
  if (total !== undefined) {
    said.topics = total.topics;
    said.aspects = total.aspects;
    from = total.mention.number.start;
  } else {
    const known: Known | null = takenUp(setting, number.start, said.aspects);
    const same = sameVerb(setting, mention, said.aspects);
    const ofDisputes = known === null ? null : ofDisputesBefore(setting, mention, said.aspects);
    said.topics = same?.topics ?? ofDisputes ?? known?.topics ?? [];
    from = same?.mention.number.start ?? (known?.again ? fromBefore : known?.position);
  }
  return isFar(setting, sentence, from) ? 'topic' : 'sentence';
}

/** 收到申请 47 件，…。47 件中，答复 45 件: the text comes back to what it has counted before. */
export function takeUpAgain(setting: Setting, { number, trailing, clause }: Mention): void {
  if (!hasRole(trailing[0], 'frame')) return;
  const again = recent(
    setting.readings,
    (each) => isPlain(each) && each.measures.length > 0 && each.mention.number.value === number.value,
  );
  if (again === undefined) return;
  setting.counted.push({
    topics: again.topics,
    position: number.start,
    counted: true,
    again: true,
    until: clause.until,
  });
}
