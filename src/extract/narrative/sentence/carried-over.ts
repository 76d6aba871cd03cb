import type { ReportYear } from '../discourse/measures.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import type { Role } from '../lexicon/roles.js';
import { plainSenses } from '../lexicon/senses.js';
import { hasRole } from './clauses.js';
import type { Token } from './numbers/token.js';

/** 上年(度也)无(需)结转: the place of the last word. */
function deniedAt(tokens: readonly Token[], earlier: number): number | null {
  const past = (from: number, roles: readonly Role[]): number => {
    let at = from;
    while (at < from + 2 && roles.some((role) => hasRole(tokens[at], role))) at += 1;
    return at;
  };
  const sign = past(earlier + 1, ['link', 'filler', 'all']);
  if (!hasRole(tokens[sign], 'negation')) return null;
  let target = past(sign + 1, ['filler']);
  const noun = tokens[target];
  // 上年没有申请转入
  if (noun?.kind === 'word' && noun.senses.topic !== null && !hasRole(noun, 'target')) target += 1;
  return hasRole(tokens[target], 'target') ? target : null;
}

/** A year and a month, or a part of the year: when something was done. */
const isDated = (tokens: readonly Token[], at: number): boolean => {
  const [year, next] = tokens.slice(at, at + 2);
  if (year?.kind !== 'year') return false;
  // 于 2024 年初答复
  return next?.kind !== 'word' || (hasRole(next, 'filler') && next.senses.aspect === null);
};

/** Rewrites 结转至2022年 (办理), 结转2022年 and 2020年结转 as the one aspect that they are. */
export function joinCarriedOver(
  tokens: readonly Token[],
  lexicon: Lexicon,
  reportYear: ReportYear,
): readonly Token[] {
  const isTarget = (token: Token | undefined) => hasRole(token, 'target');
  const isSource = (token: Token | undefined) => hasRole(token, 'source');
  const isTail = (token: Token | undefined) => hasRole(token, 'carryTail');
  if (!tokens.some((token) => isTarget(token) || isSource(token) || isTail(token))) return tokens;
  const { next: carriedOut, prior: carriedIn } = lexicon.data.carry;
  const later = (each: Token) =>
    hasRole(each, 'nextYear') || (each.kind === 'year' && (reportYear === null || each.year > reportYear));
  const own = (each: Token) =>
    hasRole(each, 'thisYear') || (each.kind === 'year' && each.year === reportYear);
  const earlier = (each: Token) =>
    hasRole(each, 'lastYear') || (each.kind === 'year' && reportYear !== null && each.year < reportYear);
  /** What two tokens say together. */
  const together = (token: Token, next: Token): string | null => {
    if (isSource(token) && (own(next) || earlier(next))) return carriedIn;
    if (isTarget(token) && later(next)) return carriedOut;
    const before = (isTarget(token) && (own(next) || earlier(next))) || (earlier(token) && isTarget(next));
    return before ? carriedIn : null;
  };
  const isAspect = (token: Token | undefined, aspect: string) =>
    token?.kind === 'word' && token.senses.aspect === aspect;
  /** 结转下年 + 继续办理, 上年遗留 + 未办结 */
  // 延期至 2024 年 1 月底前办理
  const isMonth = (token: Token | undefined) =>
    token?.kind === 'months' || (token?.kind === 'noise' && token.end > token.start + 1);
  const goesWith = (last: Token, token: Token, before: Token | undefined) =>
    (isAspect(last, carriedOut) &&
      (isTail(token) || isMonth(token) || (isMonth(before) && hasRole(token, 'filler')))) ||
    (isAspect(last, carriedIn) && isAspect(token, 'unfinished'));
  /** 将于 2024 年 1 月答复, 于 2024 年 1 月 3 日答复: where it ends. */
  const promised = (at: number): number | null => {
    const planned = hasRole(tokens[at], 'plan');
    if (!planned && !isDated(tokens, at)) return null;
    let end = planned ? at + 1 : at;
    while (end < at + 3 && hasRole(tokens[end], 'filler')) end += 1;
    const when = tokens[end];
    if (when === undefined || !later(when)) return null;
    end += 1;
    while (end < at + 7 && (isMonth(tokens[end]) || hasRole(tokens[end], 'filler')) && !isTail(tokens[end]))
      end += 1;
    return isTail(tokens[end]) ? end : null;
  };
  const joined: Token[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    const next = tokens[index + 1];
    if (token === undefined) break;
    const begins = token.kind === 'year' || (token.kind === 'word' && token.senses.roles.size > 0);
    const until = begins ? promised(index) : null;
    const handled = tokens[until ?? -1];
    if (until !== null && handled !== undefined) {
      // 1 件延期，将于次年答复: what is said of the number goes on.
      const comma = joined.at(-1);
      if (comma?.kind === 'mark' && comma.char === ',') joined.pop();
      const senses = { ...plainSenses(), aspect: carriedOut };
      joined.push({ kind: 'word', start: token.start, end: handled.end, senses });
      index = until;
      continue;
    }
    // 无上年和下年结转: what the verb says is said of both.
    const [link, other, verb] = tokens.slice(index + 1, index + 4);
    const isBoth =
      begins &&
      (earlier(token) || later(token)) &&
      (hasRole(link, 'link') || (link?.kind === 'mark' && link.char === '、')) &&
      (isTarget(verb) || isAspect(verb, carriedOut));
    const both =
      isBoth && other !== undefined && earlier(token) !== earlier(other) && (earlier(other) || later(other));
    if (both && link !== undefined && verb !== undefined) {
      const carried = (each: Token) => ({
        ...plainSenses(),
        aspect: earlier(each) ? carriedIn : carriedOut,
      });
      joined.push({ kind: 'word', start: token.start, end: token.end, senses: carried(token) }, link, {
        kind: 'word',
        start: other.start,
        end: verb.end,
        senses: carried(other),
      });
      index += 3;
      continue;
    }
    const denied = begins && earlier(token) ? deniedAt(tokens, index) : null;
    const carried = tokens[denied ?? -1];
    if (denied !== null && carried !== undefined) {
      // 上年度也没有未办结件转入
      const goesOn = [1, 2].find(
        (after) => isTarget(tokens[denied + after]) || isAspect(tokens[denied + after], carriedOut),
      );
      const last = denied + (goesOn ?? 0);
      const senses = { ...plainSenses(), aspect: carriedIn };
      joined.push(
        { ...token, kind: 'word', senses: plainSenses('filler') },
        ...tokens.slice(index + 1, denied),
      );
      joined.push({ kind: 'word', start: carried.start, end: tokens[last]?.end ?? carried.end, senses });
      index = last;
      continue;
    }
    const aspect = begins && next !== undefined ? together(token, next) : null;
    const last = joined.at(-1);
    if (next !== undefined && aspect !== null) {
      const senses = { ...plainSenses(), aspect };
      joined.push({ kind: 'word', start: token.start, end: next.end, senses });
      index += 1;
    } else if (last !== undefined && goesWith(last, token, tokens[index - 1])) {
      joined[joined.length - 1] = { ...last, end: token.end };
    } else joined.push(token);
  }
  return joined;
}
