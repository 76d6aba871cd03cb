import { depth, family, holds, isExact, leads, unitOf, value, type Item } from './items.js';
import { listFrom } from './sum-lists.js';
import type { Lexicon } from '../../lexicon/lexicon.js';
import { governs } from '../../lexicon/words/phrase.js';
import { isStage } from '../setting.js';

/** A count and the counts that add up to it. */
export interface Partition {
  whole: Item;
  parts: Item[];
}

/** How many counts back the whole of a list may stand. */
const memory = 14;

/** How many parts that nothing introduces are no coincidence; fewer where each is a channel or a kind of applicant, or all are published. */
const manyParts = 4;
const someParts = 3;

const isOneWay = ({ reading }: Item): boolean => reading.channel !== null;
const isOneWho = ({ reading }: Item): boolean => reading.applicants.length > 0;

/** 3 件为网络申请: what is said of the number follows it. */
const isNumberFirst = ({ reading: { mention } }: Item): boolean => !governs(mention.before);

/** 复议 3 件，维持 2 件，纠正 1 件: something that may become of what the whole counts. */
const isOutcomeOf = (
  { partsOf }: Lexicon,
  { reading: { topics } }: Item,
  { reading: { aspects } }: Item,
): boolean => aspects.length > 0 && aspects.every((each) => topics.some((id) => partsOf.get(id)?.has(each)));

/**
 * Parts that say themselves what they are: ways, those who asked, or what became of what the whole counts; among many of these some may be
 * unknown.
 */
function saysItself(lexicon: Lexicon, whole: Item, list: readonly Item[]): boolean {
  if (list.every(isOneWay) || list.every(isOneWho)) return true;
  const others = list.filter((item) => !isOutcomeOf(lexicon, whole, item));
  const isUnknown = ({ reading: { topics, unassigned } }: Item) => unassigned !== null && topics.length === 0;
  return others.length === 0 || (list.length > 2 * others.length + 1 && others.every(isUnknown));
}

/** Parts that nothing introduces: not what was received and what became of it (收到 5 件，办结 4 件，结转 1 件). */
function mayStandAlone(lexicon: Lexicon, whole: Item, list: readonly Item[]): boolean {
  const [first] = list;
  const { aspects } = whole.reading;
  const isTotal = aspects.length === 0 || isStage(lexicon, aspects) || aspects.includes(lexicon.data.listed);
  const isStaged = ({ reading }: Item) =>
    isStage(lexicon, reading.aspects) ||
    Object.values(lexicon.data.carry).some((id) => reading.aspects.includes(id));
  const isKind = (item: Item) => isOneWay(item) || isOneWho(item) || item.reading.measures.length === 0;
  // 收到 62 件，撤件 41 件，受理 21 件: what was withdrawn and what was left.
  const isRest = ({ reading }: Item) => isStage(lexicon, reading.aspects);
  const isOther = ({ reading: { aspects: said } }: Item) =>
    said.some(
      (each) => lexicon.data.aside.includes(each) || Object.values(lexicon.data.carry).includes(each),
    );
  // 受理 7 件，2 件视为放弃，其余 5 件已答复; 已答复 6 件，另 1 件撤回
  const last = list.at(-1);
  const closes =
    (leads(last, 'remainder') || leads(last, 'further')) && list.slice(1).every((item) => item.mark < 4);
  // 12 件已答复，1 件不属于本机关
  const inTurn = list.length === 2 && list.every(isNumberFirst) && list.some(isRest);
  const left = closes || inTurn || (list.length === 2 && list.some(isOther) && list.some(isRest));
  const kinds = whole.reading.topics.some((id) => lexicon.data.topics[id]?.overlapping) || list.every(isKind);
  const itself = saysItself(lexicon, whole, list);
  return (
    isTotal &&
    first !== undefined &&
    first.mark > 1 &&
    list.every((item) => (item.mark < 4 || (itself && item === first)) && value(item) > 0) &&
    (list.length >= manyParts || list.every((item) => unitOf(item) === unitOf(whole))) &&
    (left || itself || (list.length >= (kinds ? someParts : manyParts) && (kinds || !list.some(isStaged))))
  );
}

/** A list begins behind a colon, unless the whole stands behind one of its own (受理：12 件；答复：12 件). */
const followsColon = (first: Item, whole: Item): boolean =>
  first.reading.mention.clause.before === ':' && whole.reading.mention.clause.before !== ':';

/** What was carried in and what was done (收到 10 件，其中上年结转 1 件，办结 9 件) are no parts of one thing. */
function contradicts(lexicon: Lexicon, parts: readonly Item[]): boolean {
  const { prior } = lexicon.data.carry;
  const isPrior = ({ reading }: Item) => reading.aspects.includes(prior);
  return (
    parts.some(isPrior) && parts.some((item) => !isPrior(item) && item.reading.aspects.includes('handled'))
  );
}

