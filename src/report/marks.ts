import type { Audit, CellAddress, Severity } from '../model/index.js';

export type Mark = Severity | 'witness';
/** Stand beside the number, for those who cannot tell the colours apart. */
export const signs: Record<Mark, string> = { error: '!', warning: '?', info: '*', witness: '~' };
const weight: Record<Mark, number> = { error: 3, warning: 2, info: 1, witness: 0 };

/**
 * What each cell has against it. Where a repair names the wrong cell, or several repairs name cells that may be wrong, the other cells of
 * the failed comparison are only witnesses.
 */
export function marksOf(audit: Audit): Map<CellAddress, Mark> {
  const marks = new Map<CellAddress, Mark>();
  for (const { rootCause, severity, cells } of audit.findings) {
    const repairs = audit.repairs.filter(({ id, alternativeTo }) => [id, alternativeTo].includes(rootCause));
    const blamed =
      rootCause === null ? cells : repairs.flatMap((repair) => repair.cells.map(({ cell }) => cell));
    for (const address of [...cells, ...blamed]) {
      const mark = blamed.includes(address) ? severity : 'witness';
      const known = marks.get(address);
      if (known === undefined || weight[mark] > weight[known]) marks.set(address, mark);
    }
  }
  return marks;
}
