import type { Setting } from '../../discourse/setting.js';
import { governs, readPhrase } from '../../lexicon/words/phrase.js';
import { type Clause, hasRole, type Sentence, isConjunction } from '../clauses.js';
import { namedIn } from '../negated.js';
import type { Token } from '../numbers/token.js';

/** A negation: its place in the sentence, and the words of its clause that it can reach. */
export interface Sign {
  sentence: Sentence;
  /** The sentence before it in the paragraph. */
  before: Sentence | undefined;
  /** Place of the clause in the sentence. */
  place: number;
  clause: Clause;
  token: Token;
  lead: Token[];
  reach: Token[];
  /** The reach ends with the clause, so that the next one may carry it on. */
  last: boolean;
}

/** How many words before a negation are read; keeps the reading linear. */
export const longestLead = 64;

/** Adjacent negations (没有未按时答复的) cancel out and are passed over. */
export function signsOf(sentence: Sentence, before: Sentence | undefined): Sign[] {
  return sentence.clauses.flatMap((clause, place) => {
    if (!clause.tokens.some((token) => hasRole(token, 'negation'))) return [];
    const all = clause.tokens.flatMap((token, index) => (hasRole(token, 'negation') ? [index] : []));
    const apart = (from: number | undefined, to: number | undefined) =>
      from === undefined || to === undefined || clause.tokens.slice(from + 1, to).some(isConjunction);
    const single = all.filter((at, order) => apart(all[order - 1], at) && apart(at, all[order + 1]));
    return single.flatMap((at, order) => {
      const token = clause.tokens[at];
      const until = single[order + 1];
      if (token === undefined) return [];
      const lead = clause.tokens.slice(Math.max(0, at - longestLead), at);
      const reach = clause.tokens.slice(at + 1, until);
      return [{ sentence, before, place, clause, token, lead, reach, last: until === undefined }];
    });
  });
}

/** How a clause carries the negation on: as one more thing (和行政诉讼; 行政诉讼情况发生), or because the sentence has not named its object yet. */
function continues(clause: Clause | undefined, depth: number, named: boolean): 'item' | 'object' | null {
  if (clause === undefined || clause.depth !== depth || clause.before !== ',') return null;
  const states = (token: Token) =>
    token.kind === 'number' || hasRole(token, 'negation') || hasRole(token, 'total');
  const [first] = clause.tokens;
  if (first === undefined || clause.tokens.some(states)) return null;
  const phrase = readPhrase(clause.tokens);
  const verb = hasRole(clause.tokens.at(-1), 'occurs') && phrase.topics.length > 0 && !phrase.unknown;
  if (hasRole(first, 'link') || verb) return 'item';
  return !named && governs(phrase) ? 'object' : null;
}

const furthest = 3;

/** All words that are negated, also those of the next clauses. */
export function stretchOf(setting: Setting, sign: Sign): Token[] {
  let stretch: Token[] = sign.reach.filter((token) => token.kind !== 'number');
  for (let next = sign.place + 1; sign.last && next <= sign.place + furthest; next += 1) {
    const clause = sign.sentence.clauses[next];
    const how = continues(clause, sign.clause.depth, namedIn(setting, stretch).named.length > 0);
    if (clause === undefined || how === null) break;
    const at = clause.tokens[0]?.start ?? 0;
    const comma: Token[] = how === 'item' ? [{ kind: 'mark', char: '、', start: at, end: at }] : [];
    stretch = [...stretch, ...comma, ...clause.tokens];
  }
  return stretch;
}
