import type { Unassigned } from '../../../model/report/explained.js';
import { hasRole } from './clauses.js';
import { isPlain, type Reading, type Setting } from '../discourse/setting.js';

export const value = (reading: Reading): number => reading.mention.number.value;

export const leaveAside = (reading: Reading, why: Unassigned): void => {
  reading.measures = [];
  reading.unassigned = why;
};

/** What a reading would be compared with. */
export const keyOf = (reading: Reading): string => {
  const { measures, time, scope } = reading;
  // 市级机关 2011 件，其中市政府本级 296 件: the agency's own is no part of its own.
  const whose = scope === 'region' || (scope === 'own' && isMarkedPart(reading)) ? scope : '';
  return `${measures.map((each) => each.join('+')).join()}@${time.year}@${whose}`;
};

/** A number that a cell or the fees may be compared with. */
export const isCount = (setting: Setting, reading: Reading): boolean =>
  isPlain(reading) &&
  reading.measures.length > 0 &&
  reading.measures
    .flat()
    .every((each) => setting.lexicon.data.deniable.includes(each.slice(0, each.indexOf('.'))));

/** 其中, 另, 其余, brackets: the number is said to be a part of another. */
export const isMarkedPart = ({ mention }: Reading): boolean =>
  mention.clause.depth > 0 ||
  mention.leading.some((token) =>
    (['breakdown', 'further', 'remainder', 'nested'] as const).some((role) => hasRole(token, role)),
  );

/** A list as lists of those with one key, in reading order. */
export function grouped<Item>(list: readonly Item[], key: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of list) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
