import { relationInstances, type RelationInstance } from '../../../form/relations.js';
import type { Cell, CellAddress, FormEdition } from '../../../model/index.js';
import { confidence } from './settle.js';

/** Cells of an edition that only sums have placed. */
export interface ChosenCells {
  edition: FormEdition;
  cells: readonly CellAddress[];
}

/**
 * A sum must not vouch for a reading that it chose: cells that only sums have placed are not sure, unless another relation of the form over
 * the cell holds and none fails.
 */
export function doubtUnconfirmed(
  cells: Record<CellAddress, Cell>,
  { edition, cells: chosen }: ChosenCells,
): void {
  const byCell = new Map<CellAddress, RelationInstance[]>();
  for (const each of relationInstances(edition))
    for (const address of [...each.left, ...each.right])
      byCell.set(address, [...(byCell.get(address) ?? []), each]);
  for (const address of chosen) {
    const cell = cells[address];
    if (cell === undefined) continue;
    const others = (byCell.get(address) ?? []).filter(
      ({ relation }) => cell.provenBy?.includes(relation) !== true,
    );
    const outcomes = others.map((each) => holds(each, cells));
    if (!outcomes.includes(true) || outcomes.includes(false))
      cell.confidence = Math.min(cell.confidence, confidence.unconfirmed);
  }
}

/** `null` when a cell was not read. What is left out counts as none, as everywhere among the figures of one table. */
function holds(
  { left, right }: RelationInstance,
  cells: Readonly<Record<CellAddress, Cell>>,
): boolean | null {
  const total = (addresses: readonly CellAddress[]) =>
    addresses.reduce<number | null>((sum, address) => {
      const value = countOf(cells[address]);
      return sum === null || value === null ? null : sum + value;
    }, 0);
  const [one, other] = [total(left), total(right)];
  return one === null || other === null ? null : Math.abs(one - other) < 1e-6;
}

function countOf(cell: Cell | undefined): number | null {
  if (cell?.state === 'blank' || cell?.state === 'placeholder') return 0;
  return cell?.value ?? null;
}
