import { settle } from './settle.js';
import type { System } from './system.js';
import { coefficient, solveFor, type Row, type Work } from '../../linear/tableau.js';

/** A variable to change and the only value it can then have; `null` when the equations leave it open. */
export interface Change {
  variable: number;
  to: number | null;
}

export interface Localisation {
  /** All smallest sets of changes that satisfy every equation, in the order of the form. */
  sets: Change[][];
  /** `false`: there may be more sets of this size. */
  complete: boolean;
}

/** Where the search gives up: row operations in all, cells to change, sets to list. */
export interface Limits {
  work: number;
  changes: number;
  sets: number;
}

export const defaultLimits: Limits = { work: 25_000, changes: 8, sets: 500 };

enum Mark {
  /** Keeps its value. */
  Fixed,
  /** May have any value. */
  Free,
  /** Keeps its value in this branch: the sets that change it have been listed. */
  Kept,
}

/**
 * Error localisation after Fellegi and Holt (1976): which cells are the fewest that, changed, satisfy every equation.
 * When the free cells cannot, some combination of the equations proves it; one of the other cells in that combination has to change
 * too, so the search branches on those. `null`: not found within the limits.
 */
export function localise(system: System, limits: Limits = defaultLimits): Localisation | null {
  const scale = scaleOf(system);
  const values = system.variables.map(({ value }) => (value === null ? 0 : Math.round(value * scale)));
  const units = system.variables.map(({ decimal }) => (decimal ? 1 : scale));
  const bounded = system.variables.map(({ signed }) => !signed);
  const marks = system.variables.map(({ value }): Mark => (value === null ? Mark.Free : Mark.Fixed));
  const work: Work = { left: limits.work };
  const sets: Change[][] = [];

  /** Frees the variable: from now on the rows speak of its value, no longer of its change. */
  const release = (rows: readonly Row[], variable: number): readonly Row[] => {
    marks[variable] = Mark.Free;
    const value = values[variable] ?? 0;
    return solveFor(value === 0 ? rows : rows.map((row) => shifted(row, variable, value)), variable, work);
  };

  let start = rowsOf(system, values);
  for (const [variable, mark] of marks.entries()) if (mark === Mark.Free) start = release(start, variable);
  const wrong = impossible(system);
  for (const variable of wrong) start = release(start, variable);

  /** Whether the free variables alone cannot satisfy the row, whatever their values. */
  const isProof = (row: Row, free: readonly number[]): boolean => {
    if (row.basic < 0) return row.constant !== 0;
    if (row.constant >= 0 || bounded[row.basic] === false) return false;
    return free.every((each) => {
      const own = coefficient(row, each);
      return own === 0 || (own > 0 && bounded[each] === true);
    });
  };

  /** The fixed variables in the row; where it lacks an amount, those whose change can bring it. A repair contains one of them. */
  const candidatesOf = (row: Row, because: 'short' | 'fraction' = 'short'): number[] => {
    work.left -= 1;
    const candidates: number[] = [];
    for (let index = 0; index < marks.length; index += 1) {
      const own = row.coefficients[index] ?? 0;
      if (own === 0 || marks[index] !== Mark.Fixed) continue;
      const byRising = own > 0 === row.constant > 0;
      const mayFall = bounded[index] === false || (values[index] ?? 0) > 0;
      if (because === 'fraction' || byRising || mayFall) candidates.push(index);
    }
    return candidates;
  };

  /** Whether the variable alone brings every unsolved row to its constant. */
  const suffices = (variable: number, rows: readonly Row[], first: Row): boolean => {
    const own = coefficient(first, variable);
    return rows.every(
      (row) => row.basic >= 0 || coefficient(row, variable) * first.constant === own * row.constant,
    );
  };

  const branch = (
    rows: readonly Row[],
    candidates: readonly number[],
    chosen: number[],
    left: number,
  ): void => {
    for (const variable of candidates) {
      search(release(rows, variable), [...chosen, variable], left - 1);
      marks[variable] = Mark.Kept;
    }
    for (const variable of candidates) marks[variable] = Mark.Fixed;
  };

  const search = (rows: readonly Row[], chosen: number[], left: number): void => {
    work.left -= 1;
    if (work.left < 0 || sets.length > limits.sets) return;
    const free = marks.flatMap((mark, index) => (mark === Mark.Free ? [index] : []));
    const proofs = rows.filter((row) => isProof(row, free));
    if (proofs.length === 0) {
      const settled = settle(rows, chosen, { free, units, bounded }, work);
      if (settled.feasible) sets.push(changesOf(chosen, settled.values, scale));
      else if (left > 0) branch(rows, candidatesOf(settled.proof, settled.because), chosen, left);
      return;
    }
    if (left === 0) return;
    const lists = proofs.map((row) => candidatesOf(row)).sort((one, other) => one.length - other.length);
    const shortest = lists[0] ?? [];
    if (disjoint(lists) > left) return;
    const first = proofs.find((row) => row.basic < 0);
    const candidates =
      left > 1 || first === undefined ? shortest : shortest.filter((each) => suffices(each, rows, first));
    branch(rows, candidates, chosen, left);
  };

  for (let size = 0; wrong.length + size <= limits.changes; size += 1) {
    search(start, wrong, size);
    if (sets.length > 0) {
      const complete = work.left >= 0 && sets.length <= limits.sets;
      return { sets: sets.slice(0, limits.sets), complete };
    }
    if (work.left < 0) return null;
  }
  return null;
}

