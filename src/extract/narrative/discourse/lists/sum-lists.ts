import { isDeniable } from '../../sentence/counts.js';
import { hasRole, placeOfClause } from '../../sentence/clauses.js';
import type { Lexicon } from '../../lexicon/lexicon.js';
import { governs } from '../../lexicon/words/phrase.js';
import type { NumberReading } from '../setting.js';
import { depth, family, holds, isExact, leads, unitOf, value, type Item } from './items.js';

/** Longest list that is read: keeps the search for where lists end linear in the text. */
const longestList = 60;

/** Whether the words of a count begin with a verb of doing (发布, 办结), not with what became of a part. */
const startsWithVerb = ({ data }: Lexicon, { reading }: Item): boolean => {
  const first = reading.mention.leading.find(
    (token) => token.kind !== 'mark' && !hasRole(token, 'breakdown'),
  );
  if (first?.kind !== 'word' || first.senses.topic !== null || first.senses.aspect === null) return false;
  const verbs = [data.listed, ...data.stages, ...data.closings];
  return verbs.includes(first.senses.aspect);
};

const isCell = (lexicon: Lexicon, { reading }: Item): boolean =>
  reading.measures.flat().some((cell) => isDeniable(lexicon, cell));

/** 复议 11 件，其中涉及信息公开 2 件；诉讼 26 件: a noun of the tables behind a part without one is no part. */
const namesAnother = (lexicon: Lexicon, { reading: { topics, mention } }: Item, first: Item): boolean =>
  mention.before.topics.length > 0 &&
  first.reading.topics.length > 0 &&
  first.reading.mention.before.topics.length === 0 &&
  topics.every((id) => lexicon.tabled.has(id) && !first.reading.topics.includes(id));

/** …28 条；组织活动 3 次: after a semicolon another verb or another unit begins something else. */
const turns = (lexicon: Lexicon, item: Item, first: Item, mixed: boolean): boolean =>
  namesAnother(lexicon, item, first) ||
  (unitOf(item) ?? unitOf(first)) !== unitOf(first) ||
  (!mixed && isCell(lexicon, item) && !isCell(lexicon, first)) ||
  (startsWithVerb(lexicon, item) && !startsWithVerb(lexicon, first));

/** Where a semicolon ends the list inside a list that begins at `from`. */
function goesOnAt(items: readonly Item[], from: number): number | null {
  for (let at = from + 1; at < Math.min(items.length, from + longestList); at += 1) {
    const item = items[at];
    if (item === undefined || item.mark >= 4 || item.opens !== null) return null;
    if (item.mark >= 3) return at;
  }
  return null;
}

/** Items of the list that begins at `from`, without those of lists inside it; `mixed`: what has a cell may follow what has none over a semicolon. */
export function listFrom(lexicon: Lexicon, items: readonly Item[], from: number, mixed = false): Item[] {
  const first = items[from];
  if (first === undefined) return [];
  const list = [first];
  for (let at = from + 1; at < Math.min(items.length, from + longestList); at += 1) {
    const item = items[at];
    if (item === undefined || item.mark >= 4) break;
    if (item.opens === 'breakdown' || item.opens === 'nested') {
      // 不予公开 33 件，其中 … 5 件；无法提供 71 件: a list with semicolons goes on behind the one inside it.
      const next =
        list.length > 1 && list.slice(1).every((each) => each.mark >= 3) ? goesOnAt(items, at) : null;
      if (next === null) break;
      at = next - 1;
      continue;
    }
    if (depth(item) < depth(first)) break;
    if (depth(item) > depth(first) || family(item) !== family(first)) continue;
    if (leads(item, 'total') && (leads(item, 'adds') || item.reading.measures.length > 0)) break;
    if (item.mark >= 3 && turns(lexicon, item, first, mixed)) break;
    // 其中线上 1 次、参训 87 人次；研究公开工作 2 次: one part and another count end the list.
    if (item.mark >= 3 && list.length === 1 && items[at - 1] !== first) break;
    // 3 件属于网络申请，且 2 件已公开: it divides the same ones in another way.
    if (item.mark >= 2 && leads(item, 'besides')) break;
    list.push(item);
  }
  return list;
}

/**
 * The list may end before the sentence does: where a beginning of it adds up, that is the list. Otherwise a semicolon after commas leaves
 * open where it ends, and the list is not certain to be complete.
 */
export function fitted(whole: Item, list: readonly Item[]): { parts: Item[]; certain: boolean } {
  const full = { parts: [...list], certain: true };
  if (holds(whole, list) || !isExact([whole, ...list])) return full;
  let total = 0;
  for (const [index, item] of list.entries()) {
    total += value(item);
    const next = list[index + 1];
    if (index > 0 && total === value(whole) && next !== undefined && next.mark >= 2)
      return { parts: list.slice(0, index + 1), certain: true };
  }
  const stop = list.findIndex((item, index) => index > 1 && item.mark >= 3);
  const commas = list.slice(1, stop).every((item) => item.mark < 3);
  return stop > 1 && commas ? { parts: list.slice(0, stop), certain: false } : full;
}

