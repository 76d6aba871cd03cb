/** One equation in whole numbers: Σ coefficient · variable = constant. */
export interface Row {
  /** One coefficient per variable. */
  coefficients: Float64Array;
  constant: number;
  /** Variable that the row is solved for, with a positive coefficient; -1 while it is solved for none. */
  basic: number;
}

/** How many more row operations may be spent; below zero the answer is worthless. */
export interface Work {
  left: number;
}

export function coefficient(row: Row, variable: number): number {
  return row.coefficients[variable] ?? 0;
}

/** Solves one unsolved row for the variable and removes the variable from every other row; without such a row nothing changes. */
export function solveFor(rows: readonly Row[], variable: number, work: Work): readonly Row[] {
  let pivot: Row | undefined;
  for (const row of rows) {
    const size = Math.abs(coefficient(row, variable));
    if (row.basic >= 0 || size === 0) continue;
    if (pivot === undefined || size < Math.abs(coefficient(pivot, variable))) pivot = row;
  }
  return pivot === undefined ? rows : exchange(rows, pivot, variable, work);
}

/** Solves the given row for the variable instead of the one it may be solved for. */
export function exchange(rows: readonly Row[], pivot: Row, variable: number, work: Work): readonly Row[] {
  const solved = coefficient(pivot, variable) > 0 ? { ...pivot, basic: variable } : negate(pivot, variable);
  return rows.map((row) => {
    if (row === pivot) return solved;
    return coefficient(row, variable) === 0 ? row : eliminate(row, solved, variable, work);
  });
}

function negate(row: Row, basic: number): Row {
  return { coefficients: row.coefficients.map((each) => -each), constant: -row.constant, basic };
}

/**
 * Removes the variable from the row by means of one that is solved for it. Fraction-free: the row may come out multiplied by a positive
 * number, so that the variable it is solved for keeps a positive coefficient.
 */
export function eliminate(row: Row, pivot: Row, variable: number, work: Work): Row {
  work.left -= 1;
  const own = coefficient(pivot, variable);
  const other = coefficient(row, variable);
  const coefficients = new Float64Array(row.coefficients.length);
  let constant = own * row.constant - other * pivot.constant;
  let largest = Math.abs(constant);
  for (let index = 0; index < coefficients.length; index += 1) {
    const value = own * (row.coefficients[index] ?? 0) - other * (pivot.coefficients[index] ?? 0);
    coefficients[index] = value;
    if (Math.abs(value) > largest) largest = Math.abs(value);
  }
  // Beyond this, doubles no longer hold whole numbers exactly.
  if (largest > Number.MAX_SAFE_INTEGER) work.left = -1;
  if (own !== 1) {
    const divisor = coefficients.reduce(greatestCommonDivisor, Math.abs(constant));
    if (divisor > 1) {
      constant /= divisor;
      for (let index = 0; index < coefficients.length; index += 1) {
        coefficients[index] = (coefficients[index] ?? 0) / divisor;
      }
    }
  }
  return { coefficients, constant, basic: row.basic };
}

export function greatestCommonDivisor(one: number, other: number): number {
  let [a, b] = [Math.abs(one), Math.abs(other)];
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