/** A power of ten that makes every value whole. */
function scaleOf({ variables }: System): number {
  return 10 ** Math.max(0, ...variables.map(({ value }) => decimalsOf(value ?? 0)));
}

function decimalsOf(value: number): number {
  const [, fraction = ''] = String(value).split('.');
  return Math.min(fraction.length, 6);
}

/** What a change of the variables has to add up to in each equation. Equations that are said to hold are taken to hold. */
function rowsOf({ variables, constraints }: System, values: readonly number[]): readonly Row[] {
  return constraints.map(({ terms, state }) => {
    const digits = Math.max(0, ...terms.map((term) => decimalsOf(term.coefficient)));
    const row: Row = { coefficients: new Float64Array(variables.length), constant: 0, basic: -1 };
    for (const term of terms) {
      const whole = Math.round(term.coefficient * 10 ** digits);
      row.coefficients[term.variable] = whole;
      if (state !== 'holds') row.constant -= whole * (values[term.variable] ?? 0);
    }
    return row;
  });
}

function shifted(row: Row, variable: number, value: number): Row {
  const own = coefficient(row, variable);
  return own === 0 ? row : { ...row, constant: row.constant + own * value };
}

/** Cells of failed equations whose number can only be wrong: below zero, or not whole. They are part of every repair. */
function impossible({ variables, constraints }: System): number[] {
  const failing = constraints.filter(({ state }) => state === 'fails').flatMap(({ terms }) => terms);
  return [...new Set(failing.map((term) => term.variable))]
    .sort((one, other) => one - other)
    .filter((index) => {
      const variable = variables[index];
      if (variable === undefined || variable.value === null) return false;
      return (
        (variable.value < 0 && !variable.signed) || (!Number.isInteger(variable.value) && !variable.decimal)
      );
    });
}

/** How many of the lists, taken greedily, have no candidate in common: at least as many changes are needed. */
function disjoint(lists: readonly number[][]): number {
  const used = new Set<number>();
  let count = 0;
  for (const list of lists) {
    if (list.some((each) => used.has(each))) continue;
    for (const each of list) used.add(each);
    count += 1;
  }
  return count;
}

function changesOf(chosen: readonly number[], values: ReadonlyMap<number, number>, scale: number): Change[] {
  return [...chosen]
    .sort((one, other) => one - other)
    .map((variable) => {
      const value = values.get(variable);
      // Adding 0 makes 0 of -0.
      return { variable, to: value === undefined ? null : value / scale + 0 };
    });
}
