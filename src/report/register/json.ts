import type { Unclassified } from '../../model/index.js';
import type { RegisterView } from './view.js';

const stated = ({ row, column, text, length, why }: Unclassified) => ({
  row,
  column,
  ...(text === undefined || text === '' ? {} : { text }),
  ...(length === undefined ? {} : { length }),
  why,
});

/**
 * The tables with the rows behind them, without anything of the registers but numbers of rows and words of the vocabulary. `open` has for each cell the rows
 * that could not be classified and may belong to it.
 */
export function registerJson({ tables, differences }: RegisterView): string {
  const { year, sheets } = tables;
  const cells = Object.entries(tables.cells);
  const all = [...cells, ...Object.entries(tables.fees)];
  const document = {
    year,
    cells: Object.fromEntries(cells.map(([address, { value, rows }]) => [address, { value, rows }])),
    ...(Object.keys(tables.fees).length === 0
      ? {}
      : {
          fees: Object.fromEntries(
            Object.entries(tables.fees).map(([measure, { value, rows }]) => [measure, { value, rows }]),
          ),
        }),
    unclassified: tables.unclassified.map(stated),
    differences: (differences ?? []).map(({ cell, report, register, rows }) => ({
      cell,
      report,
      register,
      rows,
    })),
    open: Object.fromEntries(
      all.filter(([, { open }]) => open.length > 0).map(([address, { open }]) => [address, open]),
    ),
    sheets,
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}
