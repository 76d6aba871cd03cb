import { accepts } from '../../discourse/measures.js';
import type { Setting } from '../../discourse/setting.js';
import { inherited, takenUp } from '../../discourse/topics.js';
import { readPhrase } from '../../lexicon/words/phrase.js';
import type { Sentence } from '../clauses.js';
import type { Named } from '../negated.js';
import type { Sign } from './sign.js';

/** 依申请公开情况。无。 The sentence before, or the heading, is nothing but the nouns that there was none of. */
function announced(setting: Setting, before: Sentence | undefined): Named[] {
  const bare =
    before === undefined || (before.clauses.length === 1 && readPhrase(before.tokens).aspects.length === 0);
  if (!bare || before?.tokens.some((token) => token.kind === 'number')) return [];
  const [from, to] = before === undefined ? [-1, 0] : [before.start, before.end];
  const topics = setting.named
    .filter((each) => each.position >= from && each.position < to)
    .flatMap((each) => each.topics);
  return [...new Set(topics)].map((topic) => ({ topic, aspects: [], applicants: [], bare: false }));
}

/** What the words before the negation, or the paragraph so far, speak of, when the negated words name nothing themselves. */
export function namedBefore(setting: Setting, sign: Sign, verbs: readonly string[]): Named[] {
  const { sentence, clause, place, token } = sign;
  const previous = sentence.clauses[place - 1];
  const own = readPhrase(sign.lead);
  const introduced = own.topics.length === 0 && clause.before === ':' && previous !== undefined;
  const heads = introduced ? readPhrase(previous.tokens) : own;
  if (heads.gap) return [];
  const accepted = heads.topics.some(({ id }) => verbs.every((verb) => accepts(setting.lexicon, id, verb)));
  // 向申请人提供信息未收费: what does not go with the verb is not what there was none of.
  const isImplied =
    !accepted &&
    (heads.topics.length > 0 || own.unknown) &&
    takenUp(setting, token.start, verbs)?.position === Infinity;
  if (heads.topics.length > 0 && !isImplied) {
    const alone = verbs.length + heads.aspects.length === 0 && sign.reach.length === 0;
    return heads.topics.toReversed().map(({ id }) => {
      const absent = alone ? setting.lexicon.data.topics[id]?.absent : undefined;
      const aspects = absent === undefined ? [...verbs] : [absent];
      return { topic: id, aspects, applicants: [], bare: false };
    });
  }
  if (own.unknown && !isImplied) return [];
  if (clause.tokens.length === 1 && sentence.clauses.length === 1) return announced(setting, sign.before);
  if (verbs.length === 0) return [];
  return (inherited(setting, token.start, verbs) ?? []).map((topic) => ({
    topic,
    aspects: [...verbs],
    applicants: [],
    bare: false,
  }));
}
