import { valueLists, type RegisterVocabulary, type ValueList } from './vocabulary.js';

/** What the lists of values name of the statutory tables: rows, columns and groups of columns. */
export type Named = Readonly<Record<ValueList, readonly string[]>>;

/** Meanings that no table counts by itself. */
const uncounted = new Set(['open', 'none', 'refused', 'foreign']);

export function namedOf({ values }: RegisterVocabulary): Named {
  const named = (list: ValueList) =>
    Object.keys(values[list]).filter((each) => !each.startsWith('group:') && !uncounted.has(each));
  return Object.fromEntries(valueLists.map((list) => [list, named(list)])) as Record<ValueList, string[]>;
}
