import type { Unassigned } from '../../../model/report/explained.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import { hasRole } from './clauses.js';
import type { Mention } from './mentions.js';
import { isPlain, type NumberReading, type Setting } from '../discourse/setting.js';

export const value = (reading: NumberReading): number => reading.mention.number.value;

export const leaveAside = (reading: NumberReading, why: Unassigned): void => {
  reading.measures = [];
  reading.unassigned = why;
};

/** What is left over from the others: 其余 2 件. */
export const isRest = ({ mention }: NumberReading): boolean =>
  mention.leading.some((token) => hasRole(token, 'remainder'));

/** What a reading would be compared with. */
export const keyOf = (reading: NumberReading, measures: readonly string[][] = reading.measures): string => {
  const { time, scope } = reading;
  // 市级机关 2011 件，其中市政府本级 296 件: the agency's own is no part of its own.
  const whose = scope === 'region' || (scope === 'own' && isMarkedPart(reading)) ? scope : '';
  const cells =
    measures.length === 1 ? measures[0]?.join('+') : measures.map((each) => each.join('+')).join();
  return `${cells}@${time.year}@${whose}`;
};

/** A number that a cell or the fees may be compared with. */
export const isCount = (setting: Setting, reading: NumberReading): boolean =>
  isPlain(reading) &&
  reading.measures.length > 0 &&
  reading.measures.every((cells) => cells.every((cell) => isDeniable(setting.lexicon, cell)));

/** A cell of which the prose may say that there was none. */
export const isDeniable = ({ data }: Lexicon, cell: string): boolean =>
  data.deniable.some((table) => cell[table.length] === '.' && cell.startsWith(table));

const ofParts = ['breakdown', 'further', 'remainder', 'nested'] as const;

/** 其中, 另, 其余, brackets: the number is said to be a part of another. */
export const isMarkedPart = ({ mention }: NumberReading): boolean =>
  mention.clause.depth > 0 ||
  mention.leading.some(
    (token) => token.kind === 'word' && ofParts.some((role) => token.senses.roles.has(role)),
  );

/** 受理 114 件，…，受理的 116 件均已答复: what was said to have come in is only named again, for something else to be said of it. */
export const takesUp = ({ mention: { leading } }: NumberReading): boolean => hasRole(leading.at(-1), 'of');

/** 其中 2023 年新收 68 件, 其中本年新收 38 件: the words say that it is of the report's own year. */
export const isOfOwnYear = ({ reportYear }: Setting, { leading }: Mention): boolean =>
  leading.some((token) => hasRole(token, 'thisYear') || (token.kind === 'year' && token.year === reportYear));

/** A list as lists of those with one key, in reading order. */
export function grouped<Item>(list: readonly Item[], key: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of list) {
    const own = key(item);
    const group = groups.get(own);
    if (group === undefined) groups.set(own, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
