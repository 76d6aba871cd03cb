import { coefficient, exchange, greatestCommonDivisor, type Row, type Work } from './tableau.js';

export interface Freedom {
  /** Variables that may change, ascending. */
  free: readonly number[];
  /** Of what number the values must be multiples. */
  units: readonly number[];
  /** Whether the variable may not fall below zero. */
  bounded: readonly boolean[];
}

/**
 * Whether the free variables can take values that satisfy the rows, none below zero, all whole; `values` are those that the rows leave no
 * choice in. Otherwise `proof` is a row that cannot be satisfied unless one of its other variables changes too: because it is `short` of a
 * number not below zero, or because only a `fraction` would do.
 */
export type Settled =
  | { feasible: true; values: Map<number, number> }
  | { feasible: false; proof: Row; because: 'short' | 'fraction' };

/** Every unsolved row must have the constant 0. */
export function settle(rows: readonly Row[], freedom: Freedom, work: Work): Settled {
  const { free, bounded } = freedom;
  let solved: readonly Row[] = rows.filter((row) => row.basic >= 0);
  // Least index first (Bland), so that it ends.
  for (;;) {
    const negative = solved
      .filter((row) => bounded[row.basic] === true && row.constant < 0)
      .sort((one, other) => one.basic - other.basic)[0];
    if (negative === undefined || work.left < 0) break;
    const entering = free.find((each) => {
      const own = coefficient(negative, each);
      return each !== negative.basic && (own < 0 || (own > 0 && bounded[each] === false));
    });
    if (entering === undefined) return { feasible: false, proof: negative, because: 'short' };
    solved = exchange(solved, negative, entering, work);
  }
  return whole(solved, freedom);
}

function whole(solved: readonly Row[], { free, units }: Freedom): Settled {
  const values = new Map<number, number>();
  for (const row of solved) {
    const involved = free.filter((each) => coefficient(row, each) !== 0);
    const step = involved.reduce(
      (divisor, each) => greatestCommonDivisor(divisor, coefficient(row, each) * (units[each] ?? 1)),
      0,
    );
    if (step !== 0 && row.constant % step !== 0) return { feasible: false, proof: row, because: 'fraction' };
    if (involved.length === 1) values.set(row.basic, row.constant / coefficient(row, row.basic));
  }
  return { feasible: true, values };
}
