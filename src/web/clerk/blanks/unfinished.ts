import { relationInstances } from '../../../form/relations.js';
import type { CellAddress, FormEdition, Outcome, Report } from '../../../model/index.js';
import type { Translate } from '../../../report/translate.js';
import { leftOut } from './blanks.js';

/** Rules about how figures go together, which a form that is being filled in breaks until all of them stand there. */
const judged: ReadonlySet<string> = new Set(['arithmetic', 'impossible']);

/** Cells of a form filled in here that wait for figures: those left out, and the totals of such. */
function waiting(report: Report, form: FormEdition): Set<CellAddress> {
  const open = new Set(leftOut(report));
  const totals = relationInstances(form).filter(({ right }) => right.length === 1);
  for (let before = -1; before !== open.size;) {
    before = open.size;
    for (const { left, right } of totals)
      if (left.some((cell) => open.has(cell))) for (const total of right) open.add(total);
  }
  return open;
}

/**
 * Outcomes for a form that is being filled in: what fails on a cell that waits for its figure is no error yet. It is not assessable while
 * one side of it has no figure at all, and a hint of what is still to come from then on.
 */
export function whileFilling(
  outcomes: readonly Outcome[],
  report: Report,
  forms: readonly FormEdition[],
  t: Translate,
): Outcome[] {
  const form = forms.find(({ id }) => id === report.layout.id);
  if (form === undefined) return [...outcomes];
  const open = waiting(report, form);
  const empty = ({ cells }: { cells: readonly CellAddress[] }) =>
    cells.length > 0 && cells.every((cell) => typeof report.cells[cell]?.value !== 'number');
  return outcomes.map((outcome): Outcome => {
    const { verdict, category, cells, left, right, message } = outcome;
    if (verdict !== 'fail' || !judged.has(category) || !cells.some((cell) => open.has(cell))) return outcome;
    if ([left, right].some((side) => side !== null && empty(side)))
      return { ...outcome, verdict: 'notAssessable', reason: 'cell-blank', message: '', equation: null };
    return { ...outcome, severity: 'info', message: `${message}${t('clerk.unfinished')}`, equation: null };
  });
}
