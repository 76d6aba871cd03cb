import { measureOf } from './measures.js';
import type { Mention } from './mentions.js';
import { placeOf } from './place-of.js';
import { isPlain, isStage, recent, type Reading, type Said, type Setting } from './setting.js';

/** `published.items.licensing` is a class of `published.items` and of its channels. */
export const isClassOf = (whole: string, cell: string): boolean =>
  cell.startsWith(`${whole.split('.').slice(0, 2).join('.')}.`);

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
  previous: Reading | undefined,
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
  const sibling =
    previous !== undefined &&
    previous.topics.some((id) => topics[id]?.overlapping) &&
    !said.topics.some((id) => topics[id]?.overlapping);
  return sibling && said.aspects.length === 0 && mention.number.value > 0;
}
