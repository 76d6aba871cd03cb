import { hasRole, type Sentence } from '../../sentence/clauses.js';
import { placeOf } from '../../sentence/place-of.js';
import { isOpen, type Setting } from '../setting.js';

const leftovers = ['remainder', 'except', 'target', 'due', 'nextYear', 'rate', 'plan'] as const;

/** How many words of a sentence are looked through. */
const longest = 120;

/** 其余、除…外、结转、期限内 in the sentence or the next one: not all of them were finished, or not all were due. What is `counted` with the others is not left. */
export function leavesSome(
  { lexicon, sentences }: Setting,
  sentence: Sentence,
  counted: readonly string[],
): boolean {
  const at = placeOf(sentences, sentence.start, (each) => each.start);
  return sentences
    .slice(at, at + 2)
    .flatMap((each) => each.tokens.slice(0, longest))
    .some(
      (token) =>
        leftovers.some((role) => hasRole(token, role)) ||
        (token.kind === 'word' &&
          isOpen(lexicon, token.senses.aspect ?? '') &&
          !counted.includes(token.senses.aspect ?? '')),
    );
}
