import { hasRole, itemsOf } from './clauses.js';
import { readPhrase, type Governor, type Phrase } from '../lexicon/words/phrase.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import { accepts } from '../discourse/measures.js';
import type { Setting } from '../discourse/setting.js';
import type { Token } from './numbers/token.js';

/** What a negated stretch of words names. */
export interface Named {
  topic: string;
  aspects: string[];
  /** Kinds of applicants: 无科研机构申请 denies those of one kind only. */
  applicants: string[];
  /** It is an item without a verb: those that are said of it are items of their own. */
  bare: boolean;
}

interface Item {
  topic: string;
  applicants: string[];
  /** Verbs before the noun, and what is said after it. */
  verbs: string[];
  said: string[];
  bare: boolean;
}

/** What follows the last noun holds for those before it (无行政复议、行政诉讼纠错案件), and so do the words that end such a list (事项). */
function spread(setting: Setting, found: readonly Item[]): Named[] {
  const { topics } = setting.lexicon.data;
  const named: Named[] = [];
  let said: string[] = [];
  let last: string | null = null;
  for (const item of found.toReversed()) {
    if (item.said.length > 0) said = item.said;
    if (topics[item.topic]?.spreads) last = item.topic;
    const { applicants } = item;
    named.unshift({
      topic: last ?? item.topic,
      aspects: [...item.verbs, ...said],
      applicants,
      bare: item.bare,
    });
  }
  return named;
}

/** 行政诉讼败诉案件: 案件 is one more word for the noun before it, of which the verb between them is said. */
function headOf(
  lexicon: Lexicon,
  item: readonly Token[],
  { topics: [last], aspects }: Phrase,
): Pick<Governor, 'id' | 'start'> | undefined {
  const token = item.find((each) => each.start === last?.start);
  if (last === undefined || !hasRole(token, 'noun')) return last;
  const before = item.findLast(
    (each) => each.kind === 'word' && each.start < last.start && each.senses.topic !== null,
  );
  // 无结转事项: the noun adds nothing to what the verb says.
  if (before === undefined && aspects.some(({ id }) => Object.values(lexicon.data.carry).includes(id)))
    return undefined;
  const inside = item.filter((each) => each.start > (before?.start ?? Infinity) && each.start < last.start);
  // 复议的事项
  const plain = !lexicon.tabled.has(last.id) && inside.some((each) => hasRole(each, 'of'));
  const said = inside.flatMap((each) => (each.kind === 'word' ? (each.senses.aspect ?? []) : []));
  // 因信息公开收取费用: the verb goes with the last noun.
  const goes = lexicon.tabled.has(last.id) && said.every((each) => accepts(lexicon, last.id, each));
  const between = plain || (said.length > 0 && !goes);
  return before?.kind === 'word' && before.senses.topic !== null && between
    ? { id: before.senses.topic, start: before.start }
    : last;
}

/** 因信息公开申请引发的败诉案件: the noun is what led to the cases that are denied. */
const isCause = (item: readonly Token[], start: number): boolean =>
  item.some((token) => token.start > start && hasRole(token, 'cause') && hasRole(token, 'occurs')) &&
  item.some((token) => token.start < start && hasRole(token, 'because'));

/** What verbs alone name, where they do not go with the noun before them. */
function impliedBy(lexicon: Lexicon, verbs: readonly string[], noun: string): string | null {
  if (verbs.length === 0 || verbs.some((each) => accepts(lexicon, noun, each))) return null;
  const topics = Object.entries(lexicon.data.topics);
  return topics.find(([, { implied }]) => verbs.every((each) => implied?.includes(each)))?.[0] ?? null;
}

/** Topics and aspects of a negated stretch. A verb before the first noun holds for the nouns after it (未制定规章、规范性文件). */
export function namedIn(setting: Setting, tokens: readonly Token[]): { named: Named[]; verbs: string[] } {
  const found: Item[] = [];
  const kinds = new Set(
    tokens.flatMap((token) => (token.kind === 'word' ? (token.senses.applicant ?? []) : [])),
  );
  const isWhole = (id: string) => setting.lexicon.data.applicants[id]?.whole === true;
  let verbs: string[] = [];
  /** Kinds of applicants that stand before the noun, each in an item of its own. */
  let asking: string[] = [];
  for (const item of itemsOf(tokens)) {
    const phrase = readPhrase(item);
    const head = headOf(setting.lexicon, item, phrase);
    if (head !== undefined && isCause(item, head.start)) continue;
    const aspects = phrase.aspects.toReversed();
    if (head === undefined) {
      const ids = aspects.map((each) => each.id);
      const before = found.at(-1);
      const implied = before === undefined ? null : impliedBy(setting.lexicon, ids, before.topic);
      if (implied === null) verbs = [...verbs, ...ids];
      asking.push(...phrase.applicants.flatMap(({ id, loose }) => (loose ? [] : [id])));
      // 未发生复议、诉讼、收费: a verb that does not go with the noun before it is one more thing.
      if (implied !== null) found.push({ topic: implied, applicants: [], verbs: ids, said: [], bare: false });
      else before?.said.push(...ids);
    } else if (!phrase.gap) {
      const own = aspects.filter((each) => each.start < head.start).map((each) => each.id);
      // 无收费、复议、诉讼: a verb that stands alone before the first noun, and does not go with it, is one more thing.
      const implied = own.length + found.length === 0 ? impliedBy(setting.lexicon, verbs, head.id) : null;
      if (implied !== null) {
        found.push({ topic: implied, applicants: [], verbs, said: [], bare: false });
        verbs = [];
      }
      if (own.length > 0) verbs = [...(found.length === 0 ? verbs : []), ...own];
      const said = aspects.filter((each) => each.start > head.start).map((each) => each.id);
      const strict = phrase.applicants.filter((each) => each.loose !== true).map((each) => each.id);
      // 个人、法人或其他组织 are all there are.
      const applicants = kinds.size > 1 && [...kinds].some(isWhole) ? [] : strict;
      const bare = verbs.length + said.length === 0;
      if (applicants.length > 0)
        for (const each of asking) found.push({ topic: head.id, applicants: [each], verbs, said, bare });
      asking = [];
      found.push({ topic: head.id, applicants, verbs, said, bare });
    }
  }
  return { named: spread(setting, found), verbs };
}
