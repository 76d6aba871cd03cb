import type { Sentence } from '../../sentence/clauses.js';
import type { Lexicon } from '../../lexicon/lexicon.js';
import { goesOn, isComplete, isHalved, otherYears, strays } from './complete.js';
import { placeOf } from '../../sentence/place-of.js';
import { depth, family, holds, itemsOf, leads, sum, unitOf, value, type Item } from './items.js';
import { makesUp } from './makes-up.js';
import { partitionsOf } from './partitions.js';
import type { NumberReading } from '../setting.js';
import type { SumReading } from './sum-reading.js';
import { adds, fitted, listFrom, split, totalAfter } from './sum-lists.js';
import type { Token } from '../../sentence/numbers/token.js';

/** How many counts back the whole of a list may stand. */
const memory = 8;

/** The count before an item that does not stand in brackets closed since. */
function outside(items: readonly Item[], at: number): Item | undefined {
  const item = items[at];
  return item && items.slice(Math.max(0, at - memory), at).findLast((each) => depth(each) <= depth(item));
}

/**
 * The count that a list is about: the one before it, or an earlier one of the same sentence that it adds up to. `null` where it adds up to
 * none of several (网站公开 754 条，新媒体公开 208 条。其中，微博 129 条、抖音 28 条): the prose does not say which.
 */
function wholeOf(lexicon: Lexicon, items: readonly Item[], at: number, list: readonly Item[]): Item | null {
  const nearest = outside(items, at);
  if (nearest === undefined) return null;
  const alike = (item: Item) =>
    item === nearest ||
    (depth(item) === depth(nearest) &&
      unitOf(item) === unitOf(nearest) &&
      item.reading.topics.join() === nearest.reading.topics.join());
  const parts = list.map((part) => part.reading);
  const candidates: Item[] = [];
  for (let index = at - 1; index >= Math.max(0, at - memory); index -= 1) {
    const item = items[index];
    if (item !== undefined && alike(item) && makesUp(lexicon, item.reading, parts)) candidates.push(item);
    if (item === undefined || item.mark >= 4) break;
  }
  // …，其中 A 31 条。其中：…: parts of one whole, told in a sentence each.
  const isPart = nearest.opens === 'breakdown' && (items[at]?.mark ?? 0) >= 4;
  if (isPart && !holds(nearest, list)) return null;
  return candidates.length < 2
    ? nearest
    : (candidates.find((each) => holds(each, fitted(each, list).parts)) ?? null);
}

interface Group {
  whole: Item;
  parts: Item[];
  /** It is clear where the list ends. */
  certain: boolean;
  /** The whole stands behind the parts and says that it adds them up. */
  added?: boolean;
}

/** Every sum that a paragraph states: 共N条，其中A a条，B b条. */
export function sumsOf(
  lexicon: Lexicon,
  sentences: readonly Sentence[],
  readings: readonly NumberReading[],
): SumReading[] {
  if (readings.length < 2) return [];
  const tokens: Token[] = [];
  for (const sentence of sentences) {
    for (const token of sentence.tokens) tokens.push(token);
    tokens.push(closing(sentence));
  }
  const items = itemsOf(lexicon, tokens, readings);
  const groups: Group[] = [];
  let outer: Group | null = null;
  let taken = 0;
  for (let at = 1; at < items.length; at += 1) {
    const item = items[at];
    const before = outside(items, at);
    if (item === undefined || before === undefined) continue;
    if (item.mark >= 4) outer = null;
    if (item.opens === null) {
      const parts = totalAfter(items, at, taken);
      if (parts.length > 0) {
        groups.push({ whole: item, parts, certain: true, added: adds(item, parts) });
        taken = at + 1;
      }
      continue;
    }
    const list = listFrom(lexicon, items, at);
    if (outer !== null && before !== outer.whole && !outer.parts.includes(before)) outer = null;
    const last = outer?.parts.at(-1);
    if (
      item.opens === 'breakdown' &&
      outer !== null &&
      family(outer.whole) === family(item) &&
      (holds(outer.whole, list) || last === undefined || sum(list) > value(last))
    ) {
      outer = { whole: outer.whole, ...fitted(outer.whole, list) };
      groups.push(outer);
    } else if (item.opens === 'bracket' || family(before) === family(item)) {
      const inside: boolean = outer !== null && outer.parts.includes(before);
      const { inner, rest }: { inner: Item[]; rest: Item[] } =
        inside && item.opens !== 'bracket' ? split(outer, before, list) : { inner: list, rest: [] };
      if (inside) outer?.parts.push(...rest);
      const whole: Item | null =
        inside || item.opens === 'bracket' ? before : wholeOf(lexicon, items, at, inner);
      if (whole !== null) {
        const group: Group = {
          whole,
          ...(inside ? { parts: inner, certain: true } : fitted(whole, inner)),
        };
        groups.push(group);
        if (!inside && item.opens !== 'bracket') outer = group;
      }
    }
    // 不予公开 9 件（其中…），无法提供 20 件，总计 66 件: the list goes on behind the brackets.
    if (depth(item) === 0) taken = at;
  }
  const held = partitionsOf(lexicon, items);
  const firsts = new Set(held.map(({ parts }) => parts[0]));
  const others = groups
    .filter(({ whole, parts }) => parts.length > 1 && value(whole) > 0 && !firsts.has(parts[0]))
    .map((group) => readingOf(lexicon, { ...group, certain: group.certain && !isRestBehind(items, group) }))
    .filter(
      (each) =>
        makesUp(lexicon, each.whole, each.parts) &&
        !otherYears(each) &&
        !(each.open && (each.overlapping || strays(each))),
    );
  const sums = held
    .filter(({ whole }) => value(whole) > 0)
    .map((each) => ({
      ...readingOf(lexicon, { ...each, certain: true }),
      open: each.parts.some((part) => part.open),
    }));
  return [...sums, ...others];
}

/** 其中 A 36 件，B 20 件；其余 37 件: the list goes on, and what is left of it need not leave out both. */
function isRestBehind(items: readonly Item[], { parts }: Group): boolean {
  const last = parts.at(-1);
  if (last === undefined) return false;
  const position = ({ reading }: Item) => reading.mention.number.start;
  const next = items[placeOf(items, position(last) + 1, position)];
  return next?.reading.mention.sentence === last.reading.mention.sentence && leads(next, 'remainder');
}

function readingOf(lexicon: Lexicon, { whole, parts, certain, added = false }: Group): SumReading {
  return {
    whole: whole.reading,
    parts: parts.map((each) => each.reading),
    open:
      !certain ||
      parts.some((each) => each.open) ||
      !(added || isComplete(whole, parts) || isHalved(lexicon, whole, parts)) ||
      goesOn(lexicon, parts.at(-1)),
    // 网站 45 条、公众号 30 条，合计 97 条: what is in both channels makes a total smaller, not greater.
    overlapping:
      !(added && value(whole) > sum(parts)) &&
      parts.some((each) => each.reading.channel !== null) &&
      parts.some((each) => each.reading.topics.some((topic) => lexicon.data.topics[topic]?.overlapping)),
  };
}

/** A sentence ends with 。 for the lists in it, whatever mark the text has. */
const closing = ({ end }: Sentence): Token => ({ kind: 'mark', char: '。', start: end, end });
