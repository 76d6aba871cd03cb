import { hasRole, type Clause, type Sentence } from './clauses.js';
import type { Role } from './lexicon.js';
import { accepts, measureOf } from './measures.js';
import { governs, readPhrase } from './phrase.js';
import { aboutDisclosure, inherited, isStage, scopeAt, type Setting } from './setting.js';
import { timeAt } from './time.js';
import type { Token } from './tokens.js';

/** 未收到政府信息公开申请: what the prose says there was none of. */
export interface NoneReading {
  measures: string[];
  start: number;
  end: number;
  scope: 'own' | 'region' | null;
  year: number | null;
}

/** What a negated stretch of words names. */
interface Named {
  topic: string;
  aspects: string[];
}

/** Words that make the negation one of something narrower than the whole count. */
const narrowing: Role[] = ['improper', 'except', 'fresh', 'plan', 'compare', 'every', 'others', 'blocker'];

const isConjunction = (token: Token): boolean =>
  (token.kind === 'mark' && token.char === '、') || hasRole(token, 'link');

/** A clause that carries the negation on: it begins with a conjunction, or the sentence has not named its object yet. */
function carriesOn(clause: Clause | undefined, depth: number, named: boolean): clause is Clause {
  if (clause === undefined || clause.depth !== depth || clause.before !== ',') return false;
  if (
    clause.tokens.some(
      (token) => token.kind === 'number' || hasRole(token, 'negation') || hasRole(token, 'total'),
    )
  )
    return false;
  const [first] = clause.tokens;
  return first !== undefined && (hasRole(first, 'link') || (!named && governs(readPhrase(clause.tokens))));
}

/** Items of a coordination: 行政复议、行政诉讼 are two. */
function items(tokens: readonly Token[]): Token[][] {
  const lists: Token[][] = [[]];
  for (const token of tokens) {
    if (isConjunction(token)) lists.push([]);
    else lists.at(-1)?.push(token);
  }
  return lists.filter((list) => list.length > 0);
}

/**
 * Topics and aspects of a negated stretch. A verb before the first noun holds for the nouns after it (未制定规章、规范性文件), what is said
 * after the last noun holds for those before it (无行政复议、行政诉讼纠错案件).
 */
function namedIn(setting: Setting, tokens: readonly Token[]): { named: Named[]; verbs: string[] } {
  const { topics } = setting.lexicon.data;
  const found: { topic: string; verbs: string[]; said: string[]; spreads: boolean }[] = [];
  let verbs: string[] = [];
  for (const item of items(tokens)) {
    const phrase = readPhrase(item);
    const head = phrase.topics[0];
    const ids = (after: boolean) =>
      phrase.aspects
        .filter((each) => head === undefined || each.start > head.start === after)
        .map((each) => each.id)
        .reverse();
    if (head === undefined) {
      verbs = [...verbs, ...ids(false)];
      const last = found.at(-1);
      if (last !== undefined) last.said.push(...ids(false));
    } else if (!phrase.gap) {
      const own = ids(false);
      verbs = own.length > 0 ? [...(found.length === 0 ? verbs : []), ...own] : verbs;
      found.push({ topic: head.id, verbs, said: ids(true), spreads: topics[head.id]?.spreads === true });
    }
  }
  let said: string[] = [];
  let spread: string | null = null;
  for (const each of found.toReversed()) {
    if (each.said.length === 0) each.said = said;
    else said = each.said;
    if (each.spreads) spread = each.topic;
    else if (spread !== null) each.topic = spread;
  }
  return {
    named: found.map((each) => ({ topic: each.topic, aspects: [...each.verbs, ...each.said] })),
    verbs,
  };
}

/** Cells that are zero when there was none of what was named; none when the words say something else. */
function cellsOf(setting: Setting, { topic, aspects }: Named): string[][] {
  const { lexicon, reportYear } = setting;
  const known = aspects.filter((aspect) => accepts(lexicon, topic, aspect));
  const measured = (aspect: string | null) => {
    const cells = measureOf(lexicon, topic, aspect, [], null, reportYear);
    return cells === false ? null : cells;
  };
  const narrow = [...new Set(known.filter((aspect) => !isStage(lexicon, [aspect])))];
  // 未办理 may mean that nothing came in, or that something was left undone.
  const undone = known.some(
    (aspect) =>
      isStage(lexicon, [aspect]) &&
      measured(aspect) !== null &&
      measured(aspect)?.join() !== measured(null)?.join(),
  );
  if (narrow.length === 0 && undone) return [];
  return (narrow.length === 0 ? [null] : narrow)
    .map(measured)
    .filter((cells) => cells !== null)
    .filter((cells) =>
      cells.every((cell) => lexicon.data.deniable.includes(cell.slice(0, cell.indexOf('.')))),
    );
}

