import type { CellAddress, Outcome, RepairStep, Report } from '../../model/index.js';
import type { FormCells } from '../repairs/form-cells.js';
import { localise, type Change } from '../repairs/localise.js';
import { misreadingOf, type Misreading } from '../misreading.js';
import { witnessesOf, type Witness } from '../repairs/prose.js';
import { plausibilityOf, slipOf, type Slip } from '../repairs/slip.js';
import { failedBy, independent } from './independent.js';
import { compareLists, systemsOf, type Constraint, type System } from '../repairs/system.js';

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
  /** Other changes of as few cells that the prose leaves open, the likeliest first. */
  alternatives: Proposal[];
  /** Changes of as few cells that the prose speaks against: it agrees with the cells as they stand. */
  refuted: Proposal[];
  /** No other change of as few cells satisfies the equations, or none that the prose leaves open. */
  unique: boolean;
  /** There are no more alternatives than those listed. */
  complete: boolean;
  misreading: Misreading | null;
}

interface Candidate extends Proposal {
  variables: number[];
}

/**
 * The root causes of the failed equations: the smallest repairs, taken apart into what is independent, ranked by what the prose says, then
 * by the slip that would explain the number, then by the order of the form. Equations that hold need no diagnosis.
 */
export function diagnose(report: Report, outcomes: readonly Outcome[], form: FormCells): RootCause[] {
  const open = outcomes.some(({ verdict, equation }) => verdict !== 'pass' && equation !== null);
  if (!open) return [];
  const ask = witnessesOf(report);
  const systems = systemsOf(report, outcomes, form);
  const all = systems.flatMap(({ constraints }) => constraints);
  return systems.flatMap((system) => {
    if (system.constraints.every(({ state }) => state === 'holds')) return [];
    const found = localise(system);
    if (found === null) return [];
    return independent(found.sets, system).flatMap((choices): RootCause[] => {
      const candidates = choices.map((changes) => describe(changes, system, report, form, ask));
      const { open, refuted } = heard(candidates);
      const [preferred, ...alternatives] = open.filter(({ steps }) => steps.length > 0).sort(compare);
      if (preferred === undefined) return [];
      const cells = candidates.flatMap((each) => [...each.steps.map(({ cell }) => cell), ...each.open]);
      return [
        {
          preferred,
          alternatives,
          refuted,
          unique: found.complete && open.length === 1 && preferred.open.length === 0,
          complete: found.complete,
          misreading: misreadingOf(cells, preferred.failed, all, report, form),
        },
      ];
    });
  });
}

function describe(
  changes: readonly Change[],
  system: System,
  report: Report,
  form: FormCells,
  ask: (steps: readonly RepairStep[]) => Witness,
): Candidate {
  const failed = failedBy(changes, system);
  const steps: RepairStep[] = [];
  const open: CellAddress[] = [];
  for (const { variable, to } of changes) {
    const { cell = '', value = null } = system.variables[variable] ?? {};
    if (to === null) open.push(cell);
    else steps.push({ cell, from: isNumber(report, cell) ? value : null, to });
  }
  const slip = open.length > 0 ? null : slipOf(steps, failed, system, report, form);
  return {
    variables: changes.map(({ variable }) => variable),
    steps,
    open,
    failed,
    witness: ask(steps),
    slip,
  };
}

/** Sets the candidates apart that contradict prose which agreed with the tables, where another contradicts less and brings as much into agreement. */
function heard(candidates: readonly Candidate[]): { open: Candidate[]; refuted: Candidate[] } {
  const isRefuted = ({ witness }: Candidate): boolean =>
    candidates.some(
      (other) =>
        other.steps.length > 0 &&
        other.witness.contradicted.length < witness.contradicted.length &&
        other.witness.weight >= witness.weight,
    );
  return {
    open: candidates.filter((each) => !isRefuted(each)),
    refuted: candidates.filter(isRefuted),
  };
}

/** Whether the document has a number there; one counted as none has not. */
function isNumber({ cells }: Report, cell: CellAddress): boolean {
  const state = cells[cell]?.state;
  return state === 'number' || state === 'text';
}

/** How many cells left out the proposal fills in. */
function filledBy({ steps }: Proposal): number {
  return steps.filter(({ from }) => from === null).length;
}

/** Below zero: the first is the likelier one. */
function compare(one: Candidate, other: Candidate): number {
  return (
    one.open.length - other.open.length ||
    other.witness.weight - one.witness.weight ||
    filledBy(other) - filledBy(one) ||
    plausibilityOf(other.slip) - plausibilityOf(one.slip) ||
    compareLists(one.variables, other.variables)
  );
}
