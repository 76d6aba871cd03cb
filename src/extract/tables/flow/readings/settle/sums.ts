/** A sum of the form over the cells of one row or one column, by their indexes. */
export interface LineSum {
  left: readonly number[];
  right: readonly number[];
}

/** A table as rows, columns and sums. */
export interface Form {
  rows: number;
  columns: number;
  /** Sums along every row, over columns. */
  alongRows: readonly LineSum[];
  /** Sums along every column, over rows. */
  alongColumns: readonly LineSum[];
}

type Numbers = readonly (number | null)[];

const total = (indexes: readonly number[], at: (index: number) => number): number =>
  indexes.reduce((sum, index) => sum + at(index), 0);

export const isNothing = (difference: number): boolean => Math.abs(difference) < 1e-6;

/** By how much the left side is more than the right one. */
export const excess = ({ left, right }: LineSum, at: (index: number) => number): number =>
  total(left, at) - total(right, at);

/** How many sums along the given rows do not hold; a mark or an empty cell counts as nothing. */
export function brokenAlong(
  cells: readonly number[],
  numbers: Numbers,
  columns: number,
  sums: readonly LineSum[],
): number {
  let broken = 0;
  for (let from = 0; from < cells.length; from += columns) {
    const at = (index: number) => numbers[cells[from + index] ?? -1] ?? 0;
    for (const sum of sums) if (!isNothing(excess(sum, at))) broken += 1;
  }
  return broken;
}

/** How many sums along the columns cannot hold, whatever stands in the rows to come. */
export function leastBroken(
  cells: readonly number[],
  numbers: Numbers,
  columns: number,
  sums: readonly LineSum[],
): number {
  const rows = cells.length / columns;
  const isRead = (index: number) => index < rows;
  let broken = 0;
  for (let column = 0; column < columns; column += 1) {
    const at = (row: number) => (row < rows ? (numbers[cells[row * columns + column] ?? -1] ?? 0) : 0);
    for (const sum of sums) {
      const { left, right } = sum;
      if (left.every(isRead) && right.every(isRead)) {
        if (!isNothing(excess(sum, at))) broken += 1;
        continue;
      }
      // What a whole may be at most, another sum tells of which it is a part.
      const [whole, second] = right;
      if (whole === undefined || second !== undefined) continue;
      const above = sums.find(
        (other) => other !== sum && other.right.includes(whole) && other.left.every(isRead),
      );
      if (above !== undefined && total(left, at) > total(above.left, at) + 1e-6) broken += 1;
    }
  }
  return broken;
}

/** A sum over cells of the whole table, with the sign of each. */
type Signed = ReadonlyMap<number, number>;

const signed = ({ left, right }: LineSum, cellAt: (index: number) => number): Signed =>
  new Map([
    ...left.map((index) => [cellAt(index), 1] as const),
    ...right.map((index) => [cellAt(index), -1] as const),
  ]);

/**
 * Whether the sums hold, or would if one cell were another: a report may have a wrong figure, but figures that a reading puts into wrong cells are
 * wrong in two places.
 */
export function isOneCellWrongAtMost(
  cells: readonly number[],
  numbers: Numbers,
  columns: number,
  alongRows: readonly LineSum[],
  alongColumns: readonly LineSum[],
): boolean {
  const rows = cells.length / columns;
  const all = [
    ...Array.from({ length: rows }, (_, row) =>
      alongRows.map((sum) => signed(sum, (index) => row * columns + index)),
    ).flat(),
    ...Array.from({ length: columns }, (_, column) =>
      alongColumns.map((sum) => signed(sum, (index) => index * columns + column)),
    ).flat(),
  ].map((sum) => {
    let difference = 0;
    for (const [cell, sign] of sum) difference += sign * (numbers[cells[cell] ?? -1] ?? 0);
    return { sum, difference };
  });
  const broken = all.filter(({ difference }) => !isNothing(difference));
  const [first] = broken;
  if (first === undefined) return true;
  return [...first.sum].some(([cell, sign]) => {
    const slip = first.difference * sign;
    return all.every(({ sum, difference }) => isNothing(difference - slip * (sum.get(cell) ?? 0)));
  });
}
