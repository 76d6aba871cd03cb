import { hasRole, placeOfClause } from '../../sentence/clauses.js';
import { readPhrase, type Phrase } from '../../lexicon/words/phrase.js';
import type { Token } from '../../sentence/numbers/token.js';
import { placeOf } from '../../sentence/place-of.js';
import type { SumReading } from '../lists/sum-reading.js';
import { cellsTogether } from '../measures.js';
import { unitFits } from '../number/circumstance.js';
import { isStage, type NumberReading, type Setting } from '../setting.js';

/** How many counts back a clause is looked for, and how long a sentence with such a list may be: keeps the reading linear. */
const nearby = 16;
const longest = 1000;

interface Counted {
  topics: string[];
  aspects: string[];
  /** Who asked for all of them. */
  applicants?: string[];
}

const isTotal = ({ mention, unassigned, topics, time }: NumberReading): boolean =>
  unassigned === 'no-noun' &&
  topics.length === 0 &&
  time.span === 'year' &&
  !mention.before.unknown &&
  mention.leading.some((token) => hasRole(token, 'total'));

/** One noun of the tables with at most the verb of its coming in or being handled. */
function countedIn({ lexicon }: Setting, phrase: Phrase): Counted | null {
  const topics = phrase.topics.map(({ id }) => id);
  const aspects = phrase.aspects.map(({ id }) => id);
  const [topic] = topics;
  const sure = topics.length === 1 && phrase.topics[0]?.strength === 'strong' && aspects.length <= 1;
  return topic !== undefined &&
    sure &&
    lexicon.byApplicant.has(topic) &&
    (aspects.length === 0 || isStage(lexicon, aspects))
    ? { topics, aspects }
    : null;
}

/** 9 个单位收到政府信息公开申请，合计 52 件: the clause before counts those who had to do with what the total counts. */
function whoseClause(setting: Setting, { mention }: NumberReading, at: number): Counted | null {
  const { sentence, clause, number } = mention;
  const before = sentence.clauses[placeOfClause(sentence, clause) - 1];
  if (before === undefined || clause.before !== ',' || before.depth !== clause.depth) return null;
  const own = setting.readings
    .slice(Math.max(0, at - nearby), at)
    .filter((each) => each.mention.clause === before);
  const last = own.at(-1);
  // 政府信息公开申请全部来自自然人，共 6 件
  if (last === undefined) {
    const phrase = readPhrase(before.tokens);
    const denies = phrase.roles.has('negation') || phrase.roles.has('others') || phrase.roles.has('blocker');
    const counted = phrase.unknown || denies ? null : countedIn(setting, phrase);
    if (counted !== null && phrase.roles.has('all'))
      return { ...counted, applicants: phrase.applicants.map(({ id }) => id) };
    // 申请主要来自企业，共计 7 件: of those of one kind, or of all of them.
    const kinds = new Set(phrase.applicants.map(({ id }) => id));
    return kinds.size === 1 ? null : counted;
  }
  const isWho = ({ mention: { number: who, after } }: NumberReading) =>
    (who.unit?.family !== number.unit?.family || who.unit?.name === '个') &&
    who.unit?.kind === 'count' &&
    !after.gap;
  return own.every(isWho) && own.every(({ measures }) => measures.length === 0)
    ? countedIn(setting, last.mention.after)
    : null;
}

/** 政府信息公开申请方面，一季度 6 件，二季度 11 件，合计 17 件: parts that name nothing are of the one thing that the sentence names before them. */
function headOf(setting: Setting, parts: readonly NumberReading[]): Counted | null {
  const [first] = parts;
  if (first === undefined || parts.some(({ topics }) => topics.length > 0)) return null;
  const said = parts.map((part) => countedIn(setting, part.mention.before));
  const [own] = said;
  // 本级收到政府信息公开申请 19 件，部门收到政府信息公开申请 77 件，总计 96 件
  const alike = (each: Counted | null | undefined) =>
    each?.topics.join() === own?.topics.join() && each?.aspects.join() === own?.aspects.join();
  if (own !== null && own !== undefined) return said.every(alike) ? own : null;
  if (parts.some(({ mention }) => mention.before.topics.length + mention.before.aspects.length > 0))
    return null;
  const { tokens, start } = first.mention.sentence;
  const last = parts.at(-1)?.mention.number.end ?? 0;
  if (last - start > longest) return null;
  const named = tokens
    .slice(
      0,
      placeOf(tokens, last, (token) => token.start),
    )
    .filter((token) => token.kind === 'word' && token.senses.topic !== null);
  const [noun] = named;
  const heads =
    noun?.kind === 'word' &&
    named.length === 1 &&
    noun.senses.strength === 'strong' &&
    setting.lexicon.byApplicant.has(noun.senses.topic ?? '') &&
    noun.end <= first.mention.number.start;
  return heads && noun.senses.topic !== null ? { topics: [noun.senses.topic], aspects: [] } : null;
}

/** …依申请公开件件有答复。今年一共 18 件: the sentence before names nothing but what the total counts. */
function spokenOf(setting: Setting, { mention }: NumberReading): Counted | null {
  const { sentences, lexicon } = setting;
  const { sentence, clause, leading, trailing } = mention;
  const before = sentences[placeOf(sentences, sentence.start, (each) => each.start) - 1];
  const plain = leading.every(
    (token) => token.kind === 'year' || plainLead.some((role) => hasRole(token, role)),
  );
  if (before === undefined || sentence.clauses[0] !== clause || !plain || trailing.length > 0) return null;
  const isCounted = (token: Token) => token.kind === 'number' && token.unit?.kind !== 'percent';
  if (before.tokens.some(isCounted) || before.foreign < Infinity) return null;
  const nouns = before.tokens.flatMap((token) =>
    token.kind === 'word' && token.senses.strength === 'strong' && token.senses.topic !== null
      ? [token.senses.topic]
      : [],
  );
  const [noun] = nouns;
  return noun !== undefined && lexicon.byApplicant.has(noun) && nouns.every((each) => each === noun)
    ? { topics: [noun], aspects: [] }
    : null;
}

const plainLead = ['total', 'thisYear', 'own', 'filler'] as const;

/** Totals behind what they add up, with no noun of their own: what they count is inferred. */
export function nameBehind(setting: Setting, sums: readonly SumReading[]): void {
  const { lexicon, reportYear } = setting;
  const partsOf = new Map(sums.map(({ whole, parts }) => [whole, parts]));
  for (const [at, whole] of setting.readings.entries()) {
    if (!isTotal(whole)) continue;
    const parts = partsOf.get(whole);
    const found =
      parts === undefined
        ? (whoseClause(setting, whole, at) ?? spokenOf(setting, whole))
        : headOf(setting, parts);
    if (found === null || !found.topics.every((id) => unitFits(setting, whole.mention, id, found.aspects)))
      continue;
    const cells = cellsTogether(lexicon, found.topics, found.aspects[0] ?? null, [], reportYear);
    if (cells === null) continue;
    const { topics, aspects, applicants = [] } = found;
    const asked =
      applicants.length === 1
        ? cellsTogether(lexicon, topics, aspects[0] ?? null, applicants, reportYear)
        : null;
    Object.assign(whole, {
      topics,
      aspects,
      measures: asked === null ? [cells] : [cells, asked],
      unassigned: null,
      by: 'total',
    });
  }
}
