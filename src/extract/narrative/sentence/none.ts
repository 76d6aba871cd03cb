import { hasRole, type Clause, type Sentence } from './clauses.js';
import type { Role } from '../lexicon/roles.js';
import { accepts, measureOf } from '../discourse/measures.js';
import { isDeniable } from './counts.js';
import { isConjunction, namedIn, type Named } from './negated.js';
import { governs, readPhrase, type Phrase } from '../lexicon/phrase.js';
import { aboutDisclosure, inherited, isStage, scopeAt, takenUp, type Setting } from '../discourse/setting.js';
import { placeOf } from './place-of.js';
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

/** A negation: its place in the sentence, and the words of its clause that it can reach. */
interface Sign {
  sentence: Sentence;
  /** The sentence before it in the paragraph. */
  before: Sentence | undefined;
  /** Place of the clause in the sentence. */
  place: number;
  clause: Clause;
  token: Token;
  lead: Token[];
  reach: Token[];
  /** The reach ends with the clause, so that the next one may carry it on. */
  last: boolean;
}

/** Words that make the negation one of something narrower than the whole count. */
const narrowing: Role[] = [
  'improper',
  'except',
  'fresh',
  'plan',
  'compare',
  'every',
  'others',
  'blocker',
  'remainder',
];

/** 无行政复议、行政诉讼问题: at the end of a list of nouns 问题 is one more word for them. */
const isPlainTail = (tokens: readonly Token[], index: number): boolean => {
  const before = tokens[hasRole(tokens[index - 1], 'of') ? index - 2 : index - 1];
  return hasRole(tokens[index], 'noun') && before?.kind === 'word' && before.senses.topic !== null;
};

const isNarrow = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token, index) =>
      (narrowing.some((role) => hasRole(token, role)) && !isPlainTail(tokens, index)) ||
      (token.kind === 'word' && token.senses.aspect === 'other'),
  );

/** 未收到超出答复期限的申请: unknown words before 的 say of which ones there was none. */
const isOfAKind = (tokens: readonly Token[]): boolean => {
  const of = tokens.findLastIndex((token) => hasRole(token, 'of'));
  return tokens.slice(0, Math.max(0, of)).some((token) => token.kind === 'rest');
};

/** How many words before a negation are read; keeps the reading linear. */
const longestLead = 64;

/** Adjacent negations (没有未按时答复的) cancel out and are passed over. */
function signsOf(sentence: Sentence, before: Sentence | undefined): Sign[] {
  return sentence.clauses.flatMap((clause, place) => {
    if (!clause.tokens.some((token) => hasRole(token, 'negation'))) return [];
    const all = clause.tokens.flatMap((token, index) => (hasRole(token, 'negation') ? [index] : []));
    const apart = (from: number | undefined, to: number | undefined) =>
      from === undefined || to === undefined || clause.tokens.slice(from + 1, to).some(isConjunction);
    const single = all.filter((at, order) => apart(all[order - 1], at) && apart(at, all[order + 1]));
    return single.flatMap((at, order) => {
      const token = clause.tokens[at];
      const until = single[order + 1];
      if (token === undefined) return [];
      const lead = clause.tokens.slice(Math.max(0, at - longestLead), at);
      const reach = clause.tokens.slice(at + 1, until);
      return [{ sentence, before, place, clause, token, lead, reach, last: until === undefined }];
    });
  });
}

/** How a clause carries the negation on: as one more thing (和行政诉讼; 行政诉讼情况发生), or because the sentence has not named its object yet. */
function continues(clause: Clause | undefined, depth: number, named: boolean): 'item' | 'object' | null {
  if (clause === undefined || clause.depth !== depth || clause.before !== ',') return null;
  const states = (token: Token) =>
    token.kind === 'number' || hasRole(token, 'negation') || hasRole(token, 'total');
  const [first] = clause.tokens;
  if (first === undefined || clause.tokens.some(states)) return null;
  const phrase = readPhrase(clause.tokens);
  const verb = hasRole(clause.tokens.at(-1), 'occurs') && phrase.topics.length > 0 && !phrase.unknown;
  if (hasRole(first, 'link') || verb) return 'item';
  return !named && governs(phrase) ? 'object' : null;
}

const furthest = 3;

