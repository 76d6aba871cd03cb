import { coefficient, eliminate, exchange, type Row, type Work } from './tableau.js';

/**
 * The largest (`direction` 1) or smallest (-1) value of a variable that the solved rows allow, by the simplex method; `null`: there is none.
 * Each row must be solved for a variable, with a value not below zero where that is its bound.
 */
export function extreme(
  solved: readonly Row[],
  variable: number,
  direction: 1 | -1,
  { free, bounded }: { free: readonly number[]; bounded: readonly boolean[] },
  work: Work,
): number | null {
  let rows = solved;
  let gain: Row = { coefficients: new Float64Array(bounded.length), constant: 0, basic: -1 };
  gain.coefficients[variable] = direction;
  const own = rows.find((row) => row.basic === variable);
  if (own !== undefined) gain = eliminate(gain, own, variable, work);
  // Least index first (Bland), so that it ends.
  while (work.left >= 0) {
    const entering = free.find((each) => {
      const rate = coefficient(gain, each);
      return rate > 0 || (rate < 0 && bounded[each] === false);
    });
    if (entering === undefined) {
      const row = rows.find(({ basic }) => basic === variable);
      return row === undefined ? 0 : row.constant / coefficient(row, variable);
    }
    const leaving = bounded[entering] === true ? tightest(rows, entering, bounded) : undefined;
    if (leaving === undefined) return null;
    rows = exchange(rows, leaving, entering, work);
    const pivot = rows.find(({ basic }) => basic === entering);
    if (pivot !== undefined) gain = eliminate(gain, pivot, entering, work);
  }
  return null;
}

/** The row whose variable first falls to zero when the entering variable grows. */
function tightest(rows: readonly Row[], entering: number, bounded: readonly boolean[]): Row | undefined {
  return rows
    .filter((row) => bounded[row.basic] === true && coefficient(row, entering) > 0)
    .sort(
      (one, other) =>
        one.constant * coefficient(other, entering) - other.constant * coefficient(one, entering) ||
        one.basic - other.basic,
    )[0];
}
