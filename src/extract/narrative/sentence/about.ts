import { hasRole, speaksOfDisclosure } from './clauses.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import type { Token } from './numbers/token.js';

/** How far behind 涉及 the words that it leads to may end. */
const reach = 3;

/**
 * 涉及, 有关 and 关于 lead to the content of an application, which counts nothing by itself; before the agency, information disclosure or a
 * dispute they only say which one is meant (涉及政府信息公开的行政复议) and lose that role.
 */
export function withoutPlainAbout(tokens: readonly Token[], lexicon: Lexicon): readonly Token[] {
  if (!tokens.some((token) => hasRole(token, 'blocker'))) return tokens;
  const isDispute = (token: Token) =>
    token.kind === 'word' &&
    token.senses.topic !== null &&
    [lexicon.data.topics[token.senses.topic]].some((each) => each?.onlyDisclosure ?? each?.within);
  const isApplication = (token: Token) =>
    token.kind === 'word' && lexicon.byApplicant.has(token.senses.topic ?? '');
  return tokens.map((token, index) => {
    if (token.kind !== 'word' || !hasRole(token, 'blocker')) return token;
    const next = tokens.slice(index + 1, index + 1 + reach);
    const until = next.findIndex((each) => !hasRole(each, 'own') && !hasRole(each, 'filler'));
    const first = next[until === -1 ? 0 : until];
    // 收到 16 份，涉及申请事项 23 项: what they are about is counted beside them.
    const counts = first !== undefined && isApplication(first) && isCounted(tokens, index);
    if (
      first === undefined ||
      counts ||
      !(isApplication(first) || speaksOfDisclosure(lexicon, first) || isDispute(first))
    )
      return token;
    const roles = new Set(token.senses.roles);
    roles.delete('blocker');
    return { ...token, senses: { ...token.senses, roles } };
  });
}

/** A number stands in the clause before, and another right behind the noun that the word leads to. */
function isCounted(tokens: readonly Token[], index: number): boolean {
  const [noun, after] = tokens.slice(index + 1, index + 3);
  const [before, comma] = tokens.slice(Math.max(0, index - 2), index);
  return (
    noun !== undefined &&
    after?.kind === 'number' &&
    before?.kind === 'number' &&
    comma?.kind === 'mark' &&
    comma.char === ','
  );
}

/** 全区各部门、镇（街道）: whoever follows 全区 in one breath belongs to the region, and is not somebody else. */
export function withoutMembers(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some((token) => hasRole(token, 'region'))) return tokens;
  let inRegion = false;
  return tokens.map((token) => {
    if (hasRole(token, 'region')) inRegion = true;
    else if (inRegion && token.kind === 'word' && hasRole(token, 'others')) {
      const roles = new Set(token.senses.roles);
      roles.delete('others');
      return { ...token, senses: { ...token.senses, roles } };
    } else if (!(token.kind === 'mark' && '、()'.includes(token.char)) && !hasRole(token, 'link'))
      inRegion = false;
    return token;
  });
}