/** All words that are negated, also those of the next clauses. */
function stretchOf(setting: Setting, sign: Sign): Token[] {
  let stretch: Token[] = sign.reach.filter((token) => token.kind !== 'number');
  for (let next = sign.place + 1; sign.last && next <= sign.place + furthest; next += 1) {
    const clause = sign.sentence.clauses[next];
    const how = continues(clause, sign.clause.depth, namedIn(setting, stretch).named.length > 0);
    if (clause === undefined || how === null) break;
    const at = clause.tokens[0]?.start ?? 0;
    const comma: Token[] = how === 'item' ? [{ kind: 'mark', char: '、', start: at, end: at }] : [];
    stretch = [...stretch, ...comma, ...clause.tokens];
  }
  return stretch;
}

/** 依申请公开情况。无。 The sentence before, or the heading, is nothing but the nouns that there was none of. */
function announced(setting: Setting, before: Sentence | undefined): Named[] {
  const bare =
    before === undefined || (before.clauses.length === 1 && readPhrase(before.tokens).aspects.length === 0);
  if (!bare || before?.tokens.some((token) => token.kind === 'number')) return [];
  const [from, to] = before === undefined ? [-1, 0] : [before.start, before.end];
  const topics = setting.named
    .filter((each) => each.position >= from && each.position < to)
    .flatMap((each) => each.topics);
  return [...new Set(topics)].map((topic) => ({ topic, aspects: [], applicants: [], bare: false }));
}

/** What the words before the negation, or the paragraph so far, speak of, when the negated words name nothing themselves. */
function namedBefore(setting: Setting, sign: Sign, verbs: readonly string[]): Named[] {
  const { sentence, clause, place, token } = sign;
  const previous = sentence.clauses[place - 1];
  const own = readPhrase(sign.lead);
  const introduced = own.topics.length === 0 && clause.before === ':' && previous !== undefined;
  const heads = introduced ? readPhrase(previous.tokens) : own;
  if (heads.gap) return [];
  const accepted = heads.topics.some(({ id }) => verbs.every((verb) => accepts(setting.lexicon, id, verb)));
  // 向申请人提供信息未收费: what does not go with the verb is not what there was none of.
  const isImplied =
    !accepted &&
    (heads.topics.length > 0 || own.unknown) &&
    takenUp(setting, token.start, verbs)?.position === Infinity;
  if (heads.topics.length > 0 && !isImplied)
    return heads.topics
      .toReversed()
      .map((each) => ({ topic: each.id, aspects: [...verbs], applicants: [], bare: false }));
  if (own.unknown && !isImplied) return [];
  if (clause.tokens.length === 1 && sentence.clauses.length === 1) return announced(setting, sign.before);
  if (verbs.length === 0) return [];
  return (inherited(setting, token.start, verbs) ?? []).map((topic) => ({
    topic,
    aspects: [...verbs],
    applicants: [],
    bare: false,
  }));
}

/** Cells that are zero when there was none of what was named; none when the words say something else. */
function cellsOf(setting: Setting, { topic, aspects, applicants }: Named): string[][] {
  const { lexicon, reportYear } = setting;
  const measured = (aspect: string | null): string[] | null => {
    const cells = measureOf(lexicon, topic, aspect, applicants, null, reportYear);
    return cells === false ? null : cells;
  };
  // 未收到…申请公开: 公开 alone denies nothing in particular.
  const particular = aspects.filter((aspect) => !Object.hasOwn(lexicon.data.kinds, aspect));
  if (particular.length === 0 && aspects.length > 0) return [];
  const known = [...new Set(particular)].filter((aspect) => accepts(lexicon, topic, aspect));
  // 未对申请收取费用: what does not go with the noun is not said of it.
  if (known.length === 0 && particular.length > 0) return [];
  const narrow = known.filter((aspect) => !isStage(lexicon, [aspect]));
  const whole = measured(null)?.join();
  // 未办理 may mean that nothing came in, or that something was left undone.
  const stages = known.filter((aspect) => isStage(lexicon, [aspect]));
  const undone =
    stages.some((aspect) => (measured(aspect)?.join() ?? whole) !== whole) &&
    !stages.some((aspect) => measured(aspect)?.join() === whole);
  if (narrow.length === 0 && undone) return [];
  return (narrow.length === 0 ? [null] : narrow)
    .map(measured)
    .filter((cells) => cells !== null)
    .filter((cells) => cells.every((cell) => isDeniable(lexicon, cell)));
}

/** 以书面、网络等形式 names ways by which applications come in; one alone narrows what there was none of. */
function isOfOneWay({ roles }: Phrase, stretch: readonly Token[]): boolean {
  const ways = new Set(
    stretch.flatMap((token) =>
      token.kind === 'word' && !token.senses.loose ? (token.senses.channel ?? []) : [],
    ),
  );
  return ways.size === 1 && !roles.has('ways');
}

