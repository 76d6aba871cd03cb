import {
  cellsOfForm,
  type CellAddress,
  type FormCell,
  type FormEdition,
  type Label,
} from '../model/index.js';

/** What the form says about its cells. */
export interface FormCells {
  isSigned: (cell: CellAddress) => boolean;
  isDecimal: (cell: CellAddress) => boolean;
  /** What the form calls the row, or the column where the table has no rows. */
  name: (cell: CellAddress) => string;
  /** What the form calls the group of rows that the cell belongs to, e.g. 不予公开; `null` outside a group. */
  group: (cell: CellAddress) => { id: string; name: string } | null;
}

/** Cells by address; where editions differ, the edition of the report counts. */
export function formCells(forms: readonly FormEdition[], layoutId: string | null): FormCells {
  const cells = new Map<CellAddress, FormCell>();
  for (const form of [...forms].sort(
    (one, other) => Number(other.id === layoutId) - Number(one.id === layoutId),
  )) {
    for (const cell of cellsOfForm(form)) if (!cells.has(cell.address)) cells.set(cell.address, cell);
  }
  const leafOf = (address: CellAddress) => {
    const cell = cells.get(address);
    return cell === undefined ? undefined : (cell.row ?? cell.column);
  };
  const labelsOf = (address: CellAddress): Label[] => {
    const cell = cells.get(address);
    return cell === undefined ? [] : [cell.column.label, ...(cell.row === null ? [] : [cell.row.label])];
  };
  return {
    isSigned: (address) => labelsOf(address).some((label) => label.signed === true),
    isDecimal: (address) => labelsOf(address).some((label) => label.decimal === true),
    name: (address) => {
      const leaf = leafOf(address);
      return leaf === undefined ? address : plain(leaf.label);
    },
    group: (address) => {
      const parent = cells.get(address)?.row?.parents.findLast((each) => each.id !== undefined);
      return parent?.id === undefined ? null : { id: parent.id, name: plain(parent) };
    },
  };
}

/** Without the note in brackets at its end. */
function plain(label: Label): string {
  return label.label.replace(/（[^（）]*）$/, '');
}
