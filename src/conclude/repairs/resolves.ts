import type { CellAddress, Outcome, RepairStep, Report, Side } from '../../model/index.js';

/**
 * Whether a repair also settles a failed rule that states no equation: the two sides of its comparison, taken again with the new numbers,
 * agree, or stand the other way round where the rule is not one of equality. A rule on the tables alone has lost its ground when every cell
 * that it names is replaced, or one on which it depends without comparing it.
 */
export function resolves(steps: readonly RepairStep[], outcome: Outcome, report: Report): boolean {
  const change = new Map(steps.map(({ cell, from, to }) => [cell, to - (from ?? 0)]));
  const isRepaired = (cell: CellAddress): boolean => change.has(cell);
  const { left, right, category, cells } = outcome;
  if (!cells.some(isRepaired)) return false;
  const onTables = category === 'arithmetic' || category === 'impossible';
  const before = difference(left, right);
  const after = difference(moved(left, change, report), moved(right, change, report));
  if (before === null || after === null) return onTables && cells.every(isRepaired);
  const compared = [...(left?.cells ?? []), ...(right?.cells ?? [])];
  if (!compared.some(isRepaired)) return onTables;
  return isEquality(outcome, report) ? after === 0 : Math.sign(before) !== Math.sign(after);
}

/** Prose that states an exact number, and sums, must agree; any other comparison must only come out the other way. */
function isEquality({ category, claims, equation }: Outcome, report: Report): boolean {
  if (category !== 'narrative') return equation !== null;
  return claims.every((id) => report.claims.find((claim) => claim.id === id)?.qualifier === 'exact');
}

function difference(left: Side | null, right: Side | null): number | null {
  const [one, other] = [left?.value ?? null, right?.value ?? null];
  return typeof one === 'number' && typeof other === 'number' ? one - other : null;
}

/** The side with the new numbers; `null` when it is not simply the sum of its cells, or a number without cells. */
function moved(side: Side | null, change: ReadonlyMap<CellAddress, number>, report: Report): Side | null {
  if (side === null || typeof side.value !== 'number') return null;
  if (!side.cells.some((cell) => change.has(cell))) return side;
  const sum = side.cells.reduce((total, cell) => total + (report.cells[cell]?.value ?? Number.NaN), 0);
  if (sum !== side.value) return null;
  return { ...side, value: side.cells.reduce((total, cell) => total + (change.get(cell) ?? 0), sum) };
}
