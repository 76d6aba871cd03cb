import { extreme } from '../../linear/extreme.js';
import { coefficient, exchange, greatestCommonDivisor, type Row, type Work } from '../../linear/tableau.js';

export interface Freedom {
  /** Variables that may change, ascending. */
  free: readonly number[];
  /** Of what number the values must be multiples. */
  units: readonly number[];
  /** Whether the variable may not fall below zero. */
  bounded: readonly boolean[];
}

/**
 * Whether the free variables can take values that satisfy the rows, none below zero, all whole; `values` are those of the wanted variables
 * that have no choice. Otherwise `proof` is a row that cannot be satisfied unless one of its other variables changes too: because it is `short` of a
 * number not below zero, or because only a `fraction` would do.
 */
export type Settled =
  | { feasible: true; values: Map<number, number> }
  | { feasible: false; proof: Row; because: 'short' | 'fraction' };

/** Every unsolved row must have the constant 0. */
export function settle(
  rows: readonly Row[],
  wanted: readonly number[],
  freedom: Freedom,
  work: Work,
): Settled {
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
  const fraction = solved.find((row) => isFraction(row, freedom));
  if (fraction !== undefined) return { feasible: false, proof: fraction, because: 'fraction' };
  const values = new Map<number, number>();
  for (const variable of wanted) {
    const value = onlyValue(solved, variable, freedom, work);
    if (value !== null) values.set(variable, value);
  }
  return { feasible: true, values };
}

/** Whether no whole numbers satisfy the row. */
function isFraction(row: Row, { free, units }: Freedom): boolean {
  let step = 0;
  for (const each of free) {
    step = greatestCommonDivisor(step, coefficient(row, each) * (units[each] ?? 1));
  }
  return step !== 0 && row.constant % step !== 0;
}

function onlyValue(solved: readonly Row[], variable: number, freedom: Freedom, work: Work): number | null {
  const row = solved.find(({ basic }) => basic === variable);
  const isAlone = (own: Row): boolean =>
    freedom.free.every((each) => each === variable || coefficient(own, each) === 0);
  if (row !== undefined && isAlone(row)) return row.constant / coefficient(row, variable);
  const largest = extreme(solved, variable, 1, freedom, work);
  if (largest === null || !Number.isInteger(largest)) return null;
  return extreme(solved, variable, -1, freedom, work) === largest ? largest : null;
}
