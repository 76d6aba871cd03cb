import type { LocatedBlock } from '../located-block.js';
import type { RowSlots } from '../slots/slots.js';
import { wordBehind } from '../stream/lookup.js';
import type { Stream } from '../stream/stream.js';
import { itemAt, further } from '../positions.js';

/**
 * Rows of the form that the document had, although their labels are not there: those behind its end when it is cut off, and those between two
 * rows when figures stand there that are nobody's.
 */
export function lostRows(
  stream: Stream,
  { marks, rows, unlabelled }: LocatedBlock,
  read: readonly RowSlots[],
  isCutOff: boolean,
): Set<string> {
  const leaves = marks.rows.filter((each) => each.role === 'row');
  const found = new Map([...rows, ...unlabelled].map((each) => [each.mark, each]));
  const paths = (from: number, to: number) => leaves.slice(from, to).map((each) => each.path);
  const lost = new Set<string>();
  if (isCutOff) {
    const last = leaves.findLastIndex((each) => found.has(each));
    for (const path of leaves.length === 0 ? [''] : paths(last + 1, leaves.length)) lost.add(path);
  }
  const owned = new Set(read.flatMap(({ words }) => words.map((word) => word.endWord)));
  const placed = rows.filter((each) => each.mark.role === 'row');
  placed.forEach((row, i) => {
    const next = placed[i + 1];
    const [from, to] = [leaves.indexOf(row.mark), next === undefined ? -1 : leaves.indexOf(next.mark)];
    if (next === undefined || to <= from + 1) return;
    for (let word = wordBehind(stream, row.end); word < next.word; word = further(word))
      if (itemAt(stream.words, word)?.value === true && !owned.has(further(word))) {
        for (const path of paths(from + 1, to)) lost.add(path);
        return;
      }
  });
  return lost;
}
