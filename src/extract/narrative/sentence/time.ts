import { hasRole, type Clause, type Sentence } from './clauses.js';
import type { Role } from '../lexicon/roles.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import { plainSenses } from '../lexicon/senses.js';
import type { ReportYear } from '../discourse/measures.js';
import type { Token } from './tokens.js';

/** What time a number is about. */
export interface Time {
  /** A year that is not the report's own. */
  year: number | null;
  /** Not the statement of a full year: a part of it, several years, or the future. */
  span: 'year' | 'part' | 'since' | 'future';
}

export const ownYear: Time = { year: null, span: 'year' };

const neutralRoles: Role[] = ['filler', 'own', 'region', 'enumerator', 'link', 'breakdown', 'thisYear'];

const isNeutral = (token: Token): boolean =>
  token.kind === 'noise' ||
  token.kind === 'title' ||
  token.kind === 'months' ||
  token.kind === 'mark' ||
  neutralRoles.some((role) => hasRole(token, role));

/** An adverb of time opens its clause or stands right before what it limits; elsewhere it belongs to a noun (2020年工作要点). */
function isAdverb(clause: Clause, index: number, opening: boolean): boolean {
  const before = clause.tokens[index - 1];
  const after = clause.tokens[index + 1];
  const aside = hasRole(before, 'link') && hasRole(clause.tokens[index], 'lastYear');
  // 与 2021 年的 9 件持平
  const beside =
    hasRole(before, 'link') &&
    clause.tokens[index]?.kind === 'year' &&
    clause.tokens.some((token) => hasRole(token, 'compare'));
  if (
    aside ||
    beside ||
    hasRole(before, 'compare') ||
    hasRole(after, 'compare') ||
    hasRole(before, 'target') ||
    hasRole(before, 'cause')
  )
    return false;
  if (opening || hasRole(clause.tokens[index], 'since')) return true;
  return (
    after === undefined ||
    (after.kind === 'word' &&
      (after.senses.aspect !== null ||
        ['total', 'own', 'region'].some((role) => hasRole(after, role as Role))))
  );
}

function timeOf(token: Token, next: Token | undefined, reportYear: ReportYear): Time | null {
  if (token.kind === 'year') {
    if (hasRole(next, 'since')) return token.year === reportYear ? ownYear : { year: null, span: 'since' };
    if (token.year === reportYear) return ownYear;
    return reportYear !== null && token.year > reportYear
      ? { year: token.year, span: 'future' }
      : { year: token.year, span: 'year' };
  }
  if (token.kind !== 'months' && (token.kind !== 'word' || token.senses.roles.size === 0)) return null;
  if (token.kind === 'months' || hasRole(token, 'partYear')) return { year: null, span: 'part' };
  if (hasRole(token, 'thisYear')) return ownYear;
  if (hasRole(token, 'lastYear'))
    return reportYear === null ? { year: null, span: 'part' } : { year: reportYear - 1, span: 'year' };
  if (hasRole(token, 'nextYear'))
    return { year: reportYear === null ? null : reportYear + 1, span: 'future' };
  if (hasRole(token, 'since')) return { year: null, span: 'since' };
  return null;
}

/** The time in force at each adverb of time of a paragraph, by position. */
export function timesOf(
  sentences: readonly Sentence[],
  reportYear: ReportYear,
): { start: number; time: Time }[] {
  const times: { start: number; time: Time }[] = [];
  const bracketed: { start: number; until: number; time: Time }[] = [];
  let carried: Time = ownYear;
  for (const sentence of sentences) {
    times.push({ start: sentence.start, time: carried });
    let opensSentence = true;
    let current = carried;
    for (const clause of sentence.clauses) {
      let opensClause = true;
      let passing = false;
      clause.tokens.forEach((token, index) => {
        const previous = clause.tokens[index - 1];
        if (hasRole(token, 'since') && previous?.kind === 'year') return;
        const time = timeOf(token, clause.tokens[index + 1], reportYear);
        if (time !== null && isAdverb(clause, index, opensClause) && clause.until < Infinity)
          bracketed.push({ start: token.start, until: clause.until, time });
        else if (time !== null && isAdverb(clause, index, opensClause)) {
          times.push({ start: token.start, time });
          // 全年收到31件，其中6月收到11件，办结28件: a part named on the way holds for its clause only.
          // 收到2件，上年无结转，办结2件: so does the year before.
          const aside = time.span === 'part' || hasRole(token, 'lastYear');
          if (!opensSentence && aside) passing = true;
          else if (time.span === 'since' && clause !== sentence.clauses[0]) passing = true;
          else current = time;
          if (opensSentence || time.span === 'year') carried = time.span === 'since' ? ownYear : time;
        }
        if ((opensClause || opensSentence) && !isNeutral(token)) {
          opensClause = false;
          opensSentence = false;
        }
      });
      if (passing) times.push({ start: clause.tokens.at(-1)?.end ?? 0, time: current });
    }
  }
  times.sort((a, b) => a.start - b.start);
  // （含 2022 年转来的 6 件）: a year in brackets ends with them.
  const ends = bracketed.map(({ until }) => ({ start: until, time: timeAt(times, until) }));
  return [...times, ...bracketed, ...ends].sort((a, b) => a.start - b.start);
}

export function timeAt(times: readonly { start: number; time: Time }[], position: number): Time {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle]?.start ?? Infinity) <= position) low = middle + 1;
    else high = middle;
  }
  return times[low - 1]?.time ?? ownYear;
}

/** 上年(度也)无(需)结转: the place of the last word. */
function deniedAt(tokens: readonly Token[], earlier: number): number | null {
  const past = (from: number, roles: readonly Role[]): number => {
    let at = from;
    while (at < from + 2 && roles.some((role) => hasRole(tokens[at], role))) at += 1;
    return at;
  };
  const sign = past(earlier + 1, ['link', 'filler', 'all']);
  if (!hasRole(tokens[sign], 'negation')) return null;
  const target = past(sign + 1, ['filler']);
  return hasRole(tokens[target], 'target') ? target : null;
}

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
    const before = (isTarget(token) && own(next)) || (earlier(token) && isTarget(next));
    return before ? carriedIn : null;
  };
  const isAspect = (token: Token, aspect: string) => token.kind === 'word' && token.senses.aspect === aspect;
  /** 结转下年 + 继续办理, 上年遗留 + 未办结 */
  // 延期至 2024 年 1 月底前办理
  const isMonth = (token: Token | undefined) =>
    token?.kind === 'months' || (token?.kind === 'noise' && token.end > token.start + 1);
  const goesWith = (last: Token, token: Token, before: Token | undefined) =>
    (isAspect(last, carriedOut) &&
      (isTail(token) || isMonth(token) || (isMonth(before) && hasRole(token, 'filler')))) ||
    (isAspect(last, carriedIn) && isAspect(token, 'unfinished'));
  const joined: Token[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    const next = tokens[index + 1];
    if (token === undefined) break;
    const denied = earlier(token) ? deniedAt(tokens, index) : null;
    const carried = tokens[denied ?? -1];
    if (denied !== null && carried !== undefined) {
      const senses = { ...plainSenses(), aspect: carriedIn };
      joined.push(
        { ...token, kind: 'word', senses: plainSenses('filler') },
        ...tokens.slice(index + 1, denied),
      );
      joined.push({ kind: 'word', start: carried.start, end: carried.end, senses });
      index = denied;
      continue;
    }
    const aspect = next === undefined ? null : together(token, next);
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
