import type { At } from '../../../model/index.js';
import type { RawBlock, RawCell, RawTable } from '../blocks.js';

/** A table being read, with what its row and cell have said of themselves so far. */
interface OpenTable {
  raw: RawTable;
  number: number;
  row: number;
  cells: RawCell[];
  cell: number;
  /** Next free grid column of the row. */
  column: number;
  /** Cells of the rows above that a continued vertical merge extends, by first column. */
  merges: Map<number, RawCell>;
  /** Deleted or hidden: the content is read into nothing. */
  rowGone: boolean;
  cellGone: boolean;
  columnSpan: number;
  vertical: 'none' | 'begin' | 'go on';
  /** Goes on from the cell to its left. */
  horizontal: boolean;
}

/** Builds tables from rows and cells as Word writes them. */
export function tableBuilder() {
  /** Outside of any table, one that nothing comes of. */
  let table = newTable(0);
  const outer: OpenTable[] = [];
  let count = 0;

  return {
    /** The innermost open table. */
    get innermost(): OpenTable {
      return table;
    },
    /** Where the next paragraph stands; `null` outside tables. */
    here(): At | null {
      return outer.length === 0 ? null : { table: table.number, row: table.row, cell: table.cell };
    },
    open(): void {
      count += 1;
      outer.push(table);
      table = newTable(count);
    },
    /** The finished table; `null` when nothing of it is left. */
    close(): RawTable | null {
      const { raw } = table;
      table = outer.pop() ?? table;
      return raw.rows.some((row) => row.length > 0) ? raw : null;
    },
    openRow(): void {
      Object.assign(table, { row: table.row + 1, cells: [], cell: 0, column: 0, rowGone: false });
    },
    closeRow(): void {
      if (!table.rowGone) table.raw.rows.push(table.cells);
    },
    openCell(): void {
      Object.assign(table, {
        cell: table.cell + 1,
        cellGone: false,
        columnSpan: 1,
        vertical: 'none',
        horizontal: false,
      });
    },
    closeCell(content: RawBlock[]): void {
      if (!table.rowGone && !table.cellGone) place(table, content);
    },
  };
}

/** Puts a finished cell on the grid, or into the cell that it is merged with. */
function place(table: OpenTable, content: RawBlock[]): void {
  const { column, columnSpan, cells, merges, vertical } = table;
  table.column += columnSpan;
  const above = merges.get(column);
  const before = cells.at(-1);
  if (vertical === 'go on' && above !== undefined) above.rowSpan += 1;
  else if (table.horizontal && before !== undefined) before.columnSpan += columnSpan;
  else {
    const at = { table: table.number, row: table.row, cell: table.cell };
    const cell: RawCell = { content, at, column, columnSpan, rowSpan: 1 };
    cells.push(cell);
    for (let i = column; i < column + columnSpan; i += 1) merges.delete(i);
    if (vertical !== 'none') merges.set(column, cell);
  }
}

function newTable(number: number): OpenTable {
  return {
    raw: { kind: 'rawTable', rows: [], at: { table: number } },
    number,
    row: 0,
    cells: [],
    cell: 0,
    column: 0,
    merges: new Map(),
    rowGone: false,
    cellGone: false,
    columnSpan: 1,
    vertical: 'none',
    horizontal: false,
  };
}
