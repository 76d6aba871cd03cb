import { readPhrase } from '../../lexicon/words/phrase.js';
import { hasRole } from '../../sentence/clauses.js';
import type { Token } from '../../sentence/numbers/token.js';
import { measureOf } from '../measures.js';
import { isPlain, type NumberReading, type Setting } from '../setting.js';
import type { AllReading } from './all-reading.js';

/** 不予公开 2 件，理由分别为属于内部事务信息和过程性信息: as many kinds of an outcome as were counted, one of each. */
export function eachOfThem(setting: Setting, reading: NumberReading, tokens: readonly Token[]): AllReading[] {
  const { lexicon, reportYear } = setting;
  const { topics, aspects, applicants, qualifier, mention } = reading;
  const [first, last] = [tokens[0], tokens.at(-1)];
  const [topic] = topics;
  if (first === undefined || last === undefined || topic === undefined) return [];
  const many = mention.number.value > 1 && qualifier === 'exact' && isPlain(reading);
  if (!many || topics.length > 1 || applicants.length > 0) return [];
  if (!tokens.some((token) => hasRole(token, 'respectively'))) return [];
  const phrase = readPhrase(tokens);
  const kinds = new Set(phrase.aspects.map(({ id }) => id));
  const isKind = (id: string) => aspects.some((each) => lexicon.nested.has(`${each} ${id}`));
  const says = !phrase.unknown && phrase.topics.length === 0 && !phrase.roles.has('negation');
  if (!says || kinds.size !== mention.number.value || ![...kinds].every(isKind)) return [];
  return [...kinds].flatMap((id) => {
    const measures = measureOf(lexicon, topic, id, [], null, reportYear);
    return Array.isArray(measures)
      ? [{ of: reading, far: false, complete: false, measures, count: 1, start: first.start, end: last.end }]
      : [];
  });
}
