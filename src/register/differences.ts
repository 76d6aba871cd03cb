import type { Cell, CellAddress, RegisterDifference, RegisterTables } from '../model/index.js';

/** What the report says of a cell: its number, none where the cell is blank or a sign for none; `undefined`: it cannot be told. */
function said(cell: Cell | undefined): number | null | undefined {
  if (cell === undefined || cell.state === 'absent' || cell.state === 'unreadable') return undefined;
  if (cell.state === 'blank' || cell.state === 'placeholder') return null;
  return cell.value ?? undefined;
}

/** The cells in which a report differs from its registers, those of the report's own order; a cell that was not read differs from nothing. */
export function differencesOf(
  { cells }: Pick<RegisterTables, 'cells'>,
  report: Record<CellAddress, Cell>,
): RegisterDifference[] {
  return Object.entries(cells).flatMap(([cell, { value, rows, open }]) => {
    const figure = said(report[cell]);
    if (figure === undefined || (figure ?? 0) === value) return [];
    return [{ cell, report: figure, register: value, rows, open }];
  });
}
