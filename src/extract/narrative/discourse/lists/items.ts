import { hasRole, placeOfClause } from '../../sentence/clauses.js';
import type { Role } from '../../lexicon/roles.js';
import type { Token } from '../../sentence/numbers/token.js';
import { isPlain, type NumberReading } from '../setting.js';
import type { Lexicon } from '../../lexicon/lexicon.js';

/** A count with what stands between it and the count before. */
export interface Item {
  reading: NumberReading;
  /** How a list of parts begins here, if one does. */
  opens: 'breakdown' | 'nested' | 'bracket' | null;
  /** 办结的申请中 stands before it. */
  framed: boolean;
  /** Unit family of the number; of a number without a unit that of the one before it. */
  family: string;
  /** The list says that it is not complete. */
  open: boolean;
  /** The strongest mark between the last count of the same family and it: 、 < ， < ； < 。 */
  mark: number;
}

const strengths = new Map([
  ['、', 1],
  [',', 2],
  [':', 2],
  [';', 3],
  ['。', 4],
]);

export const value = (item: Item): number => item.reading.mention.number.value;
export const family = (item: Item): string => item.family;
export const unitOf = (item: Item): string | undefined => item.reading.mention.number.unit?.name;
export const depth = (item: Item): number => item.reading.mention.clause.depth;
export const isExact = (items: readonly Item[]): boolean =>
  items.every((each) => each.reading.qualifier === 'exact');
export const sum = (items: readonly Item[]): number => items.reduce((total, each) => total + value(each), 0);
export const holds = (whole: Item, parts: readonly Item[]): boolean =>
  isExact([whole, ...parts]) && sum(parts) === value(whole);
export const leads = (item: Item | undefined, role: Role): boolean =>
  item?.reading.mention.leading.some((token) => hasRole(token, role)) === true;

const opensSentence = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1];
  return before?.kind === 'mark' && before.char === '。';
};

/** 依申请公开 11 次，其中 5 件: the first of the units that a topic has stands for all of them. */
function familyOf({ data }: Lexicon, { topics, mention }: NumberReading): string | undefined {
  const family = mention.number.unit?.family;
  const [own] = topics;
  const units = own === undefined ? undefined : data.topics[own]?.units;
  return family !== undefined && units?.includes(family) === true ? units[0] : family;
}

/** 比上年（6 件）少 2 件: the bracket says how many there were of what the count is compared with. */
function isCompared({ mention: { sentence, clause } }: NumberReading): boolean {
  if (clause.depth === 0) return false;
  const before = sentence.clauses[placeOfClause(sentence, clause) - 1];
  return before !== undefined && before.depth < clause.depth && hasRole(before.tokens[0], 'compare');
}

/** The counts of a paragraph in reading order. */
export function itemsOf(
  lexicon: Lexicon,
  tokens: readonly Token[],
  readings: readonly NumberReading[],
): Item[] {
  const items: Item[] = [];
  /** By family, the strongest mark since its last count. */
  const marks = new Map<string, number>();
  let strongest = 0;
  let at = 0;
  let begun = false;
  for (const reading of readings) {
    const unit = reading.mention.number.unit;
    const item: Item = {
      reading,
      opens: null,
      framed: false,
      open: false,
      mark: 0,
      family: familyOf(lexicon, reading) ?? items.at(-1)?.family ?? '',
    };
    for (; at < tokens.length; at += 1) {
      const token = tokens[at];
      if (token === undefined || token.start >= reading.mention.number.start) break;
      if (token.kind === 'mark') {
        const strength = strengths.get(token.char) ?? 0;
        strongest = Math.max(strongest, strength);
        for (const [key, mark] of marks) marks.set(key, Math.max(mark, strength));
      }
      if (token.kind === 'mark' && token.char === '。') {
        item.opens = null;
        item.open = false;
        item.framed = false;
        begun = true;
      }
      if (token.kind !== 'word' || token.senses.roles.size === 0) continue;
      // 。通过微博、微信分别发布 3 条、5 条 is a statement of its own; 。分别为 3 条、5 条 is not.
      const alone = begun && hasRole(token, 'respectively') && !opensSentence(tokens, at);
      if (hasRole(token, 'frame')) item.framed = true;
      if (hasRole(token, 'breakdown') && !alone) item.opens = 'breakdown';
      else if (hasRole(token, 'nested')) item.opens = 'nested';
      if (hasRole(token, 'open')) {
        const last = items.at(-1);
        if (hasRole(token, 'breakdown')) item.open = true;
        else if (last !== undefined) last.open = true;
      }
    }
    // 予以公开 15，部分公开 4，总计 19
    const says = reading.measures.length > 0 || hasRole(reading.mention.leading.at(-1), 'adds');
    const counts = unit === null ? says : unit.kind === 'count';
    if (!isPlain(reading) || !counts || isCompared(reading)) continue;
    begun = false;
    item.mark = marks.get(family(item)) ?? strongest;
    marks.set(family(item), 0);
    const last = items.at(-1);
    const host = reading.mention.clause.host;
    if (host !== null && host === last?.reading.mention.number) item.opens = 'bracket';
    items.push(item);
  }
  const last = items.at(-1);
  const tail = readings.at(-1)?.mention.trailing ?? [];
  if (last !== undefined && tail.some((token) => hasRole(token, 'open'))) last.open = true;
  return items;
}
