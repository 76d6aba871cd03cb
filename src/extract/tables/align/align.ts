import type { Alignment } from '../../../model/index.js';
import type { HeaderColumn } from '../header/header-column.js';
import { isBlank } from '../settle/candidate.js';
import type { RowSlots } from '../slots/slots.js';
import { byCutting } from './by-cutting.js';
import { byGaps } from './by-gaps.js';
import { byGrid } from './by-grid.js';
import { byFullRow, byGluedValues, byOrder, bySurplus, byWindows, byWords } from './by-order.js';
import type { Found, Readings, RowToAlign, TableShape } from './readings.js';

/** Strategies in the order in which they are asked, what the document shows before what order and count leave open; the last is `byOrder`. */
const asked: readonly [Alignment, (row: RowToAlign) => Found | null][] = [
  ['grid', byGrid],
  ['glued', byGluedValues],
  ['full', byFullRow],
  ['words', byWords],
  ['run', byCutting],
  ['surplus', bySurplus],
  ['windows', byWindows],
  ['position', byGaps],
];

/** Which figure of a row stands under which column: the admissible readings, by what the source shows and before any arithmetic. */
export function alignRow(row: RowSlots, columns: readonly HeaderColumn[], table: TableShape): Readings {
  const filled = row.slots.filter((each) => !isBlank(each));
  const toAlign: RowToAlign = { ...table, row, columns, count: columns.length, filled };
  for (const [by, strategy] of asked) {
    const found = strategy(toAlign);
    if (found !== null) return { ...found, by };
  }
  return { ...byOrder(toAlign), by: 'order' };
}
