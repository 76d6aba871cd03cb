import type { At, FormTable } from '../../../model/index.js';
import { isWhole } from '../align/row-shape.js';
import type { SlottedBlock, SlottedRow } from '../slots/slot-block.js';
import { han } from '../slots/slots.js';
import { wordBehind } from '../stream/lookup.js';
import type { Stream } from '../stream/stream.js';
import { itemAt, beginning, further, latest, type WordPosition } from '../positions.js';

/** The document ends inside a table. */
export interface CutOff {
  block: SlottedBlock;
  /** The last row that is there, if any. */
  row: SlottedRow | undefined;
  at: At;
}

/** Word behind the last one of the sub-table. */
export function endOf(stream: Stream, { located, rows }: SlottedBlock): WordPosition {
  const headerEnd = wordBehind(stream, located.header.end);
  return latest(headerEnd, ...rows.map((each) => each.slots.endWord));
}

/**
 * Where the document is cut off: no text stands behind its last sub-table, and this or the rest of its table is not all there.
 */
export function cutOffOf(stream: Stream, blocks: readonly SlottedBlock[]): CutOff | null {
  const found = blocks.filter((each) => each.located.found);
  const ends = found.map((each) => endOf(stream, each));
  const end = latest(beginning, ...ends);
  const block = found[ends.indexOf(end)];
  const last = itemAt(stream.words, further(end, -1));
  if (block === undefined || last === undefined) return null;
  if (stream.words.slice(end).some((each) => han.test(each.key))) return null;
  const { marks } = block.located;
  const leaves = marks.rows.filter((each) => each.role === 'row');
  const row = block.rows.findLast((each) => each.slots.endWord === end);
  const isLastRow = row !== undefined && row.path === (leaves.at(-1)?.path ?? '');
  const isAllThere =
    isLastRow && isWhole(row.slots, block.columns.length) && isLastOf(marks.table, block, found);
  return isAllThere ? null : { block, row, at: last.at };
}

/** No sub-table of the table is missing behind this one. */
function isLastOf(table: FormTable, block: SlottedBlock, found: readonly SlottedBlock[]): boolean {
  const behind = table.blocks.slice(table.blocks.indexOf(block.located.marks.block) + 1);
  return behind.every((each) => found.some(({ located }) => located.marks.block === each));
}
