import { isClassOf } from '../../lexicon/classes.js';
import { hasRole, type Sentence } from '../../sentence/clauses.js';
import type { Role } from '../../lexicon/roles.js';
import type { Lexicon } from '../../lexicon/lexicon.js';
import { partitionsOf } from './partitions.js';
import type { NumberReading } from '../setting.js';
import {
  depth,
  family,
  fitted,
  holds,
  itemsOf,
  listFrom,
  split,
  sum,
  totalAfter,
  unitOf,
  value,
  type Item,
} from './sum-lists.js';
import type { Token } from '../../sentence/tokens.js';

/** A whole and the parts that the prose says it is made of. */
export interface SumReading {
  whole: NumberReading;
  parts: NumberReading[];
  /** The list is not complete (等, 主要). */
  open: boolean;
  /** The parts are channels, and one item may stand in several. */
  overlapping: boolean;
}

/** Whether parts like these make up the whole: outcomes make up what was handled, not what was received. */
function makesUp(lexicon: Lexicon, whole: NumberReading, parts: readonly NumberReading[]): boolean {
  const cells = whole.measures.flat();
  const isItem = (part: NumberReading) =>
    part.measures.length > 0 &&
    part.measures
      .flat()
      .every((each) =>
        cells.some(
          (cell) =>
            cell !== each &&
            each.startsWith(cell.slice(0, cell.lastIndexOf('.') + 1)) &&
            each.split('.').length > cell.split('.').length,
        ),
      );
  if (cells.length > 0 && parts.every(isItem)) return true;
  const isPublished = (each: NumberReading) =>
    each.topics.some((topic) => lexicon.data.topics[topic]?.overlapping);
  if (
    isPublished(whole) &&
    parts.every((part) => part.measures.flat().every((cell) => isClassOf(cells[0] ?? '', cell)))
  )
    return true;
  if (parts.every((part) => part.aspects.length === 0 || part.aspects.join() === whole.aspects.join()))
    return true;
  return whole.topics.every((topic) => {
    const entry = lexicon.data.topics[topic]?.parts ?? {};
    const own = whole.aspects.length === 0 ? [] : whole.aspects.map((aspect) => entry[aspect] ?? []);
    const allowed =
      own.every((each) => each.length > 0) && own.length > 0 ? own.flat() : (entry['all'] ?? []);
    return parts.every(
      (part) =>
        part.topics.every((each) => whole.topics.includes(each)) &&
        part.aspects.length > 0 &&
        part.aspects.every((aspect) => allowed.includes(aspect)),
    );
  });
}

/** 其他 12 条, 其余 3 件: the list says what is left. */
const isRest = ({ reading }: Item): boolean =>
  reading.mention.leading.some(
    (token) => hasRole(token, 'remainder') || (token.kind === 'word' && token.senses.aspect === 'other'),
  );

/** …，其他 312 条，发布年度报告: the list goes on with something published that is not counted. */
function goesOn(lexicon: Lexicon, last: Item | undefined): boolean {
  if (last === undefined) return false;
  const { clause, sentence } = last.reading.mention;
  const next = sentence.clauses[sentence.clauses.indexOf(clause) + 1];
  if (next?.depth !== clause.depth || next.tokens.some((token) => token.kind === 'number')) return false;
  const [first, ...others] = next.tokens;
  const isPublished = first?.kind === 'word' && first.senses.aspect === lexicon.data.listed;
  return isPublished && others.some((token) => token.kind === 'word' && token.senses.topic !== null);
}

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
  return candidates.length < 2
    ? nearest
    : (candidates.find((each) => holds(each, fitted(each, list).parts)) ?? null);
}

interface Group {
  whole: Item;
  parts: Item[];
  /** It is clear where the list ends. */
  certain: boolean;
}

/** Every sum that a paragraph states: 共N条，其中A a条，B b条. */
export function sumsOf(
  lexicon: Lexicon,
  sentences: readonly Sentence[],
  readings: readonly NumberReading[],
): SumReading[] {
  if (readings.length < 2) return [];
  const items = itemsOf(
    sentences.flatMap((sentence) => [...sentence.tokens, ...closing(sentence)]),
    readings,
  );
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
        groups.push({ whole: item, parts, certain: true });
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
    taken = at;
  }
  const held = partitionsOf(lexicon, items);
  const firsts = new Set(held.map(({ parts }) => parts[0]));
  const others = groups
    .filter(({ whole, parts }) => parts.length > 1 && value(whole) > 0 && !firsts.has(parts[0]))
    .map((group) => readingOf(lexicon, group))
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

/** Whether a list that does not add up is said to be complete: it has a rest, shares of all of it, or misses the whole by a slip. */
function isComplete(whole: Item, parts: readonly Item[]): boolean {
  if (parts.some((part) => unitOf(part) !== unitOf(whole))) return false;
  const missing = value(whole) - sum(parts);
  return missing <= Math.max(slip * value(whole), 0) || parts.some(isRest) || leads(parts[0], 'respectively');
}

/** 行政许可共 10 个事项，其中采伐许可证 431 件: parts in another unit than their whole are no parts of it where they exceed it. */
const strays = ({ whole, parts }: SumReading): boolean => {
  const unit = ({ mention }: NumberReading) => mention.number.unit?.name;
  const number = ({ mention }: NumberReading) => mention.number.value;
  const total = parts.reduce((all, part) => all + number(part), 0);
  return total > number(whole) && parts.some((part) => unit(part) !== unit(whole));
};

/** 154 件（2022 年 122 件、2021 年 98 件）: counts of other years are no parts of this one's. */
const otherYears = ({ whole, parts }: SumReading): boolean =>
  whole.time.span === 'year' &&
  parts.some(({ time }) => time.span === 'year' && time.year !== whole.time.year);

const leads = (item: Item | undefined, role: Role): boolean =>
  item?.reading.mention.leading.some((token) => hasRole(token, role)) === true;

/** Share of the whole that a list with a mistake in it may leave out. */
const slip = 0.02;

function readingOf(lexicon: Lexicon, { whole, parts, certain }: Group): SumReading {
  return {
    whole: whole.reading,
    parts: parts.map((each) => each.reading),
    open:
      !certain ||
      parts.some((each) => each.open) ||
      !isComplete(whole, parts) ||
      goesOn(lexicon, parts.at(-1)),
    overlapping:
      parts.some((each) => each.reading.channel !== null) &&
      parts.some((each) => each.reading.topics.some((topic) => lexicon.data.topics[topic]?.overlapping)),
  };
}

/** A sentence ends with 。 for the lists in it, whatever mark the text has. */
const closing = (sentence: Sentence): Token[] => [
  { kind: 'mark', char: '。', start: sentence.end, end: sentence.end },
];
