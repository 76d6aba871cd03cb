import type { CellAddress, Outcome, Report } from '../model/index.js';
import type { FormCells } from './form-cells.js';

/** A cell that equations speak of. `value` is `null` when no number was read: then any number will do. */
export interface Variable {
  cell: CellAddress;
  value: number | null;
  /** Below zero is possible. */
  signed: boolean;
  /** Need not be whole. */
  decimal: boolean;
}

export interface Term {
  /** Index into the variables of the system. */
  variable: number;
  cell: CellAddress;
  coefficient: number;
}

/** Σ coefficient · variable = 0. `open`: one of its cells has no number, so that nobody can say whether it holds. */
export interface Constraint {
  terms: Term[];
  state: 'holds' | 'fails' | 'open';
  /** The failed outcomes that state it. */
  outcomes: Outcome[];
}

/** Equations that hang together by common cells, both in the order of the form. */
export interface System {
  variables: Variable[];
  constraints: Constraint[];
}

interface Equation {
  cells: Map<CellAddress, number>;
  state: Constraint['state'];
  outcomes: Outcome[];
}

/** The equations that arithmetic outcomes state, in parts that have no cell in common. */
export function systemsOf(report: Report, outcomes: readonly Outcome[], form: FormCells): System[] {
  const order = new Map(Object.keys(report.cells).map((cell, index) => [cell, index]));
  const stated = equationsOf(report, outcomes);
  const equations = stated
    .filter((each) => each.state !== 'open' || isPossible(each, report, form) || touchesFailure(each, stated))
    .map((each) => ({
      ...each,
      places: [...each.cells.keys()].map((cell) => order.get(cell) ?? 0).sort(ascending),
    }))
    .sort((one, other) => compareLists(one.places, other.places));
  return connected(equations).map((part) => systemOf(part, report, form, order));
}

/** Each equation once. Those of mere hints, and those with cells that the report does not have, constrain nothing. */
function equationsOf(report: Report, outcomes: readonly Outcome[]): Equation[] {
  const byText = new Map<string, Equation>();
  for (const outcome of outcomes) {
    if (outcome.category !== 'arithmetic' || outcome.severity === 'info' || outcome.equation === null)
      continue;
    const cells = new Map<CellAddress, number>();
    for (const { cell, coefficient } of outcome.equation.terms) {
      cells.set(cell, (cells.get(cell) ?? 0) + coefficient);
    }
    for (const [cell, coefficient] of cells) if (coefficient === 0) cells.delete(cell);
    const state = stateOf(outcome, cells, report);
    if (state === null) continue;
    const text = [...cells]
      .map(([cell, coefficient]) => `${coefficient} ${cell}`)
      .sort()
      .join(' + ');
    const known = byText.get(text) ?? { cells, state, outcomes: [] };
    if (state === 'fails') known.outcomes.push(outcome);
    byText.set(text, known);
  }
  return [...byText.values()];
}

function stateOf(
  outcome: Outcome,
  cells: ReadonlyMap<CellAddress, number>,
  report: Report,
): Constraint['state'] | null {
  let open = false;
  let sum = 0;
  for (const [address, coefficient] of cells) {
    const cell = report.cells[address];
    if (cell === undefined) return null;
    if (cell.value === null) open = true;
    else sum += coefficient * cell.value;
  }
  if (outcome.verdict === 'notAssessable') return open ? 'open' : null;
  if (open) return null;
  return outcome.verdict === 'fail' && Math.abs(sum) > 1e-9 ? 'fails' : 'holds';
}

/** Whether some numbers in the cells without one could make the equation hold. */
function isPossible(equation: Equation, report: Report, form: FormCells): boolean {
  let sum = 0;
  let lifts = false;
  let lowers = false;
  for (const [address, coefficient] of equation.cells) {
    const value = report.cells[address]?.value ?? null;
    if (value !== null) sum += coefficient * value;
    else if (form.isSigned(address)) return true;
    else if (coefficient > 0) lifts = true;
    else lowers = true;
  }
  return sum === 0 || (sum < 0 ? lifts : lowers);
}

/** An equation with gaps that cannot hold is nobody's finding; it only matters where it bears on one that failed. */
function touchesFailure(equation: Equation, all: readonly Equation[]): boolean {
  return all.some(
    (each) => each.state === 'fails' && [...each.cells.keys()].some((cell) => equation.cells.has(cell)),
  );
}

function connected<T extends { cells: ReadonlyMap<CellAddress, number> }>(equations: readonly T[]): T[][] {
  const part = equations.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (part[root] !== root) root = part[root] ?? root;
    return root;
  };
  const owner = new Map<CellAddress, number>();
  for (const [index, { cells }] of equations.entries()) {
    for (const cell of cells.keys()) {
      const first = owner.get(cell);
      if (first === undefined) owner.set(cell, index);
      else {
        const [low, high] = [rootOf(first), rootOf(index)].sort(ascending);
        if (low !== undefined && high !== undefined) part[high] = low;
      }
    }
  }
  const parts = new Map<number, T[]>();
  for (const [index, equation] of equations.entries()) {
    const root = rootOf(index);
    parts.set(root, [...(parts.get(root) ?? []), equation]);
  }
  return [...parts.values()];
}

function systemOf(
  equations: readonly Equation[],
  report: Report,
  form: FormCells,
  order: ReadonlyMap<CellAddress, number>,
): System {
  const cells = [...new Set(equations.flatMap((each) => [...each.cells.keys()]))].sort(
    (one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0),
  );
  const index = new Map(cells.map((cell, at) => [cell, at]));
  return {
    variables: cells.map((cell) => ({
      cell,
      value: report.cells[cell]?.value ?? null,
      signed: form.isSigned(cell),
      decimal: form.isDecimal(cell),
    })),
    constraints: equations.map(({ cells: own, state, outcomes }) => ({
      terms: [...own]
        .map(([cell, coefficient]) => ({ variable: index.get(cell) ?? 0, cell, coefficient }))
        .sort((one, other) => one.variable - other.variable),
      state,
      outcomes,
    })),
  };
}

const ascending = (one: number, other: number): number => one - other;

export function compareLists(one: readonly number[], other: readonly number[]): number {
  for (const [index, value] of one.entries()) {
    const against = other[index];
    if (against === undefined) return 1;
    if (value !== against) return value - against;
  }
  return one.length - other.length;
}
