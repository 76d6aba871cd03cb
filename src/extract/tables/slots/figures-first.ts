import type { SlottedBlock } from './slot-block.js';
import { wordSlots, type RowSlots } from './slots.js';
import { wordAt, wordBehind } from '../stream/lookup.js';
import type { Stream } from '../stream/stream.js';

/** Values of the first row when they stand between the header and its label, and none behind the label of the last row. */
function before(stream: Stream, { located, columns, rows }: SlottedBlock): RowSlots | null {
  const { header } = located;
  const [label] = located.rows;
  if (label === undefined || located.unlabelled.length > 0) return null;
  // Figures before a label that is not the form's first may be of the row whose label is lost.
  if (label.mark !== located.marks.rows[0]) return null;
  if (header.fit === 0 || rows.at(-1)?.slots.words.length !== 0) return null;
  const from = wordBehind(stream, header.end);
  const to = wordAt(stream, label.start);
  const words = wordSlots(stream, from, to);
  if (words.length < columns.length) return null;
  return { kind: 'loose', slots: words, words, labelCells: 0, block: -1, endWord: to, bounded: false };
}

/**
 * The sub-tables with the values of every row before its label, where the document writes them so. One value above a label may be anything:
 * a sub-table of several columns must show it.
 */
export function figuresFirst(stream: Stream, blocks: readonly SlottedBlock[]): SlottedBlock[] {
  const firsts = blocks.map((block) => before(stream, block));
  const shown = blocks.some(({ columns }, i) => columns.length > 1 && firsts[i] !== null);
  if (!shown) return [...blocks];
  return blocks.map((block, i) => {
    const first = firsts[i];
    if (first === null || first === undefined) return block;
    const rows = block.rows.map(({ path }, row) => {
      const { slots = first, chained = true } = block.rows[row - 1] ?? {};
      return { path, slots, chained };
    });
    return { ...block, rows, subtotals: [] };
  });
}
