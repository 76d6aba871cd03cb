import type { Occurrence } from '../rows/occurrences.js';
import { keyStart, wordAt } from '../stream/lookup.js';
import type { Stream } from '../stream/stream.js';
import type { HeaderColumn } from './header-column.js';
import { itemAt, further, type KeyPosition, type CellPosition } from '../positions.js';

/** Short labels among the header cells that no label of the form explains: columns of the document's own. */
const foreignColumn = /^(?:小计|合计|小计数|扣除|占比|比例|百分比|同比|备注)$/;

/** Columns of the document's own between two positions of the key, beside the labels of the form that are `claimed`. */
export function foreignColumns(
  stream: Stream,
  from: KeyPosition,
  to: KeyPosition,
  claimed: readonly Occurrence[],
): { label: string; cell: CellPosition; start: KeyPosition }[] {
  const found: { label: string; cell: CellPosition; start: KeyPosition }[] = [];
  if (to <= from) return found;
  for (let i = wordAt(stream, from); i < stream.words.length && keyStart(stream, i) < to; i = further(i)) {
    const word = itemAt(stream.words, i);
    const start = keyStart(stream, i);
    if (word === undefined || start < from || !foreignColumn.test(word.key)) continue;
    if (!claimed.some((each) => each.start < start + word.key.length && start < each.end))
      found.push({ label: word.raw, cell: word.cell, start });
  }
  return found;
}

/** Puts a column of the document's own where the document has it. */
export function insertForeign(
  stream: Stream,
  columns: HeaderColumn[],
  { label, cell }: { label: string; cell: CellPosition },
  grid: boolean,
): void {
  const own = itemAt(stream.cells, cell);
  const column = grid && own?.grid === true ? own.column : null;
  const foreign = { mark: null, label, found: true, column, columnSpan: own?.columnSpan ?? 1, cell };
  columns.splice(placeAmong(stream, columns, cell, column), 0, foreign);
}

/** By the columns of the grid; else beside the labels of its own row, which may stand below others. */
function placeAmong(
  stream: Stream,
  columns: readonly HeaderColumn[],
  cell: CellPosition,
  column: number | null,
): number {
  if (column !== null)
    return columns.findLastIndex((each) => each.column !== null && each.column < column) + 1;
  const row = itemAt(stream.cells, cell)?.row;
  const before = columns.flatMap((each, at) => (each.cell !== null && each.cell < cell ? [at] : []));
  const isBeside = (at: number) => itemAt(stream.cells, columns[at]?.cell ?? undefined)?.row === row;
  const beside = before.findLast(isBeside);
  if (beside !== undefined) return beside + 1;
  const behind = columns.findIndex((each, at) => isBeside(at) && each.cell !== cell);
  return behind >= 0 ? behind : (before.at(-1) ?? -1) + 1;
}
