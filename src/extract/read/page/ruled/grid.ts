import type { Box } from '../page.js';
import type { Ruling } from './rulings.js';

/** One cell of a ruled table with the grid columns and rows it covers. */
export interface GridCell extends Box {
  column: number;
  row: number;
  columnSpan: number;
  rowSpan: number;
}

export interface Grid extends Box {
  /** Edges between columns, ascending, one more than columns. */
  xs: number[];
  /** Edges between rows. */
  ys: number[];
  /** In reading order. */
  cells: GridCell[];
}

/** Edges nearer than this are one edge (points). */
const narrowest = 4;
/** Share of an edge that must be drawn for it to part two cells. */
const covered = 0.6;
/** A grid with more elementary cells is a drawing. */
const mostCells = 40_000;

/** Distinct positions; those nearer than `narrowest` to the one before are the same edge. */
function edgesOf(positions: readonly number[]): number[] {
  const edges: number[] = [];
  for (const at of [...positions].sort((one, other) => one - other)) {
    if (edges.length === 0 || at - (edges.at(-1) ?? 0) > narrowest) edges.push(at);
  }
  return edges;
}

/** Index of the edge nearest to a position. */
export const nearest = (edges: readonly number[], at: number): number => {
  let best = 0;
  for (let index = 1; index < edges.length; index++) {
    if (Math.abs((edges[index] ?? 0) - at) < Math.abs((edges[best] ?? 0) - at)) best = index;
  }
  return best;
};

/** For each edge the intervals between crossing edges on which it is drawn. */
function drawnOn(
  lines: Ruling['horizontal'],
  edges: readonly number[],
  across: readonly number[],
): boolean[][] {
  const length = edges.map(() => new Array<number>(across.length - 1).fill(0));
  for (const line of lines) {
    const row = length[nearest(edges, line.at)];
    if (row === undefined) continue;
    for (let index = 0; index + 1 < across.length; index++) {
      const [from = 0, to = 0] = [across[index], across[index + 1]];
      row[index] = (row[index] ?? 0) + Math.max(0, Math.min(line.to, to) - Math.max(line.from, from));
    }
  }
  return length.map((row) =>
    row.map((sum, index) => sum >= covered * ((across[index + 1] ?? 0) - (across[index] ?? 0))),
  );
}

/** The table that the lines draw: a missing inner line merges cells, parts without an outer line are outside. `null` if there is no cell. */
export function gridOf(ruling: Ruling): Grid | null {
  const xs = edgesOf(ruling.vertical.map((line) => line.at));
  const ys = edgesOf(ruling.horizontal.map((line) => line.at));
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 1 || rows < 1 || columns * rows > mostCells) return null;
  const lineAbove = drawnOn(ruling.horizontal, ys, xs);
  const lineBefore = drawnOn(ruling.vertical, xs, ys);
  const above = (row: number, column: number): boolean => lineAbove[row]?.[column] ?? false;
  const before = (row: number, column: number): boolean => lineBefore[column]?.[row] ?? false;

  const areas = areasOf(rows, columns, above, before);
  const cells = areas.flatMap(rectanglesOf).map(({ row, column, rowSpan, columnSpan }) => ({
    row,
    column,
    rowSpan,
    columnSpan,
    left: xs[column] ?? 0,
    right: xs[column + columnSpan] ?? 0,
    top: ys[row] ?? 0,
    bottom: ys[row + rowSpan] ?? 0,
  }));
  if (cells.length === 0) return null;
  cells.sort((one, other) => one.row - other.row || one.column - other.column);
  return { xs, ys, cells, left: xs[0] ?? 0, right: xs[columns] ?? 0, top: ys[0] ?? 0, bottom: ys[rows] ?? 0 };
}

type Place = { row: number; column: number };

/** Elementary cells that no line parts, without the areas that leak out of the table. */
function areasOf(
  rows: number,
  columns: number,
  above: (row: number, column: number) => boolean,
  before: (row: number, column: number) => boolean,
): Place[][] {
  const seen = new Uint8Array(rows * columns);
  const areas: Place[][] = [];
  for (let start = 0; start < rows * columns; start++) {
    if (seen[start] === 1) continue;
    seen[start] = 1;
    const area: Place[] = [];
    let leaks = false;
    const queue = [start];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const row = Math.floor(next / columns);
      const column = next % columns;
      area.push({ row, column });
      const step = (toRow: number, toColumn: number, line: boolean): void => {
        if (line) return;
        if (toRow < 0 || toRow >= rows || toColumn < 0 || toColumn >= columns) {
          leaks = true;
          return;
        }
        const place = toRow * columns + toColumn;
        if (seen[place] === 1) return;
        seen[place] = 1;
        queue.push(place);
      };
      step(row - 1, column, above(row, column));
      step(row + 1, column, above(row + 1, column));
      step(row, column - 1, before(row, column));
      step(row, column + 1, before(row, column + 1));
    }
    if (!leaks) areas.push(area);
  }
  return areas;
}

/** An area as one rectangle, or, when a line ends inside it, as the pieces of its rows, so that nothing runs together. */
function rectanglesOf(area: Place[]): { row: number; column: number; rowSpan: number; columnSpan: number }[] {
  const row = Math.min(...area.map((each) => each.row));
  const column = Math.min(...area.map((each) => each.column));
  const rowSpan = Math.max(...area.map((each) => each.row)) - row + 1;
  const columnSpan = Math.max(...area.map((each) => each.column)) - column + 1;
  if (rowSpan * columnSpan === area.length) return [{ row, column, rowSpan, columnSpan }];
  const pieces: { row: number; column: number; rowSpan: number; columnSpan: number }[] = [];
  for (const place of area.sort((one, other) => one.row - other.row || one.column - other.column)) {
    const last = pieces.at(-1);
    if (last !== undefined && last.row === place.row && last.column + last.columnSpan === place.column)
      last.columnSpan++;
    else pieces.push({ ...place, rowSpan: 1, columnSpan: 1 });
  }
  return pieces;
}
