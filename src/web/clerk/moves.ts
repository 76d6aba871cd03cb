import type { CellAddress } from '../../model/index.js';

/** Where a figure stands: in which table, in which of its rows of figures, and which figure of the row it is. */
export interface Place {
  table: number;
  row: number;
  column: number;
}

type Grids = readonly (readonly (readonly CellAddress[])[])[];

/** The figure above or below, in the table before or after at its edge. */
function vertical({ table, row, column }: Place, by: 1 | -1, grids: Grids): CellAddress | null {
  const rows = grids.flat();
  const above = grids.slice(0, table).reduce((sum, each) => sum + each.length, 0);
  const next = rows[above + row + by];
  return next?.[Math.min(column, next.length - 1)] ?? null;
}

/** Where a key leads from a figure, as in a spreadsheet; `null`: it stays. Arrows to the side leave a text only at its ends. */
export function moveOn(
  { key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent,
  { selectionStart, selectionEnd, value }: HTMLInputElement,
  place: Place,
  grids: Grids,
): CellAddress | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (key === 'Enter') return vertical(place, shiftKey ? -1 : 1, grids);
  if (key === 'ArrowDown') return vertical(place, 1, grids);
  if (key === 'ArrowUp') return vertical(place, -1, grids);
  const row = grids[place.table]?.[place.row] ?? [];
  const whole = selectionStart === 0 && selectionEnd === value.length;
  if (key === 'ArrowRight' && (whole || selectionStart === value.length))
    return row[place.column + 1] ?? null;
  if (key === 'ArrowLeft' && (whole || selectionEnd === 0)) return row[place.column - 1] ?? null;
  return null;
}
