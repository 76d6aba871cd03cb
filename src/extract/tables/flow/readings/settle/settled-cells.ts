import type { CellIndex, FigureIndex, List } from '../../indexes.js';

/** Which figure each cell of a table holds. */
export interface SettledCells {
  /** For each cell the index of its figure, `null` where the readings differ. */
  cells: List<CellIndex, FigureIndex | null>;
  /** Whether sums of the form chose the figure of the cell; otherwise its place follows from the order. */
  bySums: List<CellIndex, boolean>;
}

/**
 * Whether the figures are all that there are, or one of several choices among more: those count that break no sum, or where none does, those that
 * one wrong cell explains, as far as they agree.
 */
export type Choice = 'only' | 'unbroken' | 'slip';
