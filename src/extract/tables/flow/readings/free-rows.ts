import { excess, isNothing, type LineSum } from './settle/sums.js';

/** More ways to place the figures of free rows are not told apart. */
const mostWays = 200;

/** One or two rows whose figures come in any order, by their index, and what is known of the others. */
export interface FreeRows {
  first: number;
  height: number;
  /** Row by row, what stands in the rows of the table; that of the free ones is not looked at. */
  cells: readonly number[];
  columns: number;
  numbers: readonly (number | null)[];
  alongColumns: readonly LineSum[];
}

/**
 * The ways in which the figures of free rows fill them so that in each column a sum holds: the lower figure of a column comes behind the upper one.
 * Row by row, the indexes of the figures of all rows. Empty where no sum of the columns is over the free rows.
 */
export function placedBySums(free: FreeRows): number[][] {
  const { first, height, cells, columns, numbers, alongColumns } = free;
  const isFree = (row: number) => row >= first && row < first + height;
  const sum = alongColumns.find(
    ({ left, right }) => left.filter(isFree).length === height || right.filter(isFree).length === height,
  );
  if (sum === undefined) return [];
  const isLeft = sum.left.some(isFree);
  const numberAt = (index: number) => numbers[index] ?? 0;
  const needed = Array.from({ length: columns }, (_, column) => {
    const rest = excess(sum, (row) => (isFree(row) ? 0 : numberAt(cells[row * columns + column] ?? -1)));
    return isLeft ? -rest : rest;
  });
  // The greatest first: what is left of nothing fits anywhere.
  const order = needed.map((_, column) => column).sort((a, b) => (needed[b] ?? 0) - (needed[a] ?? 0));
  let ways: { left: readonly number[]; placed: ReadonlyMap<number, readonly number[]> }[] = [
    { left: cells.slice(first * columns, (first + height) * columns), placed: new Map() },
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
      const row = Math.floor(cell / columns);
      return isFree(row) ? (placed.get(cell % columns)?.[row - first] ?? index) : index;
    }),
  );
}

/** Figures that make up what a column needs, in their order; of equal figures those that leave most to choose. */
function fitting(
  left: readonly number[],
  height: number,
  needed: number,
  numberAt: (index: number) => number,
): number[][] {
  const found = new Map<string, number[]>();
  for (const [at, upper] of left.entries()) {
    if (height === 1) {
      if (isNothing(numberAt(upper) - needed)) return [[upper]];
      continue;
    }
    const lower = left.slice(at + 1).find((each) => isNothing(numberAt(upper) + numberAt(each) - needed));
    if (lower !== undefined) found.set(`${numberAt(upper)} ${numberAt(lower)}`, [upper, lower]);
  }
  return [...found.values()];
}
