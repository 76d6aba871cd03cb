import { extreme } from '../../linear/extreme.js';
import { coefficient, solveFor, type Row, type Work } from '../../linear/tableau.js';

/** Σ coefficient · quantity = constant, or ≥ constant; coefficients and constant whole. */
export interface Constraint {
  terms: ReadonlyMap<string, number>;
  sense: '=' | '>=';
  constant: number;
}

const MOST_WORK = 20_000;

/**
 * Whether numbers exist that meet all constraints; those for which `signed` holds may be negative. Exact over the rational numbers. `null`:
 * not found out within bounds.
 *
 * The constants are multiplied by one more quantity, which makes every constraint homogeneous: all zero is then a solution to start from,
 * and the question becomes whether that quantity can grow.
 */
export function feasible(
  constraints: readonly Constraint[],
  signed: (quantity: string) => boolean,
): boolean | null {
  const numbers = new Map<string, number>();
  const numberOf = (name: string): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, numbers.size);
    return numbers.size - 1;
  };
  const scale = numberOf('');
  const sparse = constraints.map(({ terms, sense, constant }, index) => {
    const entries = new Map<number, number>([[scale, -constant]]);
    const add = (name: string, value: number): void => {
      const at = numberOf(name);
      entries.set(at, (entries.get(at) ?? 0) + value);
    };
    for (const [name, value] of terms) {
      add(`+${name}`, value);
      if (signed(name)) add(`-${name}`, -value);
    }
    const slack = sense === '=' ? null : numberOf(`slack ${index}`);
    if (slack !== null) entries.set(slack, -1);
    return { entries, slack };
  });
  const width = numbers.size;
  const work: Work = { left: MOST_WORK };
  let rows: readonly Row[] = sparse.map(({ entries }) => {
    const coefficients = new Float64Array(width);
    for (const [at, value] of entries) coefficients[at] = value;
    return { coefficients, constant: 0, basic: -1 };
  });
  for (const { slack } of sparse) if (slack !== null) rows = solveFor(rows, slack, work);
  for (let variable = 0; variable < width; variable += 1) {
    if (variable !== scale && rows.every(({ basic }) => basic !== variable))
      rows = solveFor(rows, variable, work);
  }
  const unsolved = rows.find((row) => row.basic < 0 && coefficient(row, scale) !== 0);
  if (unsolved !== undefined) return work.left < 0 ? null : false;
  rows = rows.filter(({ basic }) => basic >= 0);
  const bounded = Array.from({ length: width }, () => true);
  const free = Array.from({ length: width }, (_, at) => at);
  const most = extreme(rows, scale, 1, { free, bounded }, work);
  if (work.left < 0) return null;
  return most === null;
}

/** Nothing but zeros meets the constraint. */
export function holdsForZeros({ sense, constant }: Constraint): boolean {
  return sense === '=' ? constant === 0 : constant <= 0;
}
