import * as fc from 'fast-check';

/** One cell of a grid with merged cells, where its span begins. */
export interface GridCell {
  text: string;
  column: number;
  columnSpan: number;
  rowSpan: number;
}

/** The cells that begin in each row. */
export type Grid = GridCell[][];

const words = fc.constantFrom(
  '规章',
  '总计',
  '自然人',
  '社会公益\n组织',
  '0',
  '31',
  '92.2343',
  '-8',
  '/',
  '无',
  'a<b&c',
  '1 205',
);

/**
 * Tables of at least two columns and rows with rectangular merged cells. Cells inside may be empty; every row begins some cell, and
 * no row or column is without text; the first row is no title over the whole width.
 */
export const grids: fc.Arbitrary<Grid> = fc
  .tuple(
    fc.integer({ min: 2, max: 7 }),
    fc.integer({ min: 2, max: 7 }),
    fc.infiniteStream(
      fc.tuple(
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 3 }),
        words,
      ),
    ),
  )
  .map(([width, height, choices]) => laidOut(width, height, choices))
  .filter((grid) => grid.every((row) => row.length > 0) && (grid[0]?.length ?? 0) > 1);

function laidOut(width: number, height: number, choices: Iterable<[number, number, number, string]>): Grid {
  const taken = Array.from({ length: height }, () => new Array<boolean>(width).fill(false));
  const next = choices[Symbol.iterator]();
  return taken.map((row, top) => {
    const cells: GridCell[] = [];
    for (let column = 0; column < width; column += 1) {
      if (row[column] === true) continue;
      const [chance, wide, tall, text] = (next.next().value ?? [0, 1, 1, '0']) as [
        number,
        number,
        number,
        string,
      ];
      const merges = chance < 3;
      let columnSpan = 1;
      while (merges && columnSpan < wide && row[column + columnSpan] === false) columnSpan += 1;
      const rowSpan = merges ? Math.min(tall, height - top) : 1;
      for (let down = 0; down < rowSpan; down += 1)
        taken[top + down]?.fill(true, column, column + columnSpan);
      const inner = top > 0 && column > 0 && column + columnSpan < width;
      cells.push({ text: inner && chance === 9 ? '' : text, column, columnSpan, rowSpan });
    }
    return cells;
  });
}

/** The grid with columns renumbered by the edges that some cell has, as formats know them that draw edges. */
export function byEdges(grid: Grid): Grid {
  const edges = [
    ...new Set(grid.flat().flatMap((cell) => [cell.column, cell.column + cell.columnSpan])),
  ].sort((a, b) => a - b);
  const rank = (edge: number) => edges.indexOf(edge);
  return grid.map((row) =>
    row.map((cell) => ({
      ...cell,
      column: rank(cell.column),
      columnSpan: rank(cell.column + cell.columnSpan) - rank(cell.column),
    })),
  );
}

/** For every position of the grid the cell there, and whether it begins in this row and column. */
export function positions(grid: Grid): { cell: GridCell; row: number; first: boolean; left: boolean }[][] {
  const width = Math.max(...grid.flat().map((cell) => cell.column + cell.columnSpan));
  const all = grid.map(
    () => new Array<{ cell: GridCell; row: number; first: boolean; left: boolean }>(width),
  );
  grid.forEach((row, top) => {
    for (const cell of row)
      for (let down = 0; down < cell.rowSpan; down += 1)
        for (let right = 0; right < cell.columnSpan; right += 1) {
          const position = all[top + down];
          if (position !== undefined)
            position[cell.column + right] = { cell, row: top, first: down === 0, left: right === 0 };
        }
  });
  return all;
}
