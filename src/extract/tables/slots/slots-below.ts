import type { Script } from '../../text/normalise.js';
import {
  han,
  keyOf,
  looseSlots,
  remainder,
  slotOfCell,
  wordSlots,
  type Reach,
  type RowKind,
  type RowSlots,
} from './slots.js';
import { wordAt, type Stream } from '../stream.js';

/** Slots of the single row below a header: the next row of cells that are values or empty, or the words up to the next text. */
export function slotsBelow(stream: Stream, headerEnd: number, columns: number, script: Script): RowSlots {
  const headerWord = wordAt(stream, Math.max(0, headerEnd - 1));
  const lastHeader = stream.words[headerWord]?.cell ?? 0;
  const headerRow = stream.cells[lastHeader];
  let start = lastHeader + 1;
  const collapsed = headerRow !== undefined && headerRow.rowLength > 3 * columns;
  while (!collapsed && stream.cells[start] !== undefined && stream.cells[start]?.row === headerRow?.row)
    start += 1;
  let blankRow: RowSlots | null = null;
  let behind = start;
  while (!collapsed && behind < stream.cells.length) {
    const first = stream.cells[behind];
    if (first === undefined || first.rowLength < 2) break;
    const row = stream.cells.slice(behind, behind + first.rowLength - first.position);
    behind += row.length;
    const leading = row.findIndex((each) => !han.test(keyOf(stream, each)));
    const words = row.flatMap((each) => wordSlots(stream, each.firstWord, each.lastWord));
    const slots = leading === -1 ? [] : row.slice(leading).map((each) => slotOfCell(stream, each, script));
    const kind: RowKind = first.grid ? 'grid' : first.gaps ? 'gaps' : 'separated';
    const found: RowSlots = {
      kind,
      slots,
      words,
      labelCells: leading,
      block: first.block,
      endWord: row.at(-1)?.lastWord ?? 0,
      bounded: true,
    };
    if (words.length > 0) return found;
    if (slots.length >= columns) blankRow ??= found;
  }
  if (blankRow !== null) return blankRow;
  const reach: Reach = {
    labelStart: headerEnd,
    labelEnd: headerEnd,
    previousRow: null,
    lastWord: stream.words.length,
    lastCell: stream.cells.length,
    open: true,
  };
  const own = remainder(stream, headerEnd, headerWord, headerRow?.lastWord ?? 0, true);
  const first = stream.cells.findIndex(
    (each, index) =>
      index > lastHeader && (index >= behind || wordSlots(stream, each.firstWord, each.lastWord).length > 0),
  );
  const loose = looseSlots(stream, first, reach, () => false, script);
  const slots = [...own, ...loose.slots];
  // More cells than columns, empty ones at both ends: where the row begins cannot be told.
  const adrift = slots.length > columns && slots[0]?.text === '' && slots.at(-1)?.text === '';
  const explicit =
    loose.explicit && !adrift && !stream.deduplicated && slots.some((each) => each.text === '');
  return {
    kind: explicit ? 'separated' : 'loose',
    slots: adrift ? slots.filter((each) => each.text !== '') : slots,
    words: slots.filter((each) => each.text !== ''),
    labelCells: 0,
    block: headerRow?.block ?? -1,
    endWord: Math.max(headerWord + 1, own.at(-1)?.endWord ?? 0, loose.endWord),
    bounded: false,
  };
}
