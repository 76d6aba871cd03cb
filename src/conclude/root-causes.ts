import type { CellAddress, Outcome, RepairStep, Report } from '../model/index.js';
import type { FormCells } from './form-cells.js';
import { localise, type Change } from './localise.js';
import { misreadingOf, type Misreading } from './misreading.js';
import { witnessesOf, type Witness } from './prose.js';
import { plausibilityOf, slipOf, type Slip } from './slip.js';
import { compareLists, systemsOf, type Constraint, type System } from './system.js';

/** Cells that have to change together, and what speaks for these in particular. */
export interface Proposal {
  steps: RepairStep[];
  /** Cells that have to change as well, to numbers that the equations leave open. */
  open: CellAddress[];
  /** The equations that failed and hold after the change. */
  failed: Constraint[];
  witness: Witness;
  slip: Slip | null;
}

/** What is most probably wrong, and what else may be. */
export interface RootCause {
  preferred: Proposal;
  /** Other changes of as few cells, the likeliest first. */
  alternatives: Proposal[];
  /** No other change of as few cells satisfies the equations. */
  unique: boolean;
  /** There are no more alternatives than those listed. */
  complete: boolean;
  misreading: Misreading | null;
}

/** A part of a repair: no equation is common to its cells and the other cells of the repair. */
interface Part extends Proposal {
  variables: number[];
}

/** What one system of equations comes to. */
export interface Diagnosis {
  system: System;
  /** None when no repair was found within the limits. */
  causes: RootCause[];
  /** How many numbers must be wrong although no equation that could be assessed failed for them. */
  hidden: number;
}

/**
 * The root causes of the failed equations: the smallest repairs, taken apart into what is independent, ranked by what the prose says, then
 * by the slip that would explain the number, then by the order of the form. Equations that hold need no diagnosis.
 */
export function diagnose(report: Report, outcomes: readonly Outcome[], form: FormCells): Diagnosis[] {
  const open = outcomes.some(({ verdict, equation }) => verdict !== 'pass' && equation !== null);
  if (!open) return [];
  const ask = witnessesOf(report);
  const systems = systemsOf(report, outcomes, form);
  const all = systems.flatMap(({ constraints }) => constraints);
  return systems.flatMap((system) => {
    if (system.constraints.every(({ state }) => state === 'holds')) return [];
    const found = localise(system);
    if (found === null) return [{ system, causes: [], hidden: 0 }];
    const known = new Map<string, Part>();
    const partOf = (changes: Change[]): Part => {
      const key = changes.map(({ variable, to }) => `${variable}=${to ?? ''}`).join(' ');
      const part = known.get(key) ?? describe(changes, system, report, form, ask);
      known.set(key, part);
      return part;
    };
    const repairs = found.sets.map((changes) => split(changes, system).map(partOf));
    const best = repairs.reduce((one, other) => (compare(other, one) < 0 ? other : one));
    const parts = [...known.values()].filter(explainsSomething);
    const causes = best
      .filter((part) => explainsSomething(part) && part.steps.length > 0)
      .map((preferred) => causeOf(preferred, best, parts, found.complete, all, report, form));
    const hidden = best.filter((part) => !explainsSomething(part));
    return [{ system, causes, hidden: hidden.reduce((sum, { variables }) => sum + variables.length, 0) }];
  });
}

function causeOf(
  preferred: Part,
  best: readonly Part[],
  parts: readonly Part[],
  complete: boolean,
  all: readonly Constraint[],
  report: Report,
  form: FormCells,
): RootCause {
  const others = parts.filter((each) => !best.includes(each));
  // What explains several of the preferred parts is listed once, with the first of them.
  const alternatives = others
    .filter((each) => each.steps.length > 0 && best.find((part) => overlap(part, each)) === preferred)
    .sort((one, other) => compare([one], [other]));
  const cells = [preferred, ...alternatives].flatMap(({ steps, open }) => [
    ...steps.map(({ cell }) => cell),
    ...open,
  ]);
  return {
    preferred,
    alternatives,
    complete,
    unique: complete && preferred.open.length === 0 && !others.some((each) => overlap(preferred, each)),
    misreading: misreadingOf(cells, preferred.failed, all, report, form),
  };
}

const explainsSomething = ({ failed }: Part): boolean => failed.length > 0;

function overlap(one: Part, other: Part): boolean {
  return one.failed.some((each) => other.failed.includes(each));
}

/** The changes in groups that share no equation of which it is known whether it holds. */
function split(changes: readonly Change[], { constraints }: System): Change[][] {
  let groups = changes.map((change) => [change]);
  for (const { terms, state } of constraints) {
    if (state === 'open') continue;
    const joined = groups.filter((group) =>
      group.some(({ variable }) => terms.some((term) => term.variable === variable)),
    );
    if (joined.length > 1) groups = [...groups.filter((group) => !joined.includes(group)), joined.flat()];
  }
  return groups
    .map((group) => group.sort((one, other) => one.variable - other.variable))
    .sort((one, other) => (one[0]?.variable ?? 0) - (other[0]?.variable ?? 0));
}

function describe(
  changes: readonly Change[],
  system: System,
  report: Report,
  form: FormCells,
  ask: (steps: readonly RepairStep[]) => Witness,
): Part {
  const variables = changes.map(({ variable }) => variable);
  const failed = system.constraints.filter(
    ({ state, terms }) => state === 'fails' && terms.some(({ variable }) => variables.includes(variable)),
  );
  const steps: RepairStep[] = [];
  const open: CellAddress[] = [];
  for (const { variable, to } of changes) {
    const { cell = '', value = null } = system.variables[variable] ?? {};
    if (to === null) open.push(cell);
    else steps.push({ cell, from: value, to });
  }
  const slip = open.length > 0 ? null : slipOf(steps, failed, system, report, form);
  return { variables, steps, open, failed, witness: ask(steps), slip };
}

/** Below zero: the first repair is the likelier one. */
function compare(one: readonly Part[], other: readonly Part[]): number {
  const total = (parts: readonly Part[], of: (part: Part) => number): number =>
    parts.reduce((sum, part) => sum + of(part), 0);
  const by = (of: (part: Part) => number): number => total(one, of) - total(other, of);
  return (
    by(({ open }) => open.length) ||
    -by(({ witness }) => witness.weight) ||
    -by(({ slip }) => plausibilityOf(slip)) ||
    compareLists(
      one.flatMap(({ variables }) => variables),
      other.flatMap(({ variables }) => variables),
    )
  );
}
