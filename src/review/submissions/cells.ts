import {
  isSure,
  type AuditReading,
  type CellAddress,
  type CellChange,
  type CellSaid,
} from '../../model/index.js';

type ReadCell = NonNullable<AuditReading['cells']>[string];

const absent: ReadCell = { value: null, raw: '', state: 'absent', confidence: 1 };

const saidBy = ({ value, raw, state }: ReadCell): CellSaid => ({ value, raw, state });

/** A number says the same however it is written, a placeholder what a blank does; words say themselves. */
function isSame(one: ReadCell, other: ReadCell): boolean {
  if (one.value !== null || other.value !== null) return one.value === other.value;
  const [said, otherwise] = [one, other].map(({ state }) => (state === 'placeholder' ? 'blank' : state));
  return said === otherwise && (said !== 'text' || one.raw.trim() === other.raw.trim());
}

/** The cells that say something else than before, and those of which one of the two readings cannot tell. */
export function changedCells(
  earlier: AuditReading,
  later: AuditReading,
): { cells: CellChange[]; unreadCells: CellAddress[] } {
  const [before, after] = [earlier.cells ?? {}, later.cells ?? {}];
  const known = new Set(Object.keys(after));
  const addresses = [...known, ...Object.keys(before).filter((address) => !known.has(address))];
  const alike = earlier.layout === later.layout;
  const asked = new Set(earlier.findings.flatMap(({ cells }) => cells));
  const cells: CellChange[] = [];
  const unreadCells: CellAddress[] = [];
  for (const cell of addresses) {
    const [from, to] = [before[cell] ?? absent, after[cell] ?? absent];
    if (!alike && (from.state === 'absent' || to.state === 'absent')) continue;
    if (from.state === 'unreadable' || to.state === 'unreadable') unreadCells.push(cell);
    else if (!isSame(from, to))
      cells.push({
        cell,
        from: saidBy(from),
        to: saidBy(to),
        asked: asked.has(cell),
        unsure: !isSure(from) || !isSure(to),
      });
  }
  return { cells, unreadCells };
}
