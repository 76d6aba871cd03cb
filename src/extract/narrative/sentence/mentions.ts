import { hasRole, placeOfClause, type Clause, type Sentence, isConjunction, itemsOf } from './clauses.js';
import type { Role } from '../lexicon/roles.js';
import { governs, readPhrase, type Phrase } from '../lexicon/words/phrase.js';
import type { NumberToken, Token } from './numbers/token.js';

/** A number with the words that stand beside it. */
export interface Mention {
  number: NumberToken;
  clause: Clause;
  sentence: Sentence;
  before: Phrase;
  after: Phrase;
  /** Words between the previous number or clause and this one. */
  leading: Token[];
  trailing: Token[];
  /** Roles of all words of the clause before the number. */
  earlier: ReadonlySet<Role>;
}

const separates = (token: Token): boolean =>
  (token.kind === 'mark' && token.char === '、') || hasRole(token, 'link') || hasRole(token, 'breakdown');

const namesThing = (token: Token): boolean => token.kind === 'word' && token.senses.topic !== null;

/** Words between two numbers of a clause: those of the first, those of the second. */
function share(between: Token[], numberFirst: boolean): [Token[], Token[]] {
  // 三项共 14 件依申请公开
  if (hasRole(between[0], 'total') && between.length === 1) return [[], between];
  const at = between.findIndex(separates);
  // 其余 8 件中公开 5 件；收到的 11 件申请中 1 件经补正；12 件申请中公开或部分公开 7 件
  const frame = between.findIndex((token) => hasRole(token, 'frame'));
  if (frame !== -1 && (at === -1 || frame < at) && between.slice(0, frame).every(namesThing))
    return [between.slice(0, frame + 1), between.slice(frame + 1)];
  if (at !== -1) return [between.slice(0, at), between.slice(at)];
  // 三个渠道发布信息120条: the thing counted first stands right behind its number.
  if (hasRole(between[0], 'facility') && governs(readPhrase(between.slice(1))))
    return [between.slice(0, 1), between.slice(1)];
  return numberFirst ? [between, []] : [[], between];
}

/** 新发布的2件规范性文件均配有解读: another noun behind 均 is not what is counted. */
function counted(trailing: Token[], whole: Phrase): Phrase {
  const at = trailing.findIndex((token) => hasRole(token, 'all'));
  if (at < 1 || whole.topics.length === 0) return whole;
  const things = readPhrase(trailing.slice(0, at));
  // 收到的 3 件申请均由分管领导审签后答复: whatever is said of all of them.
  if (whole.unknown && things.topics.length > 0 && !things.unknown) return things;
  return things.topics.length > 0 && things.topics[0]?.id !== whole.topics[0]?.id ? things : whole;
}

/** 予以公开、部分公开分别为 18 件、3 件: one phrase for each number. */
function respectively(lead: readonly Token[], count: number): Phrase[] | null {
  if (count < 2 || !lead.some((token) => hasRole(token, 'respectively'))) return null;
  const phrase = readPhrase(lead);
  const split = <Key extends 'topics' | 'aspects' | 'applicants' | 'channels'>(key: Key): Phrase[] | null =>
    phrase[key].length === count
      ? phrase[key].toReversed().map((each) => ({ ...phrase, [key]: [each] }))
      : null;
  return (
    split('aspects') ??
    split('applicants') ??
    split('channels') ??
    eachWithVerb(lead, count) ??
    split('topics')
  );
}

/** 新收申请、办结申请、结转申请分别为…; 受理申请数、答复数、结转数分别为…: each item with a verb of its own, and at most the noun of the first. */
function eachWithVerb(lead: readonly Token[], count: number): Phrase[] | null {
  const end = lead.findIndex((token) => hasRole(token, 'respectively'));
  const phrases = itemsOf(end === -1 ? lead : lead.slice(0, end)).map((item) => readPhrase(item));
  const [head] = phrases;
  const says = ({ topics, aspects, gap, unknown }: Phrase) =>
    aspects.length === 1 && !gap && (topics.length > 0 || !unknown);
  return phrases.length === count && head !== undefined && head.topics.length > 0 && phrases.every(says)
    ? phrases.map((each) =>
        each.topics.length > 0 ? each : { ...each, topics: head.topics, nouns: head.nouns },
      )
    : null;
}

