import { measureOf } from './measures.js';
import type { Mention } from './mentions.js';
import { isPlain, isStage, recent, type Reading, type Said, type Setting } from './setting.js';

/** `published.items.licensing` is a class of `published.items` and of its channels. */
export const isClassOf = (whole: string, cell: string): boolean =>
  cell.startsWith(`${whole.split('.').slice(0, 2).join('.')}.`);

/** In a list of published items 行政许可 30 条 are published items of that class. */
export function classify(setting: Setting, mention: Mention, said: Said, named: boolean): void {
  if (!named || said.aspects.length > 0) return;
  const list = recent(
    setting.readings,
    (each) => each.mention.sentence === mention.sentence && each.measures.length > 0 && isPlain(each),
  );
  const whole = list?.measures[0]?.[0];
  if (whole === undefined) return;
  const isClass = said.topics.every((topic) => {
    const cells = measureOf(
      setting.lexicon,
      topic,
      setting.lexicon.data.listed,
      [],
      null,
      setting.reportYear,
    );
    return Array.isArray(cells) && cells.every((cell) => isClassOf(whole, cell));
  });
  if (isClass) said.aspects = [setting.lexicon.data.listed];
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
  const sibling =
    previous !== undefined &&
    previous.topics.some((id) => topics[id]?.overlapping) &&
    !said.topics.some((id) => topics[id]?.overlapping);
  return sibling && said.aspects.length === 0 && mention.number.value > 0;
}
