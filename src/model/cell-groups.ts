import type { CellAddress } from './report/report.js';

/** A cell by what its table, row and column are called. */
export interface PlacedCell {
  address: CellAddress;
  table: string;
  row: string;
  column: string;
}

/** Cells of one table: those that fill whole columns or rows of it, by name, and the rest. */
export interface CellGroups {
  table: string;
  /** Every cell of the table is there. */
  all: boolean;
  columns: string[];
  rows: string[];
  rest: PlacedCell[];
}

function by(part: 'table' | 'row' | 'column', cells: readonly PlacedCell[]): Map<string, PlacedCell[]> {
  const groups = new Map<string, PlacedCell[]>();
  for (const cell of cells) {
    const group = groups.get(cell[part]);
    if (group === undefined) groups.set(cell[part], [cell]);
    else group.push(cell);
  }
  return groups;
}

/** Puts cells together that fill whole columns or rows of their tables; `form`: all cells, in order. */
export function groupCells(form: readonly PlacedCell[], cells: readonly CellAddress[]): CellGroups[] {
  const wanted = new Set(cells);
  return [...by('table', form)].flatMap(([table, own]): CellGroups[] => {
    const found = own.filter(({ address }) => wanted.has(address));
    if (found.length === 0) return [];
    const whole = (part: 'row' | 'column', beyond: ReadonlySet<string>): Set<string> =>
      new Set(
        [...by(part, own)]
          .filter(([, line]) => line.length > 1 && line.every(({ address }) => wanted.has(address)))
          .filter(([, line]) => !line.every(({ column }) => beyond.has(column)))
          .map(([name]) => name),
      );
    const columns = whole('column', new Set());
    const rows = whole('row', columns);
    const all = found.length === own.length;
    return [
      {
        table,
        all,
        columns: [...columns],
        rows: [...rows],
        rest: all ? [] : found.filter(({ row, column }) => !columns.has(column) && !rows.has(row)),
      },
    ];
  });
}