/** What the words before the negation, or the paragraph so far, speak of, when the negated words name nothing themselves. */
function namedBefore(
  setting: Setting,
  sentence: Sentence,
  place: number,
  at: number,
  verbs: readonly string[],
): Named[] {
  const clause = sentence.clauses[place];
  const previous = sentence.clauses[place - 1];
  if (clause === undefined) return [];
  const own = readPhrase(clause.tokens.slice(0, at));
  const heads =
    own.topics.length === 0 && clause.before === ':' && previous !== undefined
      ? readPhrase(previous.tokens)
      : own;
  if (heads.gap) return [];
  if (heads.topics.length > 0)
    return heads.topics.toReversed().map((each) => ({ topic: each.id, aspects: [...verbs] }));
  if (own.unknown || verbs.length === 0) return [];
  const topics = inherited(setting, clause.tokens[at]?.start ?? 0, verbs) ?? [];
  return topics.map((topic) => ({ topic, aspects: [...verbs] }));
}

/** Position of the next negation of the clause; adjacent ones (没有未按时答复的) cancel out and are passed over. */
function negations(clause: Clause): number[] {
  const all = clause.tokens.flatMap((token, index) => (hasRole(token, 'negation') ? [index] : []));
  return all.filter((index, order) => {
    const next = all[order + 1];
    const before = all[order - 1];
    const joined = (from: number, to: number) => clause.tokens.slice(from + 1, to).some(isConjunction);
    return (next === undefined || joined(index, next)) && (before === undefined || joined(before, index));
  });
}

function readNegation(
  setting: Setting,
  sentence: Sentence,
  place: number,
  at: number,
  until: number,
): NoneReading[] {
  const clause = sentence.clauses[place];
  const sign = clause?.tokens[at];
  if (clause === undefined || sign === undefined) return [];
  const stretch = clause.tokens.slice(at + 1, until);
  const number = stretch.find((token) => token.kind === 'number');
  if (number?.kind === 'number' && number.value !== 1) return [];
  const [first, second] = stretch;
  const describes = first?.kind === 'word' && first.senses.aspect !== null && hasRole(second, 'of');
  if (hasRole(sign, 'undone') && describes) return [];
  let span: Token[] = stretch.filter((token) => token.kind !== 'number');
  let end = stretch.at(-1)?.end ?? sign.end;
  const names = () => namedIn(setting, span).named.length > 0;
  for (let next = place + 1; until === clause.tokens.length && next <= place + 3; next += 1) {
    const following = sentence.clauses[next];
    if (!carriesOn(following, clause.depth, names())) break;
    span = [...span, ...following.tokens];
    end = following.tokens.at(-1)?.end ?? end;
  }
  const lead = clause.tokens.slice(0, at);
  const time = timeAt(setting.times, sign.start);
  if (time.span !== 'year') return [];
  const { named, verbs } = namedIn(setting, span);
  const failures = setting.lexicon.data.failures;
  const isNarrow = (tokens: readonly Token[]) =>
    tokens.some(
      (token) =>
        narrowing.some((role) => hasRole(token, role)) ||
        (token.kind === 'word' && token.senses.aspect === 'other'),
    );
  const failed = named.some((each) => each.aspects.some((aspect) => failures.includes(aspect)));
  if (isNarrow(lead) || (isNarrow(span) && !failed)) return [];
  // 未因本年度申请引发行政复议 leaves room for those that earlier applications led to.
  const dated = span.some(
    (token, index) =>
      hasRole(token, 'cause') &&
      span.slice(index + 1, index + 3).some((each) => each.kind === 'year' || hasRole(each, 'thisYear')),
  );
  if (dated) return [];
  if (named.length === 0 && readPhrase(span).unknown) return [];
  const objects = named.length > 0 ? named : namedBefore(setting, sentence, place, at, verbs);
  const start = lead.find((token) => token.kind !== 'mark')?.start ?? sign.start;
  return objects
    .filter(
      (each) =>
        aboutDisclosure(setting, sentence, end, [each.topic], each.aspects) ||
        !each.aspects.some((aspect) => isStage(setting.lexicon, [aspect])),
    )
    .flatMap((each) => cellsOf(setting, each))
    .map((measures) => ({ measures, start, end, scope: scopeAt(setting, sentence, end), year: time.year }));
}

/** Every statement of a sentence that there was none of something. */
export function nonesOf(setting: Setting, sentence: Sentence): NoneReading[] {
  const seen = new Set<string>();
  return sentence.clauses
    .flatMap((clause, place) => {
      const signs = negations(clause);
      return signs.flatMap((at, order) =>
        readNegation(setting, sentence, place, at, signs[order + 1] ?? clause.tokens.length),
      );
    })
    .filter((each) => {
      const key = `${each.measures.join('+')}@${each.year}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}
