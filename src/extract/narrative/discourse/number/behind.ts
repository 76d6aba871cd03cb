import { placeOf } from '../../sentence/place-of.js';
import type { Sentence } from '../../sentence/clauses.js';
import type { Mention } from '../../sentence/mentions.js';
import type { Token } from '../../sentence/numbers/token.js';

/** The two tokens behind a number. */
export const next = ({ tokens }: Sentence, number: Mention['number']): (Token | undefined)[] => {
  const at = placeOf(tokens, number.start + 1, (token) => token.start);
  return tokens.slice(at, at + 2);
};

/** Whether the next words after a number are 、 and another number of the same kind. */
export function startsList(sentence: Sentence, number: Mention['number']): boolean {
  const [mark, other] = next(sentence, number);
  return (
    mark?.kind === 'mark' &&
    mark.char === '、' &&
    other?.kind === 'number' &&
    other.unit?.name === number.unit?.name
  );
}
