import { cellsOfForm, type CellAddress, type FormEdition } from '../model/index.js';

/** The cells whose numbers come from the year before, each with the cell of that year that they come from. */
export function carriedCells(form: FormEdition): ReadonlyMap<CellAddress, CellAddress> {
  const cells = cellsOfForm(form);
  return new Map(
    (form.carried ?? []).flatMap(({ table, from, to }) =>
      cells.flatMap(({ address, table: own, row, column }): [CellAddress, CellAddress][] => {
        if (own !== table || row?.path !== to) return [];
        const source = cells.find(
          (each) => each.table === table && each.row?.path === from && each.column.path === column.path,
        );
        return source === undefined ? [] : [[address, source.address]];
      }),
    ),
  );
}
