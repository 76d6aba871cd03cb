import {
  leftOutReasons,
  type CellAddress,
  type Counts,
  type IndicatorDefinition,
  type IndicatorDefinitions,
  type IndicatorFigure,
  type IndicatorPart,
  type LeftOutReason,
} from '../model/index.js';
import { outliersOf, spreadOf } from './spread.js';
import { cellsOf, figureOf, tidy, type Reading } from './terms.js';

/** The reports of one agency for one year; more than one where it has several versions. */
export interface Member {
  agency: string;
  versions: readonly Reading[];
}

/** What an agency has for an indicator. */
interface Own {
  counts: Counts;
  /** Only of an indicator of parts. */
  parts: Map<CellAddress, number>;
  disputed: boolean;
}

function ownOf({ of, per, parts }: IndicatorDefinition, reading: Reading): Own | LeftOutReason {
  const [total, whole] = [figureOf(of, reading), per === undefined ? null : figureOf(per, reading)];
  const reasons = [total, whole].flatMap((each) => (each !== null && 'reason' in each ? [each.reason] : []));
  const reason = leftOutReasons.find((each) => reasons.includes(each));
  if (reason !== undefined || 'reason' in total) return reason ?? 'unread';
  return {
    counts: { total: total.value, per: whole !== null && 'value' in whole ? whole.value : null },
    parts: partsIn(of, parts, reading),
    disputed: [total, whole].some((each) => each !== null && 'value' in each && each.disputed),
  };
}

/** The parts by the address that they are called by. */
function partsIn(
  terms: readonly string[],
  parts: IndicatorDefinition['parts'],
  { audit, addresses }: Reading,
): Map<CellAddress, number> {
  const sum = (cells: Iterable<CellAddress>) =>
    tidy([...cells].reduce((total, cell) => total + (audit.cells?.[cell]?.value ?? 0), 0));
  if (parts === 'terms')
    return new Map(
      terms.flatMap((term) => {
        const cells = cellsOf([term], addresses);
        return cells.size === 0 ? [] : [[term.replace('.*', ''), sum(cells.keys())] as const];
      }),
    );
  return new Map(
    parts === undefined ? [] : [...cellsOf(terms, addresses).keys()].map((cell) => [cell, sum([cell])]),
  );
}

/** What the agency has, if all versions of its report agree. */
function agreedOf(definition: IndicatorDefinition, { versions }: Member): Own | LeftOutReason {
  const all = versions.map((each) => ownOf(definition, each));
  const [first = 'unread', ...others] = all;
  const said = (own: Own | LeftOutReason) =>
    typeof own === 'string' ? own : JSON.stringify([own.counts, [...own.parts]]);
  return others.every((each) => said(each) === said(first)) ? first : 'versions';
}

const added = (all: readonly Counts[]): Counts => ({
  total: tidy(all.reduce((sum, { total }) => sum + total, 0)),
  per: all.some(({ per }) => per !== null) ? tidy(all.reduce((sum, { per }) => sum + (per ?? 0), 0)) : null,
});

/** The share that counts are; `null` for sums, and of too few cases. */
export function shareOf({ total, per }: Counts, cases: number): number | null {
  return per === null || per < cases ? null : total / per;
}

function partsOf(owns: readonly Own[], same: readonly [Own, Own][]): IndicatorPart[] {
  const cells = [...new Set(owns.flatMap(({ parts }) => [...parts.keys()]))];
  const sum = (all: readonly Own[], cell: CellAddress) =>
    tidy(all.reduce((total, { parts }) => total + (parts.get(cell) ?? 0), 0));
  const whole = added(owns.map(({ counts }) => counts)).total;
  return cells
    .map((cell) => ({
      cell,
      total: sum(owns, cell),
      per: whole,
      change:
        same.length === 0
          ? null
          : {
              before: sum(
                same.map(([before]) => before),
                cell,
              ),
              now: sum(
                same.map(([, now]) => now),
                cell,
              ),
            },
    }))
    .sort((one, other) => other.total - one.total);
}

/** An indicator of agencies, beside the same of the year before. */
export function figureOfAll(
  definition: IndicatorDefinition,
  members: readonly Member[],
  before: ReadonlyMap<string, Member>,
  { minimum, outliers }: Omit<IndicatorDefinitions, 'indicators'>,
): IndicatorFigure {
  const leftOut = Object.fromEntries(leftOutReasons.map((reason) => [reason, 0])) as Record<
    LeftOutReason,
    number
  >;
  const owns: { agency: string; own: Own }[] = [];
  for (const member of members) {
    const own = agreedOf(definition, member);
    if (typeof own === 'string') leftOut[own] += 1;
    else owns.push({ agency: member.agency, own });
  }
  const same = owns.flatMap(({ agency, own }): [Own, Own][] => {
    const earlier = before.get(agency);
    const known = earlier === undefined ? 'unread' : agreedOf(definition, earlier);
    return typeof known === 'string' ? [] : [[known, own]];
  });
  const counts = added(owns.map(({ own }) => own.counts));
  const singles = owns.flatMap(({ agency, own }) => {
    const value = definition.per === undefined ? own.counts.total : shareOf(own.counts, minimum.cases);
    return value === null ? [] : [{ agency, value }];
  });
  return {
    id: definition.id,
    ...counts,
    share: shareOf(counts, minimum.cases),
    agencies: owns.length,
    leftOut,
    disputed: owns.filter(({ own }) => own.disputed).length,
    spread: spreadOf(
      singles.map(({ value }) => value),
      minimum.reports,
    ),
    outliers: outliersOf(singles, minimum.reports, outliers),
    change:
      same.length === 0
        ? null
        : {
            agencies: same.length,
            before: added(same.map(([each]) => each.counts)),
            now: added(same.map(([, each]) => each.counts)),
          },
    parts:
      definition.parts === undefined
        ? null
        : partsOf(
            owns.map(({ own }) => own),
            same,
          ),
  };
}
