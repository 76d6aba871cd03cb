import type { Audit, CellAddress, Finding, Severity } from '../../model/index.js';
import { standing } from '../office/review.js';

export type Mark = Severity | 'witness';
/** Stand beside the number, for those who cannot tell the colours apart. */
export const signs: Record<Mark, string> = { error: '!', warning: '?', info: '*', witness: '~' };
const weight: Record<Mark, number> = { error: 3, warning: 2, info: 1, witness: 0 };

/** What a cell has against it, and the findings that it takes part in. */
export interface Flag {
  mark: Mark;
  findings: Finding[];
}

/**
 * The flagged cells. Where a repair names the wrong cell, or several repairs name cells that may be wrong, the other cells of the failed
 * comparison are only witnesses.
 */
export function flagsOf(audit: Audit): Map<CellAddress, Flag> {
  const flags = new Map<CellAddress, Flag>();
  for (const finding of standing(audit)) {
    const { rootCause, severity, cells } = finding;
    const repairs = audit.repairs.filter(({ id, alternativeTo }) => [id, alternativeTo].includes(rootCause));
    const blamed = new Set(
      rootCause === null ? cells : repairs.flatMap((repair) => repair.cells.map(({ cell }) => cell)),
    );
    for (const address of new Set([...cells, ...blamed])) {
      const mark = blamed.has(address) ? severity : 'witness';
      const known = flags.get(address);
      if (known === undefined) {
        flags.set(address, { mark, findings: [finding] });
      } else {
        known.findings.push(finding);
        if (weight[mark] > weight[known.mark]) known.mark = mark;
      }
    }
  }
  return flags;
}
