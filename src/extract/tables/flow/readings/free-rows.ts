import { beginning, further } from '../../positions.js';
import {
  cellAt,
  columnOf,
  listOf,
  rowOf,
  range,
  startOf,
  nowhere,
  type CellIndex,
  type ColumnIndex,
  type FigureIndex,
  type List,
  type RowIndex,
} from '../indexes.js';
import { excess, isNothing, type Cells, type LineSum, type Numbers } from './settle/sums.js';

/** More ways to place the figures of free rows are not told apart. */
const mostWays = 200;

/** One or two rows whose figures come in any order, by their index, and what is known of the others. */
export interface FreeRows {
  first: RowIndex;
  height: number;
  /** Row by row, what stands in the rows of the table; that of the free ones is not looked at. */
  cells: Cells;
  columns: number;
  numbers: Numbers;
  alongColumns: readonly LineSum<RowIndex>[];
}

/**
 * The ways in which the figures of free rows fill them so that in each column a sum holds: the lower figure of a column comes behind the upper one.
 * Empty where no sum of the columns is over the free rows.
 */
export function placedBySums(free: FreeRows): Cells[] {
  const { first, height, cells, columns, numbers, alongColumns } = free;
  const isFree = (row: RowIndex) => row >= first && row < first + height;
  const sum = alongColumns.find(
    ({ left, right }) => left.filter(isFree).length === height || right.filter(isFree).length === height,
  );
  if (sum === undefined) return [];
  const isLeft = sum.left.some(isFree);
  const numberAt = (index: FigureIndex) => numbers[index] ?? 0;
  const all = range<ColumnIndex>(beginning, columns);
  const needed: List<ColumnIndex, number> = listOf(
    all.map((column) => {
      const rest = excess(sum, (row) =>
        isFree(row) ? 0 : numberAt(cells[cellAt(row, column, columns)] ?? nowhere),
      );
      return isLeft ? -rest : rest;
    }),
  );
  // The greatest first: what is left of nothing fits anywhere.
  const order = all.sort((a, b) => (needed[b] ?? 0) - (needed[a] ?? 0));
  let ways: {
    left: List<CellIndex, FigureIndex>;
    placed: ReadonlyMap<ColumnIndex, readonly FigureIndex[]>;
  }[] = [
    {
      left: cells.slice(startOf(first, columns), startOf(further(first, height), columns)),
      placed: new Map(),
    },
  ];
  for (const column of order) {
    ways = ways.flatMap(({ left, placed }) =>
      fitting(left, height, needed[column] ?? 0, numberAt).map((taken) => ({
        left: left.filter((index) => !taken.includes(index)),
        placed: new Map([...placed, [column, taken]]),
      })),
    );
    if (ways.length > mostWays) return [];
  }
  return ways.map(({ placed }) =>
    cells.map((index, cell) => {
      const row = rowOf(cell, columns);
      return isFree(row) ? (placed.get(columnOf(cell, columns))?.[row - first] ?? index) : index;
    }),
  );
}

/** Figures that make up what a column needs, in their order; of equal figures those that leave most to choose. */
function fitting(
  left: Iterable<FigureIndex>,
  height: number,
  needed: number,
  numberAt: (index: FigureIndex) => number,
): FigureIndex[][] {
  const found = new Map<string, FigureIndex[]>();
  const all = [...left];
  for (const [at, upper] of all.entries()) {
    if (height === 1) {
      if (isNothing(numberAt(upper) - needed)) return [[upper]];
      continue;
    }
    const lower = all.slice(at + 1).find((each) => isNothing(numberAt(upper) + numberAt(each) - needed));
    if (lower !== undefined) found.set(`${numberAt(upper)} ${numberAt(lower)}`, [upper, lower]);
  }
  return [...found.values()];
}