/** Without what was carried on: it was not handled. */
const handledIn = (lexicon: Lexicon, whole: Item, list: readonly Item[]): Item[] => {
  const isLeft = ({ reading }: Item) => reading.aspects.includes(lexicon.data.carry.next);
  const end = whole.reading.aspects.includes('handled') ? list.findIndex(isLeft) : -1;
  return end === -1 ? [...list] : list.slice(0, end);
};

/** The longest beginning of a list that adds up to the whole and ends with a clause. */
function beginningOf(whole: Item, list: readonly Item[]): Item[] | null {
  const uniform = list.slice(1).every((item) => item.mark >= 3);
  let length = 0;
  let total = 0;
  for (const [index, item] of list.entries()) {
    const next = list[index + 1];
    total += value(item);
    if (!isExact([item]) || (total === value(whole) && unitOf(item) !== unitOf(whole) && value(item) === 0))
      break;
    if (index === 0 || total !== value(whole) || (next !== undefined && next.mark < 2)) continue;
    length = index + 1;
    if (next !== undefined && next.mark >= 3 && !uniform) break;
  }
  return length === 0 || !isExact([whole]) ? null : list.slice(0, length);
}

/** The end of the counts before a total that adds up to it: 上半年 2 次，下半年 3 次，全年共 5 次. */
function endingAt(items: readonly Item[], at: number): Item[] | null {
  const whole = items[at];
  if (whole === undefined || whole.mark >= 4) return null;
  if (!leads(whole, 'total')) return null;
  const list: Item[] = [];
  for (let index = at - 1; index >= Math.max(0, at - memory); index -= 1) {
    const item = items[index];
    if (item === undefined || family(item) !== family(whole) || depth(item) < depth(whole)) break;
    if (depth(item) > depth(whole)) continue;
    list.unshift(item);
    if (list.length > 1 && holds(whole, list)) return list;
    if (item.mark >= 4) break;
  }
  return null;
}

/**
 * Every count of a paragraph that a list adds up to. That the numbers agree is evidence enough for which count the list completes, however
 * far back it stands (2024 年办理 436 件，其中新收 421 件、结转 15 件。按申请人分，…); what does not add up is none of these.
 */
export function partitionsOf(lexicon: Lexicon, items: readonly Item[]): Partition[] {
  const partitions: Partition[] = [];
  const taken = new Set<Item>();
  items.forEach((first, at) => {
    const ending = endingAt(items, at);
    if (ending !== null) partitions.push({ whole: first, parts: ending });
    if (at === 0) return;
    const introduced = first.opens !== null || first.framed;
    // Behind 、 only goes on what has begun.
    const mayBegin = introduced || first.mark > 1 || first.reading.mention.clause.before === ':';
    if (!mayBegin || (first.opens === null && taken.has(first))) return;
    const list = listFrom(lexicon, items, at, first.opens === 'breakdown');
    if (list.length < 2) return;
    const before = items
      .slice(Math.max(0, at - memory), at)
      .reverse()
      .filter(
        (item) =>
          depth(item) <= depth(first) &&
          family(item) === family(first) &&
          !item.reading.mention.before.roles.has('compare'),
      );
    const distant =
      first.opens !== 'bracket' &&
      (introduced || before.some((whole) => saysItself(lexicon, whole, [first])));
    const wholes = distant ? before : before.slice(0, 1);
    const found = wholes.flatMap((whole) => {
      const parts = beginningOf(whole, handledIn(lexicon, whole, list)) ?? beginningOf(whole, list);
      return parts === null || contradicts(lexicon, parts) ? [] : [{ whole, parts }];
    });
    // 新收 38 件。…公开 9 件，…，其他处理 3 件: a list that ends where its sentence, or a semicolon, does is rather the whole list.
    const isClosed = ({ parts }: Partition) =>
      (list[parts.length]?.mark ?? 4) > parts.slice(1).reduce((most, part) => Math.max(most, part.mark), 2);
    for (const { whole, parts } of [...found.filter(isClosed), ...found]) {
      const alone = () =>
        whole === before[0]
          ? followsColon(first, whole) || mayStandAlone(lexicon, whole, parts)
          : saysItself(lexicon, whole, parts) && mayStandAlone(lexicon, whole, parts);
      if (!introduced && !alone()) continue;
      for (const part of parts) taken.add(part);
      partitions.push({ whole, parts });
      return;
    }
  });
  return partitions;
}
