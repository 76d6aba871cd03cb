import { hasRole } from './clauses.js';
import { plainSenses } from '../lexicon/senses.js';
import type { Token } from './numbers/token.js';

/**
 * 不存在 3 件 says what became of three; 不存在收费的情况 denies. A word that can do both keeps the one that its place asks for. 不收取 is a verb
 * with its denial: two words in one.
 */
export function withoutDoubleSense(tokens: readonly Token[]): readonly Token[] {
  const isDouble = (token: Token) =>
    token.kind === 'word' && token.senses.aspect !== null && token.senses.roles.has('negation');
  if (!tokens.some(isDouble)) return tokens;
  return tokens.flatMap((token, index): Token[] => {
    if (token.kind !== 'word' || !isDouble(token)) return [token];
    const roles = new Set(token.senses.roles);
    roles.delete('negation');
    const verb: Token = { ...token, senses: { ...token.senses, roles } };
    if (hasRole(token, 'undone')) {
      roles.delete('undone');
      return [
        { ...token, end: token.start + 1, senses: plainSenses('negation', 'undone') },
        { ...verb, start: token.start + 1 },
      ];
    }
    // 不存在 3 件, 不存在答复 3 件
    // 不存在的 3 件
    // 准予公开、不存在各 1 件
    const behind = tokens[index + 1];
    const said = tokens[hasRole(behind, 'of') || hasRole(behind, 'each') ? index + 2 : index + 1];
    const listed = behind?.kind === 'mark' && behind.char === '、';
    const next = said?.kind === 'word' && said.senses.aspect !== null ? tokens[index + 2] : said;
    return listed || (next?.kind === 'number' && next.value > 0)
      ? [verb]
      : [{ ...token, senses: { ...token.senses, aspect: null } }];
  });
}