/** 办结的申请中，自然人申请25件; 通过微信公众号，发布信息9条: the clause says among what, or where, the next one counts. */
function isFrame(clause: Clause): boolean {
  const last = clause.tokens.at(-1);
  const phrase = readPhrase(clause.tokens);
  if (phrase.gap) return false;
  if (hasRole(last, 'frame')) return governs(phrase);
  // 全部为网上提交，已办结 17 件: what is said of all that were counted is no frame.
  const says = phrase.roles.has('all') || phrase.roles.has('copula');
  const place = last?.kind === 'word' && last.senses.channel !== null && !says;
  return place && phrase.topics.length + phrase.aspects.length + phrase.applicants.length === 0;
}

/** Words that lead from what a clause names to its number. */
const ledOn = ['each', 'becomes', 'copula', 'filler'] as const;

/** The words before a comparison (与上年持平, 比上年下降一半, 再创新高) that ends a clause; none where there is no such thing. */
function beforeComparison(tokens: readonly Token[]): Token[] {
  const grows = (token: Token) =>
    (['compare', 'increase', 'decrease'] as const).some((role) => hasRole(token, role));
  const last = tokens.at(-1);
  const isUnknown = (token: Token) => token.kind === 'rest' || hasRole(token, 'filler');
  const begins =
    last?.kind === 'rest' ? tokens.findLastIndex((token) => !isUnknown(token)) + 1 : tokens.findIndex(grows);
  if (begins < 1) return [];
  const isOfIt = (token: Token) =>
    token.kind === 'year' ||
    // 连续两年下降
    token.kind === 'noise' ||
    (['lastYear', 'link', 'of', 'filler'] as const).some((role) => hasRole(token, role));
  const before = tokens.slice(0, begins);
  const own = before.slice(0, before.findLastIndex((token) => !isOfIt(token)) + 1);
  const phrase = readPhrase(own);
  return phrase.topics.length + phrase.aspects.length > 0 && !phrase.gap ? own : [];
}

/** 收到 2 名公民提交的 3 件申请, 收到申请 2 人次 3 件: the number of those who handed in what the next one counts. */
const isWho = (
  { unit, end }: NumberToken,
  between: readonly Token[],
  next: NumberToken | undefined,
): boolean =>
  unit?.family === 'people' &&
  (hasRole(between.at(-1), 'of') || (next?.start === end && next.unit?.kind === 'count'));

function mentionsOfClause(clause: Clause, previous: Clause | undefined, sentence: Sentence): Mention[] {
  const numbers: { token: NumberToken; index: number }[] = [];
  clause.tokens.forEach((token, index) => {
    if (token.kind === 'number') numbers.push({ token, index });
  });
  const first = numbers[0];
  const last = numbers.at(-1);
  if (first === undefined || last === undefined) return [];
  let lead = clause.tokens.slice(0, first.index);
  const tail = clause.tokens.slice(last.index + 1);
  const [opening, closing] = [readPhrase(lead), readPhrase(tail)];
  const numberFirst = !governs(opening) && governs(closing);
  const frames =
    previous?.depth === clause.depth && !previous.tokens.some((token) => token.kind === 'number');
  const introduced = clause.before === ':' && !governs(opening);
  const framed = previous !== undefined && frames && !numberFirst && (introduced || isFrame(previous));
  // 其中，2023 年新收 68 件
  const listed =
    clause.before === ',' && frames && previous.tokens.every((token) => hasRole(token, 'breakdown'));
  // 申请数与上年持平，均为 7 件; 申请量再创新高，达到 213 件
  const says = (token: Token) => ledOn.some((role) => hasRole(token, role));
  // 由上年的 8 件增至 16 件
  const from =
    hasRole(lead[0], 'filler') &&
    (hasRole(lead[1], 'lastYear') || lead[1]?.kind === 'year') &&
    lead.slice(2).every((token) => hasRole(token, 'of'));
  const same = frames && clause.before === ',' && (lead.every(says) || from) && !numberFirst;
  const compared = same && lead.length > 0 ? beforeComparison(previous.tokens) : [];
  if (compared.length > 0) lead = from ? [...compared, ...lead] : compared;
  else if (framed || listed) {
    // 申请数量逐年攀升：2021 年 7 件
    const grown = introduced ? beforeComparison(previous.tokens) : [];
    lead = [...(grown.length > 0 ? grown : previous.tokens), ...lead];
  }
  const named = respectively(lead, numbers.length);
  // 通过三种方式分别提出申请 1 件、6 件、9 件: one for each of things that the clause does not tell apart.
  const second = numbers[1];
  const scattered =
    named === null &&
    second !== undefined &&
    lead.some((token) => hasRole(token, 'respectively')) &&
    clause.tokens.slice(first.index + 1, second.index).every(isConjunction);
  const mentions: Mention[] = [];
  let earlier: ReadonlySet<Role> = new Set();
  numbers.forEach(({ token, index }, place) => {
    const next = numbers[place + 1];
    const [trailing, nextLead] =
      next === undefined ? [tail, []] : share(clause.tokens.slice(index + 1, next.index), numberFirst);
    const before =
      named?.[place] ??
      (place === 0 && compared.length === 0 && !framed && !listed ? opening : readPhrase(lead));
    if (scattered && place === 0) before.gap = true;
    earlier = place === 0 ? before.roles : new Set([...earlier, ...before.roles]);
    mentions.push({
      number: token,
      clause,
      sentence,
      leading: lead,
      trailing,
      before,
      after: counted(trailing, next === undefined ? closing : readPhrase(trailing)),
      earlier,
    });
    lead = isWho(token, nextLead, next?.token) ? [...lead, ...nextLead] : nextLead;
  });
  return mentions;
}

