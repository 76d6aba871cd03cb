import { grouped, isCount, keyOf, leaveAside, value } from '../sentence/counts.js';
import type { NumberReading, Setting } from '../discourse/setting.js';
import type { SumReading } from '../discourse/lists/sum-reading.js';

/** 印发市政府规范性文件 7 件、市政府办公室规范性文件 16 件: the noun that comes again counts more of the same cell, and no number alone is compared. */
export function leaveSameNoun({ readings }: Setting): void {
  readings.forEach((each, at) => {
    const next = readings[at + 1];
    if (next === undefined || each.aspects.length === 0 || next.aspects.length > 0) return;
    const [mark] = next.mention.leading;
    const ids = ({ mention }: NumberReading) => mention.before.topics.map(({ id }) => id).join();
    const again =
      next.mention.clause === each.mention.clause &&
      mark?.kind === 'mark' &&
      ids(each) !== '' &&
      ids(each) === ids(next) &&
      next.applicants.length === 0 &&
      next.channel === null &&
      each.mention.number.unit?.name === next.mention.number.unit?.name;
    if (again && next.unassigned !== null && each.measures.length > 0) leaveAside(each, 'added');
  });
}

/** 理由为商业秘密 1 件、个人隐私 1 件: beside a number of the same cell that is not understood in full, no number alone is compared. */
export function leaveBesideUnread({ readings }: Setting): void {
  readings.forEach((each, at) => {
    const previous = readings[at - 1];
    const joined =
      previous?.mention.clause === each.mention.clause &&
      each.mention.leading[0]?.kind === 'mark' &&
      previous.unassigned === 'unknown-words';
    if (!joined || each.aspects.length !== 1 || each.measures.length === 0) return;
    if (previous.mention.before.aspects.some(({ id }) => id === each.aspects[0])) leaveAside(each, 'added');
  });
}

/**
 * 不属于本机关 8 件，信息不存在 3 件: wordings of one cell. Only their sum can be compared with it, never each alone; it is given as a sum.
 */
export function addUp(setting: Setting): SumReading[] {
  const { lexicon, readings } = setting;
  const isOutcome = ({ topics, aspects: [aspect = ''] }: NumberReading) =>
    topics.every((id) => lexicon.partsOf.get(id)?.has(aspect));
  const outcomes = readings.filter(
    (each) => each.aspects.length === 1 && isCount(setting, each) && isOutcome(each),
  );
  if (outcomes.length < 2) return [];
  // 维持 5 件（其中驳回 2 件）: the bracket repeats a part of the number before it.
  const hosts = new Set(
    readings.flatMap((each) =>
      each.mention.clause.host === null ? [] : [`${keyOf(each)}@${each.mention.clause.host.start}`],
    ),
  );
  const single = outcomes.filter((each) => !hosts.has(`${keyOf(each)}@${each.mention.number.start}`));
  const lists = grouped(
    single,
    (each) => `${keyOf(each)}@${each.mention.sentence.start}@${each.mention.clause.depth}`,
  );
  return lists.flatMap((list) => {
    const [first] = list;
    if (first === undefined || list.length < 2) return [];
    const wordings = new Set(list.map((each) => wordingOf(setting.text, each)));
    if (wordings.size < list.length) return [];
    const total = list.reduce((sum, each) => sum + value(each), 0);
    const whole: NumberReading = { ...first, total, by: 'several' };
    for (const each of list) leaveAside(each, 'added');
    return [{ whole, parts: list, open: false, overlapping: false }];
  });
}

/** The word that says the outcome. */
const wordingOf = (text: string, { mention }: NumberReading): string | undefined =>
  [...mention.leading, ...mention.trailing].flatMap((token) =>
    token.kind === 'word' && token.senses.aspect !== null ? [text.slice(token.start, token.end)] : [],
  )[0];
