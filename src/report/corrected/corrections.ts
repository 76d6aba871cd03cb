import type { Audit, CellAddress } from '../../model/index.js';
import { cellName } from '../notice/places.js';
import type { Context } from '../renderer.js';
import { tellingCells, valueOf, wordsOf } from '../words.js';

/** A cell that the agency has corrected. */
export interface Correction {
  where: string;
  before: string;
  after: string;
  /** What the figure before was at odds with, or that the agency changed it of its own accord. */
  basis: string;
}

const unique = (texts: readonly string[]) => [...new Set(texts)];

/** What was changed since the audit `read`, cell by cell in the order of the form, with the ground that the audit gave for it. */
export function correctionsOf(read: Audit, now: Audit, context: Context): Correction[] {
  const { t } = context;
  const before = wordsOf(read, context);
  const after = { ...before, audit: now };
  const groundsOf = (cell: CellAddress) =>
    unique(
      read.findings
        .filter((finding) => tellingCells(before, finding).includes(cell))
        .map(({ basis }) => t('pretty.basisValue', { ...basis })),
    );
  return Object.keys(read.cells)
    .filter((cell) => valueOf(before, cell) !== valueOf(after, cell))
    .map((cell) => ({
      where: cellName(before, cell),
      before: valueOf(before, cell),
      after: valueOf(after, cell),
      basis: groundsOf(cell).join(t('pretty.list')) || t('corrections.own'),
    }));
}
