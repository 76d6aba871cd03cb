import type { Audit } from '../../model/index.js';
import type { Translate } from '../translate.js';

/** On what is left out the audit rests: `null` where no rule was judged by a blank. */
export function assumptionText({ assumptions, findings }: Audit, t: Translate): string | null {
  const cells = new Set([
    ...assumptions.flatMap((each) => each.cells),
    ...findings.flatMap(({ assuming }) => assuming),
  ]);
  return cells.size === 0 ? null : t('assumed.all', { cells: cells.size });
}
