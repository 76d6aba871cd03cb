import type { BlockMarks, Mark } from '../marks.js';
import type { Occurrence } from './occurrences.js';
import { han } from '../slots/slots.js';
import { wordAt, wordBehind } from '../stream/lookup.js';
import type { Stream } from '../stream/stream.js';
import { itemAt, further, type KeyPosition, type WordPosition } from '../positions.js';

/** A row whose own label is lost, with the words that hold its values. */
export interface UnlabelledRow {
  mark: Mark;
  words: WordPosition[];
}

/**
 * Rows of a group none of whose labels is there: between the label of the group and the next stand just as many values as the rows of the group
 * have, and nothing else.
 */
export function unlabelledRows(
  stream: Stream,
  { rows: marks }: BlockMarks,
  found: readonly Occurrence[],
  boundaries: readonly KeyPosition[],
  columns: number,
): UnlabelledRow[] {
  const there = new Set(found.map((each) => each.mark));
  return found.flatMap((group) => {
    if (group.mark.role !== 'rowGroup') return [];
    const rows = marks.filter(({ role, groups }) => role === 'row' && groups.at(-1) === group.mark.official);
    const next = boundaries.find((each) => each >= group.end);
    if (rows.length === 0 || rows.some((each) => there.has(each)) || next === undefined) return [];
    const words: WordPosition[] = [];
    for (let i = wordBehind(stream, group.end); i < wordAt(stream, next); i = further(i)) {
      const word = itemAt(stream.words, i);
      if (word === undefined || (!word.value && han.test(word.key))) return [];
      if (word.value) words.push(i);
    }
    if (words.length !== rows.length * columns) return [];
    return rows.map((mark, i) => ({ mark, words: words.slice(i * columns, (i + 1) * columns) }));
  });
}
