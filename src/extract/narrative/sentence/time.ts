import type { ReportYear } from '../discourse/measures.js';
import type { Role } from '../lexicon/roles.js';
import { type Clause, hasRole, type Sentence } from './clauses.js';
import type { Token } from './numbers/token.js';

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

const timeRoles: Role[] = ['thisYear', 'lastYear', 'nextYear', 'partYear', 'since'];

const mentionsTime = ({ roles, tokens }: Sentence): boolean =>
  timeRoles.some((role) => roles.has(role)) ||
  tokens.some(({ kind }) => kind === 'year' || kind === 'months');

const hasNumber = ({ tokens }: Clause): boolean => tokens.some(({ kind }) => kind === 'number');

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
    if (!mentionsTime(sentence)) continue;
    let opensSentence = true;
    // 其中，1—6 月收到 41 件: a part of what the sentence before counts.
    const lists = hasRole(sentence.tokens[0], 'breakdown');
    let current = carried;
    /** 历年累计受理 1312 件，累计被复议 61 件: several years hold on for what is added up over them, too. */
    let since: Time | null = null;
    for (const clause of sentence.clauses) {
      let opensClause = true;
      let passing = false;
      if (since !== null && hasRole(clause.tokens[0], 'total')) {
        times.push({ start: clause.tokens[0]?.start ?? 0, time: since });
        passing = true;
      }
      for (const [index, token] of clause.tokens.entries()) {
        const previous = clause.tokens[index - 1];
        if (previous?.kind === 'year' && hasRole(token, 'since')) continue;
        const time = timeOf(token, clause.tokens[index + 1], reportYear);
        if (time !== null && isAdverb(clause, index, opensClause) && clause.until < Infinity)
          bracketed.push({ start: token.start, until: clause.until, time });
        else if (time !== null && isAdverb(clause, index, opensClause)) {
          times.push({ start: token.start, time });
          // 全年收到31件，其中6月收到11件，办结28件: a part named on the way holds for its clause only.
          // 收到2件，上年无结转，办结2件: so does the year before.
          const aside = time.span === 'part' || hasRole(token, 'lastYear');
          // 条例实施 15 年来，累计受理 316 件: at the end of a clause of its own it holds for what follows.
          const frames = time.span !== 'year' && index === clause.tokens.length - 1 && !hasNumber(clause);
          const ofSeveral = time.span === 'since' && !frames;
          if (ofSeveral) since = time;
          if ((!opensSentence || lists) && aside && !frames) passing = true;
          else if (ofSeveral && clause !== sentence.clauses[0]) passing = true;
          else current = time;
          if ((opensSentence && !(lists && aside)) || time.span === 'year')
            carried = time.span === 'since' ? ownYear : time;
        }
        // 2023 年上半年: the year only says of which.
        const isOfPart = token.kind === 'year' && hasRole(clause.tokens[index + 1], 'partYear');
        if ((opensClause || opensSentence) && !isNeutral(token) && !isOfPart) {
          opensClause = false;
          opensSentence = false;
        }
      }
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
