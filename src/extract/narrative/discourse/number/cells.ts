import { isConjunction } from '../../sentence/clauses.js';
import type { Lexicon } from '../../lexicon/lexicon.js';
import { namedIn } from '../../sentence/negated.js';
import type { Token } from '../../sentence/numbers/token.js';
import { accepts, measureOf, mostSpecific } from '../measures.js';
import { isStage, type Said, type Setting } from '../setting.js';

/** Whether things with this aspect are a part of a stage of the topic, so that a percentage of them is a share. */
export const isPart = (lexicon: Lexicon, topic: string, aspect: string): boolean =>
  lexicon.data.stages.some((stage) => lexicon.data.topics[topic]?.parts?.[stage]?.includes(aspect));

/** The verb of several nouns need not go with each (发出收费通知的件数和总金额). */
const goesWith = (setting: Setting, topic: string, aspect: string | null, shared: boolean): string | null =>
  shared && !accepts(setting.lexicon, topic, aspect) ? null : aspect;

function cellsOf(
  setting: Setting,
  { topics, applicants, channel }: Said,
  aspects: readonly (string | null)[],
  shared: boolean,
): string[] | null {
  const cells: string[] = [];
  for (const topic of topics) {
    for (const aspect of aspects) {
      const found = measureOf(
        setting.lexicon,
        topic,
        goesWith(setting, topic, aspect, shared),
        applicants,
        channel,
        setting.reportYear,
      );
      if (found === null || found === false) return null;
      cells.push(...found);
    }
  }
  return mostSpecific(cells);
}

/** Measures of what was said: one list for a merged number, one for each where the number holds for each. */
export function measuresOf(setting: Setting, said: Said, each: boolean): string[][] | null {
  const asked = said.aspects.length === 0 ? [null] : said.aspects;
  const stages = isStage(setting.lexicon, said.aspects);
  const groups: { topics: string[]; aspects: (string | null)[] }[] = each
    ? said.topics.flatMap((topic) => asked.map((aspect) => ({ topics: [topic], aspects: [aspect] })))
    : stages
      ? asked.map((aspect) => ({ topics: said.topics, aspects: [aspect] }))
      : [{ topics: said.topics, aspects: asked }];
  const lists: string[][] = [];
  for (const { topics, aspects } of groups) {
    const cells = cellsOf(setting, { ...said, topics }, aspects, said.topics.length > 1);
    // 投诉、复议、诉讼均为 0: what the tables do not count takes nothing from the others.
    if (cells === null && each && !topics.some((topic) => setting.lexicon.tabled.has(topic))) continue;
    if (cells === null) return null;
    if (!lists.some((list) => list.join() === cells.join())) lists.push(cells);
  }
  // 属国家秘密、过程性信息不予公开各 1 件: the group is not one of those that are listed.
  const kept = mostSpecific(lists.flat());
  const own = lists.filter((list) => list.every((cell) => kept.includes(cell)));
  return own.length === 0 ? null : own;
}

/** 受理申请数、办结申请数均为 12 件: the number holds for each of the things that are listed with their verbs. */
export function measuresOfItems(setting: Setting, leading: readonly Token[]): string[][] | null {
  const { lexicon, reportYear } = setting;
  if (!leading.some(isConjunction)) return null;
  const lists: string[][] = [];
  for (const { topic, aspects, applicants, bare } of namedIn(setting, leading).named) {
    const measured = (aspect: string | null) =>
      measureOf(lexicon, topic, aspect, applicants, null, reportYear);
    const known = aspects.filter(measured);
    // 申请数、办结数均为 0: the noun is one of the things that are listed.
    const isStep = (each: string) =>
      isStage(lexicon, [each]) || Object.values(lexicon.data.carry).includes(each);
    const alone = known.length === 0 || (bare && aspects.every(isStep));
    for (const aspect of alone ? [null, ...known] : known) {
      const cells = measured(aspect);
      if (!Array.isArray(cells)) return null;
      if (!lists.some((list) => list.join() === cells.join())) lists.push(cells);
    }
  }
  return lists.length < 2 ? null : lists;
}
