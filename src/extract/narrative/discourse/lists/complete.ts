import { hasRole, placeOfClause } from '../../sentence/clauses.js';
import type { Lexicon } from '../../lexicon/lexicon.js';
import type { NumberReading } from '../setting.js';
import type { SumReading } from './sum-reading.js';
import { leads, sum, unitOf, value, type Item } from './items.js';

/** 其他 12 条, 其余 3 件: the list says what is left. */
const isRest = ({ reading }: Item): boolean =>
  reading.mention.leading.some(
    (token) => hasRole(token, 'remainder') || (token.kind === 'word' && token.senses.aspect === 'other'),
  );

/** …，其他 312 条，发布年度报告: the list goes on with something published that is not counted. */
export function goesOn(lexicon: Lexicon, last: Item | undefined): boolean {
  if (last === undefined) return false;
  const { clause, sentence } = last.reading.mention;
  const next = sentence.clauses[placeOfClause(sentence, clause) + 1];
  if (next?.depth !== clause.depth || next.tokens.some((token) => token.kind === 'number')) return false;
  const [first, ...others] = next.tokens;
  const isPublished = first?.kind === 'word' && first.senses.aspect === lexicon.data.listed;
  return isPublished && others.some((token) => token.kind === 'word' && token.senses.topic !== null);
}

/** 上半年 2 次、下半年 3 次；原创 12 篇、转载 30 篇: two parts that leave nothing out. Applications come in by post, too. */
export function isHalved(lexicon: Lexicon, { reading: { topics } }: Item, parts: readonly Item[]): boolean {
  const isTabled = topics.some((topic) => lexicon.tabled.has(topic));
  return !isTabled && parts.length === 2 && parts.every((part) => leads(part, 'halves'));
}

/** Whether a list that does not add up is said to be complete: it has a rest, shares of all of it, or misses the whole by a slip. */
export function isComplete(whole: Item, parts: readonly Item[]): boolean {
  if (parts.some((part) => unitOf(part) !== unitOf(whole))) return false;
  const missing = value(whole) - sum(parts);
  return missing <= Math.max(slip * value(whole), 0) || parts.some(isRest) || leads(parts[0], 'respectively');
}

/** 行政许可共 10 个事项，其中采伐许可证 431 件: parts in another unit than their whole are no parts of it where they exceed it. */
export const strays = ({ whole, parts }: SumReading): boolean => {
  const unit = ({ mention }: NumberReading) => mention.number.unit?.name;
  const number = ({ mention }: NumberReading) => mention.number.value;
  const total = parts.reduce((all, part) => all + number(part), 0);
  return total > number(whole) && parts.some((part) => unit(part) !== unit(whole));
};

/** 154 件（2022 年 122 件、2021 年 98 件）: counts of other years are no parts of this one's. */
export const otherYears = ({ whole, parts }: SumReading): boolean =>
  whole.time.span === 'year' &&
  parts.some(({ time }) => time.span === 'year' && time.year !== whole.time.year);

/** Share of the whole that a list with a mistake in it may leave out. */
const slip = 0.02;
