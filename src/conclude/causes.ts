import type { Category, Outcome, Report, Severity } from '../model/index.js';
import type { Diagnosis } from './root-causes.js';

/** What the grade counts: something wrong, or something that cannot be checked. */
export interface Cause {
  category: Category;
  severity: Severity;
  /** In how many places; a repair counts each of its cells. */
  count: number;
  /** `explained`: there is a repair; `unchecked`: cells without a number leave checks undone. */
  kind: 'explained' | 'unexplained' | 'unchecked';
  /** The reading of the document, not the agency, may be at fault. */
  extraction: boolean;
}

/**
 * What cannot be checked because cells have no number. Behind each such cell one wrong number may hide, besides those that are known to be
 * wrong, but no more of them in all than there are equations left unchecked.
 */
export function uncheckedCauses(
  report: Report,
  outcomes: readonly Outcome[],
  diagnoses: readonly Diagnosis[],
): Cause[] {
  const inSystem = new Set(
    diagnoses.flatMap(({ system }) => system.constraints.flatMap((each) => each.outcomes)),
  );
  return [
    ...outcomes
      .filter((outcome) => isForLackOfNumber(outcome) && !inSystem.has(outcome))
      .map((outcome) => unchecked(outcome, 1, outcome.reason === 'cell-unreadable')),
    ...diagnoses.flatMap((diagnosis) => behind(diagnosis, report)),
  ];
}

function isForLackOfNumber({ verdict, reason }: Outcome): boolean {
  return verdict === 'notAssessable' && (reason === 'table-missing' || reason?.startsWith('cell-') === true);
}

function unchecked({ category, severity }: Outcome, count: number, extraction: boolean): Cause {
  return { category, severity, count, kind: 'unchecked', extraction };
}

const order: readonly Severity[] = ['error', 'warning', 'info'];

function behind({ system, hidden }: Diagnosis, report: Report): Cause[] {
  const open = system.constraints.filter(({ state }) => state === 'open');
  const [worst] = open
    .flatMap(({ outcomes }) => outcomes)
    .sort((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity));
  if (worst === undefined) return [];
  const blank = system.variables.filter(({ value }) => value === null);
  const unread = blank.filter(({ cell }) => report.cells[cell]?.state === 'unreadable').length;
  const all = Math.min(hidden + blank.length, open.length);
  const agency = Math.min(hidden + blank.length - unread, open.length);
  return [
    { count: agency, extraction: false },
    { count: all - agency, extraction: true },
  ].flatMap(({ count, extraction }) => (count > 0 ? [unchecked(worst, count, extraction)] : []));
}