/** Whether the negation is one of the whole: not of a kind of it, not of something said of its nouns. */
function deniesAll(
  setting: Setting,
  sign: Sign,
  stretch: readonly Token[],
  named: readonly Named[],
): boolean {
  const { failures } = setting.lexicon.data;
  const number = sign.reach.find((token) => token.kind === 'number');
  const noun = sign.reach.find((token) => token.kind === 'word' && token.senses.topic !== null);
  // 未发生1起行政复议 denies; a number behind the noun counts it.
  if (number?.kind === 'number' && (number.value !== 1 || (noun !== undefined && noun.start < number.start)))
    return false;
  const [first, second] = sign.reach;
  const describes = first?.kind === 'word' && first.senses.aspect !== null && hasRole(second, 'of');
  if (hasRole(sign.token, 'undone') && describes) return false;
  const failed = named.some((each) => each.aspects.some((aspect) => failures.includes(aspect)));
  if (isNarrow(sign.lead) || (isNarrow(stretch) && !failed) || isOfAKind(sign.reach)) return false;
  // 未因本年度申请引发行政复议 leaves room for those that earlier applications led to.
  const dated = (token: Token) => token.kind === 'year' || hasRole(token, 'thisYear');
  const caused = (token: Token, index: number) =>
    hasRole(token, 'cause') && stretch.slice(index + 1, index + 3).some(dated);
  if (stretch.some(caused)) return false;
  const phrase = readPhrase(stretch);
  // 未收到纸质申请: of one way by which applications come, not of all.
  if (isOfOneWay(phrase, stretch)) return false;
  return named.length > 0 || (!phrase.unknown && phrase.channels.length === 0);
}

function readSign(setting: Setting, sign: Sign): NoneReading[] {
  const { sentence, token, lead } = sign;
  const time = timeAt(setting.times, token.start);
  if (time.span !== 'year') return [];
  const stretch = stretchOf(setting, sign);
  const { named, verbs } = namedIn(setting, stretch);
  if (!deniesAll(setting, sign, stretch, named)) return [];
  const start = lead.find((each) => each.kind !== 'mark')?.start ?? token.start;
  const end = Math.max(stretch.at(-1)?.end ?? 0, sign.reach.at(-1)?.end ?? token.end);
  const { acts, paired } = setting.lexicon.data;
  const isAct = (each: Token) => each.kind === 'word' && acts.includes(each.senses.topic ?? '');
  const at = placeOf(sentence.tokens, token.start, (each) => each.start);
  const earlier = sentence.tokens.slice(Math.max(0, at - longestLead), at);
  const ofAct =
    lead.some(isAct) ||
    (sentence.disclosure === Infinity &&
      earlier.some(isAct) &&
      !earlier.some((each, place) => each.kind === 'number' && !receives(earlier.slice(0, place), isAct)));
  const isAbout = ({ topic, aspects }: Named) =>
    !(ofAct && paired.includes(topic)) &&
    (!aspects.some((aspect) => isStage(setting.lexicon, [aspect])) ||
      aboutDisclosure(setting, sentence, end, [topic], aspects));
  const scope = scopeAt(setting, sentence, end);
  return (named.length > 0 ? named : namedBefore(setting, sign, verbs))
    .filter(isAbout)
    .flatMap((each) => cellsOf(setting, each))
    .map((measures) => ({ measures, start, end, scope, year: time.year }));
}

/** 受理仲裁申请: other matters came in. */
const receives = (tokens: readonly Token[], isAct: (token: Token) => boolean): boolean => {
  const verb = tokens.findIndex((token) => token.kind === 'word' && token.senses.aspect === 'received');
  return verb !== -1 && tokens.slice(verb).some(isAct);
};

/** Every statement of a sentence that there was none of something; `before` is the sentence before it in the paragraph. */
export function nonesOf(setting: Setting, sentence: Sentence, before: Sentence | undefined): NoneReading[] {
  if (!sentence.roles.has('negation')) return [];
  const found = new Map<string, NoneReading>();
  for (const sign of signsOf(sentence, before)) {
    for (const reading of readSign(setting, sign)) {
      const key = `${reading.measures.join('+')}@${reading.year}`;
      if (!found.has(key)) found.set(key, reading);
    }
  }
  return [...found.values()];
}
