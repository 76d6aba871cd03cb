import type { Lexicon } from '../lexicon/lexicon.js';
import { plainSenses } from '../lexicon/senses.js';
import { hasRole } from './clauses.js';
import type { Token } from './numbers/token.js';

/**
 * 除 2 件结转下年，其他 13 件均已答复: 其他 right before a number of which all was done the same is the rest, and no outcome called 其他; so it is where what
 * became of them is none of those that are called so (其他 4 件为不掌握, not 其他 4 件为撤回).
 */
export function withoutOtherAsRest(
  tokens: readonly Token[],
  { data: { topics } }: Lexicon,
): readonly Token[] {
  const others = new Set(Object.values(topics).flatMap(({ parts }) => parts?.['otherHandled'] ?? []));
  const isOutcome = (token: Token | undefined) =>
    token?.kind === 'word' && token.senses.aspect !== null && !others.has(token.senses.aspect);
  const isRest = (token: Token, index: number) =>
    token.kind === 'word' &&
    token.senses.aspect === 'other' &&
    tokens[index + 1]?.kind === 'number' &&
    ((['all', 'done'] as const).some((role) => hasRole(tokens[index + 2], role)) ||
      (hasRole(tokens[index + 2], 'copula') && isOutcome(tokens[index + 3])));
  if (!tokens.some(isRest)) return tokens;
  return tokens.map((token, index) =>
    token.kind === 'word' && isRest(token, index)
      ? { ...token, senses: plainSenses('remainder', 'filler') }
      : token,
  );
}
