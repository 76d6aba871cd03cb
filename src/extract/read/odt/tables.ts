import type { At } from '../../../model/index.js';
import type { RawBlock, RawCell, RawTable } from '../blocks.js';
import { budget } from '../bounds.js';
import type { Attributes } from '../xml/xml.js';

interface OpenTable {
  raw: RawTable;
  number: number;
  cells: RawCell[];
  /** Cells of the row, counted as they are written. */
  cell: number;
  /** Next grid column of the row. */
  column: number;
  rowRepeat: number;
  cellRepeat: number;
}

/** Copies that a repetition may make, so that a false number costs nothing. */
const mostRepeats = 100;
const mostColumns = 256;

/** Builds tables from `table:table` and what it holds. */
export function tableBuilder() {
  const open: OpenTable[] = [];
  const places = budget('places');
  let count = 0;

  function here(): At | null {
    const table = open.at(-1);
    return table === undefined
      ? null
      : { table: table.number, row: table.raw.rows.length + 1, cell: table.cell };
  }

  return {
    /** Where the next paragraph stands; `null` outside tables. */
    here,
    open(): void {
      count += 1;
      const raw: RawTable = { kind: 'rawTable', rows: [], at: { table: count } };
      open.push({ raw, number: count, cells: [], cell: 0, column: 0, rowRepeat: 1, cellRepeat: 1 });
    },
    /** The finished table; `null` when it has no rows. */
    close(): RawTable | null {
      const table = open.pop();
      return table === undefined || table.raw.rows.length === 0 ? null : table.raw;
    },
    openRow(attributes: Attributes): void {
      const table = open.at(-1);
      if (table !== undefined)
        Object.assign(table, {
          cells: [],
          cell: 0,
          column: 0,
          rowRepeat: number(attributes['table:number-rows-repeated'], mostRepeats),
        });
    },
    closeRow(): void {
      const table = open.at(-1);
      if (table === undefined) return;
      const copies = table.cells.some((cell) => cell.content.length > 0) ? table.rowRepeat : 1;
      places(copies * table.column);
      for (let i = 0; i < copies; i += 1) table.raw.rows.push(table.cells);
    },
    openCell(attributes: Attributes): void {
      const table = open.at(-1);
      if (table === undefined) return;
      table.cell += 1;
      table.cellRepeat = number(attributes['table:number-columns-repeated'], mostRepeats);
      table.cells.push({
        content: [],
        at: here() ?? {},
        column: table.column,
        columnSpan: number(attributes['table:number-columns-spanned'], mostColumns),
        rowSpan: number(attributes['table:number-rows-spanned'], mostRepeats),
      });
    },
    closeCell(content: RawBlock[]): void {
      const table = open.at(-1);
      const cell = table?.cells.at(-1);
      if (table === undefined || cell === undefined) return;
      cell.content = content;
      table.column += 1;
      for (let i = 1; i < table.cellRepeat && table.column < mostColumns; i += 1) {
        table.cell += 1;
        table.cells.push({ ...cell, at: { ...cell.at, cell: table.cell }, column: table.column });
        table.column += 1;
      }
    },
    /** Passes over columns that a merged cell covers. */
    cover(attributes: Attributes): void {
      const table = open.at(-1);
      if (table !== undefined)
        table.column += number(attributes['table:number-columns-repeated'], mostRepeats);
    },
  };
}

/** A number of at least 1. */
export function number(value: string | undefined, most: number): number {
  const found = Number(value ?? 1);
  return Number.isInteger(found) && found >= 1 ? Math.min(found, most) : 1;
}
