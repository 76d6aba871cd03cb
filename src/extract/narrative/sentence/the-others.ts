import { plainSenses } from '../lexicon/senses.js';
import { hasRole } from './clauses.js';
import type { Token } from './numbers/token.js';

/**
 * 除 2 件结转下年，其他 13 件均已答复；其他 4 件为不掌握: 其他 right before a number of which something is said behind it is the rest, and no outcome
 * called 其他.
 */
export function withoutOtherAsRest(tokens: readonly Token[]): readonly Token[] {
  const isRest = (token: Token, index: number) =>
    token.kind === 'word' &&
    token.senses.aspect === 'other' &&
    tokens[index + 1]?.kind === 'number' &&
    (['all', 'done', 'copula'] as const).some((role) => hasRole(tokens[index + 2], role));
  if (!tokens.some(isRest)) return tokens;
  return tokens.map((token, index) =>
    token.kind === 'word' && isRest(token, index)
      ? { ...token, senses: plainSenses('remainder', 'filler') }
      : token,
  );
}
