import { readPhrase } from '../../lexicon/words/phrase.js';
import { type Clause, hasRole, placeOfClause, speaksOfDisclosure, startOf } from '../../sentence/clauses.js';
import type { TopicGovernor } from '../../lexicon/words/phrase.js';
import type { Mention } from '../../sentence/mentions.js';
import type { Token } from '../../sentence/numbers/token.js';
import { placeOf } from '../../sentence/place-of.js';
import { furthest, goneOnWith } from '../whose.js';
import { isPlain, memory, recent, type NumberReading, type Said, type Setting } from '../setting.js';
import { measuresOf } from './cells.js';

/** 不服行政处罚决定的行政复议 23 件: the nearest thing that the clause names before the disputes is not disclosure. */
export function isOverAct(
  { lexicon }: Setting,
  { clause, number }: Mention,
  topics: readonly string[],
): boolean {
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

/** 因土地征收引发行政复议 3 件: what the clause gives as the cause is something unknown, or other matters. */
export function isForOtherCause({ lexicon }: Setting, { clause, number }: Mention): boolean {
  const before = clause.tokens.filter((token) => token.start < number.start);
  const at = before.findLastIndex((token) => hasRole(token, 'because'));
  if (at === -1) return false;
  const cause = before.slice(at + 1);
  const isOther = (token: Token) =>
    token.kind === 'rest' ||
    token.kind === 'title' ||
    (token.kind === 'word' && token.senses.topic !== null && !lexicon.tabled.has(token.senses.topic));
  return cause.some(isOther) && !cause.some((token) => speaksOfDisclosure(lexicon, token));
}

/** 行政诉讼 9 件，均为治安类: the clause behind says that all of them are of a kind that is not disclosure. */
export function areOfOtherKind({ lexicon }: Setting, { sentence, clause, number }: Mention): boolean {
  const next = sentence.clauses[placeOfClause(sentence, clause) + 1];
  if (next === undefined || next.depth !== clause.depth || next.before !== ',') return false;
  const behind = clause.tokens.some((token) => token.kind === 'number' && token.start > number.start);
  const [first, ...others] = next.tokens;
  if (behind || !hasRole(first, 'all') || next.tokens.some(({ kind }) => kind === 'number')) return false;
  const isKind = (token: Token) => token.kind === 'rest' && token.text.endsWith('类');
  const isAct = (token: Token) =>
    token.kind === 'word' && lexicon.data.acts.includes(token.senses.topic ?? '');
  return (
    others.some((token) => isKind(token) || isAct(token)) &&
    !others.some((token) => speaksOfDisclosure(lexicon, token)) &&
    readPhrase(others).aspects.length === 0
  );
}

/** 行政复议 3 件，均与政府信息公开有关; 以上均为政府信息公开案件: what is said of all of them. */
export function areSaidOfDisclosure(setting: Setting, { sentence, clause, number }: Mention): boolean {
  const says = (each: Clause | undefined) => {
    const at = each?.tokens.findIndex((token) => hasRole(token, 'all')) ?? -1;
    const behind = each?.tokens.slice(at + 1) ?? [];
    return (
      at !== -1 &&
      behind.some((token) => speaksOfDisclosure(setting.lexicon, token)) &&
      !behind.some((token) => ofLess.some((role) => hasRole(token, role)) || token.kind === 'number')
    );
  };
  const next = sentence.clauses[placeOfClause(sentence, clause) + 1];
  if (next?.before === ',' && next.depth === clause.depth && says(next)) return true;
  const { sentences } = setting;
  const at = placeOf(sentences, sentence.start, (each) => each.start);
  return sentences
    .slice(at, at + furthest)
    .some(
      (each) =>
        each.roles.has('above') &&
        each.clauses.some(
          (one) => startOf(one) > number.start && hasRole(one.tokens[0], 'above') && says(one),
        ),
    );
}

const ofLess = ['negation', 'unrelated', 'others', 'except'] as const;

/** 行政执法案件被申请行政复议 5 件；被提起行政诉讼 2 件: nor are those over disclosure that a sentence goes on with, unless it has come to speak of it since. */
export function goesOnWithOthers({ lexicon, readings }: Setting, { sentence, number }: Mention): boolean {
  const isDispute = (id: string) => lexicon.data.topics[id]?.onlyDisclosure !== undefined;
  const last = recent(readings, (each) => each.aspects.length === 0 && each.topics.some(isDispute));
  if (last?.mention.sentence !== sentence || last.unassigned !== 'no-measure') return false;
  const from = last.mention.number.start;
  return !sentence.tokens.some(
    (token) => token.start > from && token.start < number.start && speaksOfDisclosure(lexicon, token),
  );
}

/** 收到行政复议申请 92 件，维持 41 件: what became of disputes that are not over the agency's own answers is no more of its own than they. */
export function isOfRefused(setting: Setting, said: Said, named: boolean): boolean {
  const { lexicon, readings } = setting;
  if (!said.topics.every((id) => lexicon.data.topics[id]?.onlyDisclosure !== undefined)) return false;
  const outcomes = said.topics.flatMap((id) => lexicon.data.topics[id]?.parts?.['all'] ?? []);
  const speaks = (token: Token) => speaksOfDisclosure(lexicon, token);
  const isCases = (each: NumberReading) =>
    each.topics.join() === said.topics.join() &&
    (each.aspects.includes('tried') ||
      // 办理行政复议案件 186 件: what the body that decides them does.
      (each.aspects.includes('handled') && !each.mention.leading.some(speaks)) ||
      (!each.aspects.some((aspect) => outcomes.includes(aspect)) &&
        measuresOf(setting, each, false) !== null));
  const cases = recent(readings, (each) => isPlain(each) && isCases(each));
  // 行政复议 186 件，其中信息公开类 14 件，审结 171 件，撤销 12 件: more have ended than were over disclosure.
  const ended = recent(
    readings,
    (each) => isPlain(each) && each.aspects.some((aspect) => lexicon.data.closings.includes(aspect)),
  );
  const isMore = (number: number) =>
    ended?.topics.join() === said.topics.join() && ended.mention.number.value > number;
  if (cases !== undefined && isMore(cases.mention.number.value)) return true;
  // 收到行政复议申请 312 件。其中涉及信息公开的行政复议 41 件: nor is a part of those that were received or tried.
  return cases?.unassigned === 'no-measure' && !(named && cases.aspects.length === 0);
}

/** 被申请行政复议 31 件，其中信息公开类 2 件: of the disputes counted before, those that are over disclosure. */
export function ofDisclosure(
  setting: Setting,
  { before, leading, sentence, number }: Mention,
): NumberReading | null {
  const { lexicon, readings } = setting;
  if (!before.roles.has('disclosure') || before.unknown) return null;
  // 因政府信息公开的 2 件: what led to them, not what they are.
  const isCause = before.roles.has('because') && hasRole(leading.at(-1), 'of');
  const isDisclosure = ({ id, strength }: TopicGovernor) =>
    strength === 'weak' && lexicon.data.disclosure.includes(id);
  if (
    before.aspects.length > 0 ||
    (before.topics.length > 0 && !(isCause && before.topics.every(isDisclosure)))
  )
    return null;
  const from = goneOnWith(setting, sentence).start;
  const isDispute = (id: string) => lexicon.data.topics[id]?.onlyDisclosure !== undefined;
  // 其中治安类 35 件、信息公开类 2 件: kinds of what the list is of.
  const { breakdowns } = setting;
  const listed = breakdowns[placeOf(breakdowns, number.start, (each) => each) - 1] ?? Infinity;
  const isKind = (each: NumberReading) => each.measures.length === 0 && each.mention.number.start > listed;
  const last = recent(readings, (each) => isPlain(each) && !isKind(each));
  const whole =
    last !== undefined &&
    last.mention.sentence.start >= from &&
    last.aspects.length === 0 &&
    last.topics.length > 0 &&
    last.topics.every(isDispute);
  return whole ? last : null;
}

/** How many words of a sentence are looked through. */
const longest = 120;

/**
 * 被申请行政复议 3 件: cases against the agency itself, where nothing else is spoken of that they could be over; so is what became of them. Whatever
 * is read so is inferred.
 */
export function isPresumed(
  { lexicon, named, counted, readings }: Setting,
  { sentence, number, before, after }: Mention,
  { topics, aspects }: Said,
): boolean {
  const { acts, topics: entries } = lexicon.data;
  if (topics.length === 0 || !topics.every((id) => entries[id]?.onlyDisclosure !== undefined)) return false;
  // 被申请行政复议 31 件，其中信息公开类 2 件
  if (sentence.disclosure < Infinity) return false;
  const isOther = (id: string) => !lexicon.tabled.has(id) || acts.includes(id);
  const earlier = [named, counted].flatMap((list) =>
    list.filter((each) => each.position < number.start).slice(-memory),
  );
  if (earlier.some((each) => each.topics.length === 0 || each.topics.some(isOther))) return false;
  const turns = (token: Token) =>
    hasRole(token, 'foreign') ||
    hasRole(token, 'others') ||
    hasRole(token, 'courts') ||
    (token.kind === 'word' &&
      token.senses.topic !== null &&
      !hasRole(token, 'noun') &&
      isOther(token.senses.topic));
  if (sentence.tokens.slice(0, longest).some(turns)) return false;
  const isOwn = ({ topics: said, measures, by }: NumberReading) =>
    by === 'topic' && measures.length > 0 && said.join() === topics.join();
  if (aspects.length > 0) return recent(readings, isOwn) !== undefined;
  return before.roles.has('against') || after.roles.has('against');
}
