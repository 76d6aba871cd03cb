import {
  feeMeasures,
  type Cell,
  type CellAddress,
  type Claim,
  type RegisterDifference,
  type RegisterTables,
  type Report,
} from '../model/index.js';

/** What the report says of a cell: its number, none where the cell is blank or a sign for none; `undefined`: it cannot be told. */
function said(cell: Cell | undefined): number | null | undefined {
  if (cell === undefined || cell.state === 'absent' || cell.state === 'unreadable') return undefined;
  if (cell.state === 'blank' || cell.state === 'placeholder') return null;
  return cell.value ?? undefined;
}

/**
 * The cells in which a report differs from its registers, those of the report's own order, then the fees of which its prose states another
 * figure; a cell that was not read differs from nothing.
 */
export function differencesOf(
  { cells, fees }: Pick<RegisterTables, 'cells' | 'fees'>,
  report: Pick<Report, 'cells' | 'claims'>,
): RegisterDifference[] {
  const differing = (
    cell: CellAddress,
    figure: number | null | undefined,
    { value, rows, open }: RegisterTables['cells'][string],
  ): RegisterDifference[] =>
    figure === undefined || (figure ?? 0) === value
      ? []
      : [{ cell, report: figure, register: value, rows, open }];
  return [
    ...Object.entries(cells).flatMap(([address, each]) =>
      differing(address, said(report.cells[address]), each),
    ),
    ...feeMeasures.flatMap((measure) => {
      const each = fees[measure];
      return each === undefined ? [] : differing(measure, stated(report.claims, measure), each);
    }),
  ];
}

const yuan: Readonly<Record<string, number>> = { 元: 1, 万元: 10_000 };

/** The only figure that the prose surely states for a fee, amounts in yuan. */
function stated(claims: readonly Claim[], measure: string): number | undefined {
  const figures = claims
    .filter((claim) => claim.measure === measure)
    .map(({ kind, value, unit, qualifier }) => {
      if (kind === 'none' || value === 0) return 0;
      const factor = measure === 'fees.notices' ? 1 : yuan[unit ?? ''];
      if (kind !== 'count' || qualifier !== 'exact' || value === null || factor === undefined)
        return undefined;
      return Math.round(value * factor * 100) / 100;
    });
  const [only, ...others] = new Set(figures);
  return others.length === 0 ? only : undefined;
}
