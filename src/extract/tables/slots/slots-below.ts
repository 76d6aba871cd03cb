import type { Script } from '../../text/script.js';
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
import { cellOfWord, wordAt } from '../stream/lookup.js';
import type { Stream } from '../stream/stream.js';
import { itemAt, beginning, further, latest, type KeyPosition } from '../positions.js';

/** Slots of the single row below a header: the next row of cells that are values or empty, or the words up to the next text. */
export function slotsBelow(
  stream: Stream,
  headerEnd: KeyPosition,
  columns: number,
  script: Script,
): RowSlots {
  const headerWord = wordAt(stream, latest(beginning, further(headerEnd, -1)));
  const lastHeader = cellOfWord(stream, headerWord);
  const headerRow = itemAt(stream.cells, lastHeader);
  let start = further(lastHeader);
  const collapsed = headerRow !== undefined && headerRow.rowLength > 3 * columns;
  while (
    !collapsed &&
    itemAt(stream.cells, start) !== undefined &&
    itemAt(stream.cells, start)?.row === headerRow?.row
  )
    start = further(start);
  let blankRow: RowSlots | null = null;
  let behind = start;
  while (!collapsed && behind < stream.cells.length) {
    const first = itemAt(stream.cells, behind);
    if (first === undefined || first.rowLength < 2) break;
    const row = stream.cells.slice(behind, further(behind, first.rowLength - first.position));
    behind = further(behind, row.length);
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
      endWord: row.at(-1)?.lastWord ?? beginning,
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
  const own = remainder(stream, headerEnd, headerWord, headerRow?.lastWord ?? beginning, true);
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
    endWord: latest(further(headerWord), own.at(-1)?.endWord ?? beginning, loose.endWord),
    bounded: false,
  };
}
