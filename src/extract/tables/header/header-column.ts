import type { Mark } from '../marks.js';
import type { CellPosition } from '../positions.js';

/** A column as the header of the document shows it, left to right. */
export interface HeaderColumn {
  /** `null` for a column that the form does not have (a subtotal). */
  mark: Mark | null;
  label: string;
  /** The header has the label; a column not found keeps its place in the form. */
  found: boolean;
  /** First column and width in the grid, when the document has one. */
  column: number | null;
  columnSpan: number;
  cell: CellPosition | null;
}