/** 共 100 条，其中 A 20 条，内有 a 12 条、b 8 条，B 80 条: where the inner list ends. */
export function split(
  outer: { whole: Item; parts: Item[] } | null,
  whole: Item,
  list: readonly Item[],
): { inner: Item[]; rest: Item[] } {
  const cut = (length: number) => ({ inner: list.slice(0, length), rest: list.slice(length) });
  if (outer === null) return cut(list.length);
  const lengths = list.map((_, index) => index + 1);
  const innerHolds = (length: number) => holds(whole, list.slice(0, length));
  const outerHolds = (length: number) => holds(outer.whole, [...outer.parts, ...list.slice(length)]);
  const marks = list.findIndex((item, index) => index > 0 && item.mark >= 2);
  const chosen =
    lengths.find((length) => innerHolds(length) && outerHolds(length)) ??
    (marks > 0 && list[1]?.mark === 1 ? marks : undefined) ??
    lengths.find(innerHolds) ??
    lengths.find(outerHolds) ??
    list.length;
  return cut(chosen);
}

/** Whether a total behind its parts says that it adds them up: 合计 31件, not 全年共 31件. */
const addsUp = (whole: Item): boolean =>
  leads(whole, 'adds') &&
  !leads(whole, 'thisYear') &&
  !whole.reading.mention.leading.some(({ kind }) => kind === 'year');

/** Whether a total adds up all of these parts: of one unit, and nothing that is not counted between (…，其他渠道若干，共计 97 条). */
export function adds(whole: Item, parts: readonly Item[]): boolean {
  const { sentence, clause } = whole.reading.mention;
  const last = parts.at(-1)?.reading.mention.clause;
  return (
    addsUp(whole) &&
    last !== undefined &&
    placeOfClause(sentence, clause) - placeOfClause(sentence, last) <= 1 &&
    parts.every((part) => unitOf(part) === unitOf(whole))
  );
}

/** What the noun right before a number counts: 信息 of 工程进度信息 34 条. */
function nounOf({ mention }: NumberReading): string | null {
  const last = mention.leading.at(-1);
  return last?.kind === 'word' && last.end === mention.number.start ? last.senses.topic : null;
}

/** 公开行政许可信息 906 条, 合计公开信息 1353 条: the measure of the part is a kind of that of the whole. */
const isKindOf = (whole: NumberReading, part: NumberReading): boolean =>
  part.measures.length > 0 &&
  part.measures.flat().every((each) => whole.measures.flat().some((wider) => each.startsWith(`${wider}.`)));

/** Counts of one thing and verb, or of kinds of it. */
function isAlike(whole: NumberReading, part: NumberReading): boolean {
  const sameVerb = part.aspects.join() === whole.aspects.join();
  if (whole.topics.join() === part.topics.join() && sameVerb) return true;
  const noun = nounOf(whole);
  return (
    isKindOf(whole, part) ||
    (noun !== null && noun === nounOf(part) && (sameVerb || part.aspects.length === 0))
  );
}

/** The verbs of a list; behind 、 one that has none of its own goes on with that of the one before it. */
function verbsOf(list: readonly Item[]): string[] {
  const verbs: string[] = [];
  for (const { mark, reading } of list) {
    const own = reading.aspects.join();
    verbs.push(own === '' && mark === 1 ? (verbs.at(-1) ?? '') : own);
  }
  return verbs;
}

/** A total at the end of its list: A 28件、B 3件，合计 31件. */
export function totalAfter(items: readonly Item[], at: number, from: number): Item[] {
  const whole = items[at];
  if (
    whole === undefined ||
    !leads(whole, 'total') ||
    (governs(whole.reading.mention.before) && !addsUp(whole)) ||
    whole.reading.mention.before.unknown ||
    whole.mark >= 4
  )
    return [];
  const list: Item[] = [];
  for (let index = at - 1; index >= Math.max(from, at - longestList); index -= 1) {
    const item = items[index];
    if (item === undefined || family(item) !== family(whole) || depth(item) < depth(whole)) break;
    // 不予公开 9 件（其中…）: parts of a part.
    if (depth(item) > depth(whole)) continue;
    // 三项合计: how many parts there are.
    const told = item.reading.mention.number.end === whole.reading.mention.leading[0]?.start;
    if (told && unitOf(item) !== unitOf(whole)) continue;
    list.unshift(item);
    if (list.length > 1 && holds(whole, list)) return list;
    if (item.mark >= 4 || item.opens === 'breakdown') break;
  }
  // …，共计发布信息 97 条: with words of its own it adds up what the parts count, too.
  const named = governs(whole.reading.mention.before);
  // 惠农补贴 87 条、项目建设 69 条，合计公开 156 条: parts that say no verb have that of their total.
  const isBare = ({ reading: { aspects, topics, mention } }: Item) =>
    aspects.length === 0 && topics.length === 0 && !governs(mention.before);
  const hasBareParts = adds(whole, list) && list.every(isBare);
  if (named && !hasBareParts && !list.every(({ reading }) => isAlike(whole.reading, reading))) return [];
  const verbs = verbsOf(list);
  const joined = named || new Set(verbs).size === 1 || verbs.every((verb) => verb !== '');
  const yearly = list.every((each) => each.reading.time.span === 'year');
  return list.length > 1 && yearly && joined ? list : [];
}