/** 予以公开（3 件）: nothing but a number in brackets. */
const isBareBracket = ({ depth, tokens, before }: Clause): boolean => {
  const number = tokens.at(-1);
  return (
    depth > 0 &&
    before === '(' &&
    number?.kind === 'number' &&
    number.unit !== null &&
    tokens.slice(0, -1).every((token) => hasRole(token, 'total'))
  );
};

/** A clause of the words that stand right before a bracket, and the number in it; `null` where there are none. */
function wordsBefore(clauses: readonly Clause[], index: number): Clause | null {
  const inside = clauses[index];
  const start = inside?.tokens[0]?.start ?? 0;
  const outer = clauses.slice(0, index).findLast((each) => each.depth === (inside?.depth ?? 0) - 1);
  if (inside === undefined || outer === undefined) return null;
  const earlier = clauses.slice(0, index).findLast((each) => each.depth === inside.depth);
  const words = outer.tokens.filter((token) => token.end <= start);
  const number = words.findLastIndex((token) => token.kind === 'number');
  const from = Math.max(words[number]?.end ?? 0, earlier?.until ?? 0);
  const own = words.filter((token) => token.start >= from);
  if (own.length === 0 || !governs(readPhrase(own))) return null;
  return { ...outer, until: inside.until, tokens: [...own, ...inside.tokens] };
}

/**
 * 1 件为拆迁协议，涉及隐私，不予公开: what became of a number that says nothing known of itself stands in one of the next clauses, before the next
 * number.
 */
function withOutcome(mention: Mention, outcomes: ReadonlySet<string>): Mention {
  const { sentence, clause, before, after, leading } = mention;
  const isFirst = leading.every(
    (token) => token.kind === 'mark' || hasRole(token, 'breakdown') || hasRole(token, 'further'),
  );
  const says = after.topics.length + after.aspects.length + after.applicants.length + after.channels.length;
  if (!isFirst || governs(before) || says > 0 || mention.trailing.length === 0) return mention;
  const place = placeOfClause(sentence, clause);
  for (const next of sentence.clauses.slice(place + 1, place + 1 + furthest)) {
    if (next.depth !== clause.depth || next.before !== ',') return mention;
    if (next.tokens.some(({ kind }) => kind === 'number')) return mention;
    const phrase = readPhrase(next.tokens);
    if (phrase.topics.length > 0) return mention;
    const isOutcome = phrase.aspects.length > 0 && phrase.aspects.every(({ id }) => outcomes.has(id));
    if (isOutcome && !phrase.unknown) return { ...mention, after: phrase, trailing: next.tokens };
  }
  return mention;
}

/** How many clauses on what became of a number may stand. */
const furthest = 3;

/** Every number of a sentence in reading order; `outcomes`: aspects that say what became of something. */
export function mentionsOf(sentence: Sentence, outcomes: ReadonlySet<string>): Mention[] {
  return sentence.clauses
    .flatMap((clause, index) => {
      const around = isBareBracket(clause) ? wordsBefore(sentence.clauses, index) : null;
      return mentionsOfClause(around ?? clause, sentence.clauses[index - 1], sentence);
    })
    .map((mention) => withOutcome(mention, outcomes))
    .sort((a, b) => a.number.start - b.number.start);
}
