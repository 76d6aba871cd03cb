import type { CellAddress, Outcome, Report } from '../../model/index.js';
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
  /** The outcomes that state it. */
  outcomes: Outcome[];
}

/** Equations that hang together by common cells, both in the order of the form; without variables when all of them hold. */
export interface System {
  variables: Variable[];
  constraints: Constraint[];
}

/** The equations that arithmetic outcomes state, in parts that have no cell in common. */
export function systemsOf(report: Report, outcomes: readonly Outcome[], form: FormCells): System[] {
  const order = new Map(Object.keys(report.cells).map((cell, index) => [cell, index]));
  const constraints = constraintsOf(report, outcomes, order).sort((one, other) =>
    compareLists(
      one.terms.map(({ variable }) => variable),
      other.terms.map(({ variable }) => variable),
    ),
  );
  return connected(constraints).map((part) =>
    part.every(({ state }) => state === 'holds')
      ? { variables: [], constraints: part }
      : systemOf(part, report, form),
  );
}

/**
 * Each equation once, its variables numbered as the cells of the report. Those of mere hints, and those with cells that the report does not
 * have, constrain nothing.
 */
function constraintsOf(
  report: Report,
  outcomes: readonly Outcome[],
  order: ReadonlyMap<CellAddress, number>,
): Constraint[] {
  const byText = new Map<string, Constraint>();
  for (const outcome of outcomes) {
    if (outcome.category !== 'arithmetic' || outcome.severity === 'info' || outcome.equation === null)
      continue;
    const terms = termsOf(outcome.equation.terms, order);
    const state = terms === null ? null : stateOf(outcome, terms, report);
    if (terms === null || terms.length === 0 || state === null) continue;
    const text = terms.map(({ variable, coefficient }) => `${coefficient}*${variable}`).join('+');
    const known = byText.get(text);
    if (known === undefined) byText.set(text, { terms, state, outcomes: [outcome] });
    else known.outcomes.push(outcome);
  }
  return [...byText.values()];
}

function termsOf(
  stated: readonly { cell: CellAddress; coefficient: number }[],
  order: ReadonlyMap<CellAddress, number>,
): Term[] | null {
  const terms = new Map<CellAddress, Term>();
  for (const { cell, coefficient } of stated) {
    const variable = order.get(cell);
    if (variable === undefined) return null;
    terms.set(cell, { variable, cell, coefficient: coefficient + (terms.get(cell)?.coefficient ?? 0) });
  }
  return [...terms.values()]
    .filter(({ coefficient }) => coefficient !== 0)
    .sort((one, other) => one.variable - other.variable);
}

function stateOf(outcome: Outcome, terms: readonly Term[], report: Report): Constraint['state'] | null {
  let open = false;
  let sum = 0;
  for (const { cell, coefficient } of terms) {
    const value = report.cells[cell]?.value ?? null;
    if (value === null) open = true;
    else sum += coefficient * value;
  }
  if (outcome.verdict === 'notAssessable') return open ? 'open' : null;
  if (open) return null;
  if (Math.abs(sum) <= 1e-9) return 'holds';
  // A rule that holds although its sums differ does not ask for the equation here.
  return outcome.verdict === 'fail' ? 'fails' : null;
}

function connected(constraints: readonly Constraint[]): Constraint[][] {
  const parents = new Map<number, number>();
  const rootOf = (variable: number): number => {
    let root = variable;
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
    return root;
  };
  const firstOf = ({ terms }: Constraint): number => terms[0]?.variable ?? 0;
  for (const constraint of constraints) {
    for (const { variable } of constraint.terms) {
      const [one, other] = [rootOf(firstOf(constraint)), rootOf(variable)];
      if (one !== other) parents.set(Math.max(one, other), Math.min(one, other));
    }
  }
  const parts = new Map<number, Constraint[]>();
  for (const constraint of constraints) {
    const root = rootOf(firstOf(constraint));
    const part = parts.get(root);
    if (part === undefined) parts.set(root, [constraint]);
    else part.push(constraint);
  }
  return [...parts.values()];
}

function systemOf(constraints: readonly Constraint[], report: Report, form: FormCells): System {
  const cells = new Map(
    constraints.flatMap(({ terms }) => terms.map(({ variable, cell }) => [variable, cell])),
  );
  const numbers = [...cells.keys()].sort((one, other) => one - other);
  const index = new Map(numbers.map((number, at) => [number, at]));
  return {
    variables: numbers.map((number) => {
      const cell = cells.get(number) ?? '';
      return {
        cell,
        value: report.cells[cell]?.value ?? null,
        signed: form.isSigned(cell),
        decimal: form.isDecimal(cell),
      };
    }),
    constraints: constraints.map((constraint) => ({
      ...constraint,
      terms: constraint.terms.map((term) => ({ ...term, variable: index.get(term.variable) ?? 0 })),
    })),
  };
}

export function compareLists(one: readonly number[], other: readonly number[]): number {
  for (const [index, value] of one.entries()) {
    const against = other[index];
    if (against === undefined) return 1;
    if (value !== against) return value - against;
  }
  return one.length - other.length;
}
