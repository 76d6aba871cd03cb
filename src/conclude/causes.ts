import type { CellAddress, Category, Outcome, Report, Severity } from '../model/index.js';

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
 * What cannot be checked because cells have no number. Behind each such cell one wrong number may hide, but no more of them than there are
 * equations that it keeps from being checked.
 */
export function uncheckedCauses(report: Report, outcomes: readonly Outcome[]): Cause[] {
  const missing = outcomes.filter(isForLackOfNumber);
  const sums = missing.filter(({ category, equation }) => category === 'arithmetic' && equation !== null);
  return [
    ...missing
      .filter((each) => !sums.includes(each))
      .map((each) => causeOf(each, 1, each.reason === 'cell-unreadable')),
    ...clusters(sums).flatMap((cluster) => behind(cluster, report)),
  ];
}

function isForLackOfNumber({ verdict, reason }: Outcome): boolean {
  return verdict === 'notAssessable' && (reason === 'table-missing' || reason?.startsWith('cell-') === true);
}

function causeOf({ category, severity }: Outcome, count: number, extraction: boolean): Cause {
  return { category, severity, count, kind: 'unchecked', extraction };
}

interface Cluster {
  outcomes: Outcome[];
  cells: Set<CellAddress>;
}

/** Outcomes that hang together by the cells they lack. */
function clusters(outcomes: readonly Outcome[]): Cluster[] {
  let found: Cluster[] = [];
  for (const outcome of outcomes) {
    const joined = found.filter(({ cells }) => outcome.cells.some((cell) => cells.has(cell)));
    const cluster: Cluster = {
      outcomes: [...joined.flatMap((each) => each.outcomes), outcome],
      cells: new Set([...joined.flatMap((each) => [...each.cells]), ...outcome.cells]),
    };
    found = [...found.filter((each) => !joined.includes(each)), cluster];
  }
  return found;
}

const order: readonly Severity[] = ['error', 'warning', 'info'];

function behind({ outcomes, cells }: Cluster, report: Report): Cause[] {
  const worst = outcomes.reduce((one, other) =>
    order.indexOf(other.severity) < order.indexOf(one.severity) ? other : one,
  );
  const lacking = [...cells].filter((cell) => (report.cells[cell]?.value ?? null) === null);
  const unread = lacking.filter((cell) => report.cells[cell]?.state === 'unreadable').length;
  const all = Math.min(lacking.length, outcomes.length);
  const agency = Math.min(lacking.length - unread, outcomes.length);
  return [
    { count: agency, extraction: false },
    { count: all - agency, extraction: true },
  ].flatMap(({ count, extraction }) => (count > 0 ? [causeOf(worst, count, extraction)] : []));
}
