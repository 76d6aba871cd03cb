import { hasRole, type Clause, type Sentence } from './clauses.js';
import type { Role } from './lexicon.js';
import { accepts, measureOf } from './measures.js';
import { governs, readPhrase } from './phrase.js';
import { speaksOfDisclosure, type Setting } from './resolve.js';
import { timeAt } from './time.js';
import type { Token } from './tokens.js';

/** 未收到政府信息公开申请: what the prose says there was none of. */
export interface NoneReading {
  measures: string[][];
  start: number;
  end: number;
  year: number | null;
}

/** Words that make the negation one of something narrower than the whole count. */
const narrowing: Role[] = ['improper', 'except', 'fresh', 'plan', 'compare', 'every', 'others', 'blocker'];

const isLinkMark = (token: Token): boolean => (token.kind === 'mark' && token.char === '、') || hasRole(token, 'link');

/** A clause that carries the negation on: it begins with a conjunction or the sentence has not named its object yet. */
function carriesOn(clause: Clause | undefined, depth: number, named: boolean): clause is Clause {
  if (clause === undefined || clause.depth !== depth || clause.before !== ',') return false;
  if (clause.tokens.some((token) => token.kind === 'number' || hasRole(token, 'negation') || hasRole(token, 'total'))) return false;
  const first = clause.tokens[0];
  if (first === undefined) return false;
  return hasRole(first, 'link') || (!named && governs(readPhrase(clause.tokens)));
}

/** Items of a coordination: 行政复议、行政诉讼 → two. */
function items(tokens: readonly Token[]): Token[][] {
  const lists: Token[][] = [[]];
  for (const token of tokens) {
    if (isLinkMark(token)) lists.push([]);
    else lists.at(-1)?.push(token);
  }
  return lists.filter((list) => list.length > 0);
}

/** What a negated stretch of words names: topic and aspects of each coordinated item. */
function objects(setting: Setting, tokens: readonly Token[]): { topics: string[]; aspects: string[] }[] {
  const { lexicon } = setting;
  const found: { topics: string[]; aspects: string[] }[] = [];
  let verbs: string[] = [];
  for (const item of items(tokens)) {
    const phrase = readPhrase(item);
    const head = phrase.topics[0];
    const aspects = [...phrase.aspects].reverse().map((each) => each.id);
    if (head !== undefined && !phrase.gap) {
      found.push({ topics: [head.id], aspects: [...verbs, ...aspects] });
    } else if (head === undefined && !phrase.unknown) verbs = [...verbs, ...aspects];
    else if (head === undefined && aspects.length > 0) verbs = [...verbs, ...aspects];
  }
  if (found.length === 0 && verbs.length > 0) return [{ topics: [], aspects: verbs }];
  // 无行政复议、行政诉讼纠错案件: what is said of the last holds for those before it.
  let shared: string[] = [];
  for (const object of found.reverse()) {
    const { topics } = object;
    if (object.aspects.length === 0) object.aspects = shared.filter((aspect) => topics.every((topic) => accepts(lexicon, topic, aspect)));
    else shared = object.aspects;
  }
  return found.reverse();
}

function measuresOf(setting: Setting, topics: readonly string[], aspects: readonly string[]): string[][] {
  const { lexicon, reportYear } = setting;
  return topics.flatMap((topic) => {
    const stages = lexicon.data.stages;
    const known = aspects.filter((aspect) => accepts(lexicon, topic, aspect));
    const narrow = known.filter((aspect) => !stages.includes(aspect));
    if (known.includes('handled') && narrow.length === 0) return [];
    const asked = narrow.length > 0 ? [...new Set(narrow)] : [null];
    return asked.flatMap((aspect) => {
      const cells = measureOf(lexicon, topic, aspect, [], null, reportYear);
      return cells === null || cells === false ? [] : [cells];
    });
  });
}

function readNegation(setting: Setting, sentence: Sentence, place: number): NoneReading[] {
  const clause = sentence.clauses[place];
  if (clause === undefined) return [];
  const at = clause.tokens.findIndex((token) => hasRole(token, 'negation'));
  const sign = clause.tokens[at];
  if (sign === undefined) return [];
  const number = clause.tokens.find((token) => token.kind === 'number' && token.start > sign.start);
  if (number?.kind === 'number' && number.value !== 1) return [];
  let span: Token[] = clause.tokens.slice(at + 1).filter((token) => token.kind !== 'number');
  if (span.some((token) => hasRole(token, 'negation'))) return [];
  let end = clause.tokens.at(-1)?.end ?? sign.end;
  let named = objects(setting, span).length > 0 && readPhrase(span).topics.length > 0;
  for (let next = place + 1; next <= place + 3; next += 1) {
    const following = sentence.clauses[next];
    if (!carriesOn(following, clause.depth, named)) break;
    span = [...span, ...following.tokens];
    end = following.tokens.at(-1)?.end ?? end;
    named = true;
  }
  const lead = clause.tokens.slice(0, at);
  const time = timeAt(setting.times, sign.start);
  if (time.span !== 'year') return [];
  const narrowed = (tokens: readonly Token[]) =>
    tokens.some((token) => narrowing.some((role) => hasRole(token, role)) || (token.kind === 'word' && token.senses.aspect === 'other'));
  let named2 = objects(setting, span);
  const corrected = named2.some((each) => each.aspects.includes('corrected') || each.aspects.includes('revoked'));
  if (narrowed(lead) || (narrowed(span) && !corrected)) return [];
  const causeYear = span.some((token, index) => hasRole(token, 'cause') && span.slice(index + 1, index + 3).some((each) => each.kind === 'year' || hasRole(each, 'thisYear')));
  if (causeYear) return [];
  const aspects = named2.flatMap((each) => each.aspects);
  if (named2.every((each) => each.topics.length === 0)) {
    const before = readPhrase(lead);
    const earlier = clause.before === ':' ? readPhrase(sentence.clauses[place - 1]?.tokens ?? []) : before;
    const heads = before.topics.length > 0 ? before : earlier;
    const unknown = readPhrase(span).unknown || heads.gap;
    if (unknown) return [];
    if (heads.topics.length > 0) named2 = heads.topics.map((each) => ({ topics: [each.id], aspects }));
    else if (aspects.length > 0 && !before.unknown) {
      const known = setting.known.findLast((each) => each.position < sign.start && each.topics.length > 0 && each.topics.every((topic) => aspects.every((aspect) => accepts(setting.lexicon, topic, aspect))));
      if (known === undefined) return [];
      named2 = [{ topics: known.topics, aspects }];
    } else return [];
  }
  const start = lead[0]?.start ?? sign.start;
  return named2.flatMap(({ topics, aspects: said }) => {
    const about = topics.every((id) => {
      const strict = setting.lexicon.data.topics[id]?.onlyDisclosure;
      return strict === undefined || !said.some((each) => strict.includes(each)) || sentence.tokens.some((token) => speaksOfDisclosure(setting.lexicon, token));
    });
    if (!about) return [];
    return measuresOf(setting, topics, said).map((cells) => ({ measures: [cells], start, end, year: time.year }));
  });
}

/** Every statement of a sentence that there was none of something. */
export function nonesOf(setting: Setting, sentence: Sentence): NoneReading[] {
  const readings: NoneReading[] = [];
  const taken = new Set<number>();
  sentence.clauses.forEach((clause, place) => {
    if (taken.has(place) || !clause.tokens.some((token) => hasRole(token, 'negation'))) return;
    readings.push(...readNegation(setting, sentence, place));
  });
  return readings;
}
