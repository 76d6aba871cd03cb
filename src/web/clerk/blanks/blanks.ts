import { relationInstances, type RelationInstance } from '../../../form/relations.js';
import { isLeftOut, type CellAddress, type FormEdition, type Report } from '../../../model/index.js';

/** Rounds in which sums of sums are found; no edition stacks more of them. */
const depth = 4;

const sum = (values: readonly (number | null | undefined)[]): number | null =>
  values.reduce<number | null>((total, each) => (total === null || each == null ? null : total + each), 0);

/** The cells of the report that were left out. */
export const leftOut = (report: Pick<Report, 'cells'>): CellAddress[] =>
  Object.entries(report.cells).flatMap(([address, cell]) => (isLeftOut(cell) ? [address] : []));

/**
 * What the cells that were left out hold if the agency had none of these cases: none, and the sums of them. Only cells whose equations
 * all hold then, and about which the prose says nothing else.
 */
export function filling(report: Report, forms: readonly FormEdition[]): Record<CellAddress, number> {
  const form = forms.find(({ id }) => id === report.layout.id);
  if (form === undefined) return {};
  const equations = relationInstances(form);
  const all = new Set(leftOut(report));
  const apart = new Set(notToldApart(report, equations, all));
  let open: ReadonlySet<CellAddress> = new Set([...all].filter((cell) => !apart.has(cell)));
  for (;;) {
    const filled = filledFrom(open);
    const now = open;
    // What stays blank is for the agency to find out, and says nothing about the other cells.
    const isOpen = (cell: CellAddress) => all.has(cell) && !now.has(cell);
    const wrong = equations
      .filter(({ left, right }) => ![...left, ...right].some(isOpen))
      .filter(({ left, right }) => {
        const [one, other] = [left, right].map((cells) => sum(cells.map(filled)));
        return one === null || one !== other;
      })
      .flatMap(({ left, right }) => [...left, ...right])
      .concat(denied(filled))
      .concat([...open].filter((cell) => filled(cell) === null))
      .filter((cell) => now.has(cell));
    if (wrong.length === 0) return Object.fromEntries([...open].map((cell) => [cell, filled(cell) ?? 0]));
    open = new Set([...open].filter((cell) => !wrong.includes(cell)));
  }

  function filledFrom(cells: ReadonlySet<CellAddress>): (cell: CellAddress) => number | null {
    const values = new Map<CellAddress, number | null>([...cells].map((cell) => [cell, 0]));
    const valueOf = (cell: CellAddress) => {
      const own = values.get(cell);
      return own === undefined ? (report.cells[cell]?.value ?? null) : own;
    };
    for (let round = 0; round < depth; round += 1)
      for (const { left, right } of equations) {
        const [total] = right;
        if (
          right.length === 1 &&
          total !== undefined &&
          cells.has(total) &&
          !left.every((cell) => apart.has(cell))
        )
          values.set(total, sum(left.map(valueOf)));
      }
    return valueOf;
  }

  /** Cells of which the prose gives another number, alone or together with others. */
  function denied(filled: (cell: CellAddress) => number | null): CellAddress[] {
    return report.claims.flatMap(({ measure, value, year, scope, kind }) => {
      if (measure === null || value === null || year !== null || scope === 'region' || kind === 'percent')
        return [];
      const cells = measure.split('+').flatMap((each) => cellsOf(each, report));
      return sum(cells.map(filled)) === value ? [] : cells;
    });
  }
}

/** Parts of totals of which a report states some and never a part: blank there does not say that there was none. */
function notToldApart(
  report: Report,
  equations: readonly RelationInstance[],
  all: ReadonlySet<CellAddress>,
): CellAddress[] {
  return [...new Set(equations.map(({ relation }) => relation))].flatMap((name) => {
    const lines = equations.filter(({ relation }) => relation === name);
    const parts = lines.flatMap(({ left }) => left);
    const stated = lines.some(({ right }) => right.some((cell) => (report.cells[cell]?.value ?? 0) > 0));
    return stated && parts.every((cell) => all.has(cell)) ? parts : [];
  });
}

/** The cells that a measure stands for: itself, or those of a group of rows. */
function cellsOf(measure: string, { cells }: Report): CellAddress[] {
  if (Object.hasOwn(cells, measure)) return [measure];
  const dot = measure.lastIndexOf('.');
  const [start, end] = [`${measure.slice(0, dot)}.`, measure.slice(dot)];
  return Object.keys(cells).filter((address) => address.startsWith(start) && address.endsWith(end));
}
