import { hasRole, speaksOfDisclosure } from '../../sentence/clauses.js';
import type { Mention } from '../../sentence/mentions.js';
import type { Token } from '../../sentence/numbers/token.js';
import { goneOnWith } from '../whose.js';
import { isPlain, recent, type NumberReading, type Said, type Setting } from '../setting.js';
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
  const isCases = (each: NumberReading) =>
    each.topics.join() === said.topics.join() &&
    (each.aspects.includes('tried') ||
      (!each.aspects.some((aspect) => outcomes.includes(aspect)) &&
        measuresOf(setting, each, false) !== null));
  const cases = recent(readings, (each) => isPlain(each) && isCases(each));
  // 收到行政复议申请 312 件。其中涉及信息公开的行政复议 41 件: nor is a part of those that were received or tried.
  return cases?.unassigned === 'no-measure' && !(named && cases.aspects.length === 0);
}

/** 被申请行政复议 31 件，其中信息公开类 2 件: of the disputes counted before, those that are over disclosure. */
export function ofDisclosure(setting: Setting, { before, sentence }: Mention): NumberReading | null {
  const { lexicon, readings } = setting;
  if (!before.roles.has('disclosure') || before.unknown) return null;
  const from = goneOnWith(setting, sentence).start;
  const last = recent(readings, isPlain);
  const isDispute = (id: string) => lexicon.data.topics[id]?.onlyDisclosure !== undefined;
  const whole =
    last !== undefined &&
    last.mention.sentence.start >= from &&
    last.aspects.length === 0 &&
    last.topics.length > 0 &&
    last.topics.every(isDispute);
  return whole ? last : null;
}
