import type { RepairStep, Report } from '../../model/index.js';
import type { FormCells } from './form-cells.js';
import type { Constraint, System, Term } from './system.js';

/** How the wrong number may have come about, as far as the numbers tell. */
export type Slip =
  | { kind: 'swapped' | 'neighbour' | 'shiftedRow' }
  | {
      kind: 'transposed' | 'doubledDigit' | 'extraDigit' | 'missingDigit' | 'otherDigit';
      from: number;
      to: number;
    }
  | { kind: 'included' | 'twice' | 'omitted'; amount: number; part: string };

/** The more a slip says, the less likely it fits by chance. */
const plausibility: Record<Slip['kind'], number> = {
  included: 6,
  shiftedRow: 6,
  swapped: 6,
  neighbour: 5,
  transposed: 5,
  twice: 4,
  omitted: 4,
  doubledDigit: 4,
  extraDigit: 3,
  missingDigit: 3,
  otherDigit: 1,
};

export function plausibilityOf(slip: Slip | null): number {
  return slip === null ? 0 : plausibility[slip.kind];
}

/** The most plausible slip that explains the steps; `null` when none does. `failed` are the equations that the steps put right. */
export function slipOf(
  steps: readonly RepairStep[],
  failed: readonly Constraint[],
  system: System,
  report: Report,
  form: FormCells,
): Slip | null {
  const [first, second] = steps;
  if (first === undefined) return null;
  const slips =
    second === undefined
      ? [...failed.map((each) => sumSlip(first, each, system, form)), digitSlip(first.from ?? 0, first.to)]
      : [steps.length === 2 ? pairSlip(first, second, form) : null, shiftSlip(steps, report, form)];
  return slips.reduce((best, each) => (plausibilityOf(each) > plausibilityOf(best) ? each : best), null);
}

function digitSlip(from: number, to: number): Slip | null {
  if (!Number.isInteger(from) || !Number.isInteger(to) || from <= 0 || to < 0) return null;
  const [wrong, right] = [String(from), String(to)];
  const kind = wrong.length === right.length ? sameLength(wrong, right) : otherLength(wrong, right);
  return kind === null ? null : { kind, from, to };
}

function sameLength(wrong: string, right: string): 'transposed' | 'otherDigit' | null {
  const differing = [...wrong].flatMap((digit, index) => (digit === right[index] ? [] : [index]));
  const [one = 0, other] = differing;
  if (differing.length === 1) return wrong.length > 1 ? 'otherDigit' : null;
  if (differing.length !== 2 || other !== one + 1) return null;
  return wrong[one] === right[other] && wrong[other] === right[one] ? 'transposed' : null;
}

function otherLength(wrong: string, right: string): 'doubledDigit' | 'extraDigit' | 'missingDigit' | null {
  if (droppedFrom(right, wrong) !== null) return 'missingDigit';
  const index = droppedFrom(wrong, right);
  if (index === null) return null;
  return wrong[index] === wrong[index - 1] || wrong[index] === wrong[index + 1]
    ? 'doubledDigit'
    : 'extraDigit';
}

/** The place of the digit without which the longer number is the shorter one. */
function droppedFrom(longer: string, shorter: string): number | null {
  if (longer.length !== shorter.length + 1) return null;
  const index = [...longer].findIndex((digit, at) => digit !== shorter[at]);
  return longer.slice(0, index) + longer.slice(index + 1) === shorter ? index : null;
}

/** A total that is too large or too small by just one of its parts, or by the items of one group. */
function sumSlip(step: RepairStep, { terms }: Constraint, system: System, form: FormCells): Slip | null {
  const valueOf = ({ variable }: Term): number => system.variables[variable]?.value ?? 0;
  const own = terms.find(({ cell }) => cell === step.cell);
  if (own === undefined) return null;
  const surplus = (step.from ?? 0) - step.to;
  const amount = Math.abs(surplus);
  const beside = terms.filter((each) => each !== own && each.coefficient === own.coefficient);
  const parts = terms.filter((each) => each.coefficient === -own.coefficient);
  const inRow = parts.every(({ cell }) => form.rowOf(step.cell).includes(cell));
  const nameOf = ({ cell }: Term): string => (inRow ? form.columnName(cell) : form.rowName(cell));

  const [other, ...more] = beside;
  if (other !== undefined) {
    const included = more.length === 0 && surplus > 0 && valueOf(other) === amount;
    return included ? { kind: 'included', amount, part: nameOf(other) } : null;
  }
  const filled = parts.filter((each) => valueOf(each) !== 0);
  const groups = new Map<string, number[]>();
  for (const part of inRow ? [] : filled) {
    const group = form.groupName(part.cell);
    if (group !== null) groups.set(group, [...(groups.get(group) ?? []), valueOf(part)]);
  }
  const [match, ...others] = [
    ...filled.filter((each) => valueOf(each) === amount).map(nameOf),
    ...[...groups].filter(([, items]) => items.length > 1 && sum(items) === amount).map(([name]) => name),
  ];
  if (match === undefined || others.length > 0) return null;
  return { kind: surplus > 0 ? 'twice' : 'omitted', amount, part: match };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}

function pairSlip(one: RepairStep, other: RepairStep, form: FormCells): Slip | null {
  const beside = form.areNeighbours(one.cell, other.cell);
  const swapped = one.from === other.to && other.from === one.to;
  if (swapped && one.from !== 0 && other.from !== 0) return { kind: 'swapped' };
  const moved = one.to - (one.from ?? 0) === (other.from ?? 0) - other.to;
  return beside && moved ? { kind: 'neighbour' } : null;
}

function shiftSlip(steps: readonly RepairStep[], report: Report, form: FormCells): Slip | null {
  const row = form.rowOf(steps[0]?.cell ?? '');
  if (steps.length < 3 || !steps.every(({ cell }) => row.includes(cell))) return null;
  const before = row.map((cell) => report.cells[cell]?.value ?? null);
  const after = row.map(
    (cell, index) => steps.find((step) => step.cell === cell)?.to ?? before[index] ?? null,
  );
  const isShift = (by: number): boolean =>
    after.every((value, index) => index + by < 0 || index + by >= row.length || value === before[index + by]);
  return isShift(1) || isShift(-1) ? { kind: 'shiftedRow' } : null;
}
