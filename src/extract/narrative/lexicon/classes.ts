import type { Token } from '../sentence/numbers/token.js';
import type { Lexicon } from './lexicon.js';
import { measureOf } from '../discourse/measures.js';
import type { Mention } from '../sentence/mentions.js';
import type { TopicGovernor } from './words/phrase.js';
import { placeOf } from '../sentence/place-of.js';
import type { Senses } from './senses.js';
import { goneOnWith } from '../discourse/whose.js';
import {
  isPlain,
  isStage,
  recent,
  type NumberReading,
  type Said,
  type Setting,
} from '../discourse/setting.js';

/** `published.items.licensing` is a class of `published.items` and of its channels. */
export const isClassOf = (whole: string, cell: string): boolean =>
  cell.startsWith(`${whole.split('.').slice(0, 2).join('.')}.`);

/** Verbs under which acts are decided, and those under which they are only published or listed. */
const decides = new Set(['decided', 'handled', 'received', 'concluded']);
const lists = new Set(['disclosed', 'opened', 'granted', 'reviewed']);

/** Whether the verb at a place is the first word of its clause that says what was done. */
function isHead(tokens: readonly Token[], place: number): boolean {
  for (let at = place - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    if (token?.kind === 'mark') return token.char !== '、';
    if (token?.kind === 'rest' || (token?.kind === 'word' && !isBy(token.senses))) return false;
  }
  return true;
}

/** How many words back the verb of an act may stand. */
const memory = 160;

/** Words that only go with a verb. */
const isBy = ({ topic, aspect, channel, roles, opaque }: Senses): boolean =>
  topic === null && aspect === null && channel === null && !opaque && roles.size > 0;

/**
 * 公布权责清单，梳理行政许可 76 项；行政处罚 431 项: the last verb or list before an act in its sentence says that it is a power or a published item,
 * over commas and semicolons.
 */
export function isListedAct(
  setting: Setting,
  mention: Mention,
  nouns: readonly TopicGovernor[],
  said: Said,
): boolean {
  const { topics, acts } = setting.lexicon.data;
  const isDocument = said.topics.some((id) => topics[id]?.bare === null) && !said.aspects.includes('made');
  const own = nouns.filter((each) => acts.includes(each.id) && topics[each.id]?.ownUnits !== undefined);
  // …规章 108 条（现行有效 89 条）: published documents, and what became of them, are not those of the year.
  const inBrackets = nouns.length === 0 && mention.clause.depth > 0 && isDocument;
  if (!inBrackets && (own.length === 0 || own.length < nouns.length)) return false;
  const [after] = mention.trailing;
  // 行政许可共 10 个事项
  if (
    !inBrackets &&
    after?.kind === 'word' &&
    after.senses.topic !== null &&
    after.senses.topic !== own[0]?.id
  )
    return true;
  const { sentence } = mention;
  const first = goneOnWith(setting, sentence);
  // …权力清单 86 项。其中行政许可 11 项
  const tokens = first === sentence ? sentence.tokens : [...first.tokens, ...sentence.tokens];
  const last = placeOf(tokens, mention.number.start, (each) => each.start) - 1;
  let power = false;
  for (let at = last; at >= Math.max(0, last - memory); at -= 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    const { aspect, topic } = token.senses;
    const heads = token.start >= (mention.clause.tokens[0]?.start ?? 0) || isHead(tokens, at);
    if (aspect !== null && heads && decides.has(aspect)) return false;
    if (topic === 'powers') power = true;
    if (topic === null && aspect !== null && lists.has(aspect)) return true;
  }
  return power;
}

/**
 * In a list of published items 行政许可 30 条 are published items of that class. `false`: the noun names something else in such a list
 * (主动公开信息 50 条，其中建议提案 8 条), of which nothing is counted.
 */
export function classify(
  setting: Setting,
  mention: Mention,
  said: Said,
  named: boolean,
  nouns: readonly string[],
): boolean {
  if (!named || said.aspects.length > 0) return true;
  // …；行政处罚处理决定 0 项: decisions called so, behind a semicolon, are no published items.
  const decided = mention.leading.some(
    (token) => token.kind === 'word' && token.senses.topic !== null && token.senses.aspect === 'decided',
  );
  if (decided && mention.clause.before === ';') return true;
  const { lexicon, reportYear, breakdowns } = setting;
  const isList = (topic: string) => lexicon.data.topics[topic]?.overlapping === true;
  const ofList = nouns.find((topic) => isList(topic) && !said.topics.includes(topic));
  const list = recent(
    setting.readings,
    (each) => each.mention.sentence === mention.sentence && each.measures.length > 0 && isPlain(each),
  );
  // 主动公开行政许可决定 62 项 says so of the number itself.
  const total = ofList === undefined ? null : measureOf(lexicon, ofList, null, [], null, reportYear);
  const whole = Array.isArray(total) ? total[0] : list?.measures[0]?.[0];
  if (whole === undefined) return true;
  const isClass = said.topics.every((topic) => {
    const cells = measureOf(lexicon, topic, lexicon.data.listed, [], null, reportYear);
    return Array.isArray(cells) && cells.every((cell) => isClassOf(whole, cell));
  });
  if (isClass) said.aspects = [lexicon.data.listed];
  const place = (position: number) => placeOf(breakdowns, position, (each) => each);
  const { number } = mention;
  return (
    isClass ||
    list === undefined ||
    said.topics.join() === list.topics.join() ||
    !list.topics.some(isList) ||
    list.mention.number.unit?.name !== number.unit?.name ||
    place(list.mention.number.start) === place(number.start)
  );
}

/** 公文中主动公开 67 份、依申请公开 23 份、不予公开 30 份: ways in which documents are marked, not applications. */
export function isClassOfDocuments(
  setting: Setting,
  mention: Mention,
  said: Said,
  previous: NumberReading | undefined,
): boolean {
  const { topics } = setting.lexicon.data;
  if (!said.topics.some((id) => topics[id]?.documents) || isStage(setting.lexicon, said.aspects))
    return false;
  if (mention.sentence.documents < mention.number.start) return true;
  // 主动公开 38 件、依申请公开 2 件、不予公开 15 件: what follows such a class is one, too.
  const listed =
    previous?.mention.sentence === mention.sentence &&
    previous.unassigned === 'content' &&
    previous.aspects.length === 0 &&
    previous.topics.some((id) => topics[id]?.documents);
  if (listed) return true;
  // 主动公开规范性文件 12 件，依申请公开 3 件
  const isPublishing = (token: Token) =>
    token.kind === 'word' && topics[token.senses.topic ?? '']?.overlapping === true;
  const isPublished = (cell: string) => isClassOf('published.items', cell);
  const sibling =
    previous !== undefined &&
    (previous.topics.some((id) => topics[id]?.overlapping) ||
      (previous.mention.sentence === mention.sentence &&
        previous.measures.length > 0 &&
        previous.measures.flat().every(isPublished) &&
        previous.mention.leading.some(isPublishing))) &&
    !said.topics.some((id) => topics[id]?.overlapping);
  return sibling && said.aspects.length === 0 && mention.number.value > 0;
}

/** 公开 12 个领域的动态信息: what was made public is named behind the number, and is no application. */
export function opensOther(lexicon: Lexicon, { trailing }: Mention, aspects: readonly string[]): boolean {
  const isOther = (token: Token) =>
    token.kind === 'word' && token.senses.topic !== null && !lexicon.tabled.has(token.senses.topic);
  return aspects.length > 0 && aspects.every((each) => each === 'opened') && trailing.some(isOther);
}
