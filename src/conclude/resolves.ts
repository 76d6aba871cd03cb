import type { CellAddress, Outcome, RepairStep, Report, Side } from '../model/index.js';

/**
 * Whether a repair also settles a failed rule that states no equation: the two sides of its comparison, taken again with the new numbers,
 * agree, or stand the other way round where the rule is not one of equality. A rule on the tables alone whose condition, not its comparison,
 * names a repaired cell has lost its ground.
 */
export function resolves(steps: readonly RepairStep[], outcome: Outcome, report: Report): boolean {
  const change = new Map(steps.map(({ cell, from, to }) => [cell, to - (from ?? 0)]));
  const isRepaired = (cell: CellAddress): boolean => change.has(cell);
  if (!outcome.cells.some(isRepaired)) return false;
  const { left, right, category, claims, equation } = outcome;
  const compared = [...(left?.cells ?? []), ...(right?.cells ?? [])];
  if (!compared.some(isRepaired)) return category === 'arithmetic' || category === 'impossible';
  const before = difference(left, right);
  const after = difference(moved(left, change, report), moved(right, change, report));
  if (before === null || after === null) return false;
  const exactly = claims.every((id) => report.claims.find((claim) => claim.id === id)?.qualifier === 'exact');
  const equality = category === 'narrative' ? exactly : equation !== null;
  return equality ? after === 0 : Math.sign(before) !== Math.sign(after);
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
