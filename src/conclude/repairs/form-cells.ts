import {
  cellsOfBlock,
  type CellAddress,
  type FormCell,
  type FormEdition,
  type Label,
} from '../../model/index.js';

/** What the form says about its cells. */
export interface FormCells {
  isSigned: (cell: CellAddress) => boolean;
  isDecimal: (cell: CellAddress) => boolean;
  /** What the form calls the row; the column where the table has a single row. */
  rowName: (cell: CellAddress) => string;
  columnName: (cell: CellAddress) => string;
  /** What the form calls the rows that the cell's row is grouped with, e.g. 不予公开; `null` outside a group. */
  groupName: (cell: CellAddress) => string | null;
  /** The cells of the same row, from left to right. */
  rowOf: (cell: CellAddress) => readonly CellAddress[];
  /** Whether the cells stand side by side, or one above the other. */
  areNeighbours: (one: CellAddress, other: CellAddress) => boolean;
}

interface Place extends FormCell {
  line: readonly CellAddress[];
  x: number;
  y: number;
}

/** Cells by address; where editions differ, the edition of the report counts. */
export function formCells(forms: readonly FormEdition[], layoutId: string | null): FormCells {
  const own = forms.filter(({ id }) => id === layoutId);
  const editions = [...own, ...forms].map(placesOf);
  const placeOf = (address: CellAddress): Place | undefined =>
    editions.find((places) => places.has(address))?.get(address);
  const labelsOf = (address: CellAddress): Label[] => {
    const place = placeOf(address);
    return place === undefined ? [] : [place.column.label, ...(place.row === null ? [] : [place.row.label])];
  };
  return {
    isSigned: (address) => labelsOf(address).some((label) => label.signed === true),
    isDecimal: (address) => labelsOf(address).some((label) => label.decimal === true),
    rowName: (address) => {
      const place = placeOf(address);
      return place === undefined ? address : plain((place.row ?? place.column).label);
    },
    columnName: (address) => {
      const place = placeOf(address);
      return place === undefined ? address : plain(place.column.label);
    },
    groupName: (address) => {
      const parent = placeOf(address)?.row?.parents.findLast(({ id }) => id !== undefined);
      return parent === undefined ? null : plain(parent);
    },
    rowOf: (address) => placeOf(address)?.line ?? [address],
    areNeighbours: (one, other) => {
      const [a, b] = [placeOf(one), placeOf(other)];
      if (a === undefined || b === undefined || a.table !== b.table || a.block !== b.block) return false;
      return Math.abs(a.x - b.x) + Math.abs(a.y - b.y) === 1;
    },
  };
}

const known = new WeakMap<FormEdition, ReadonlyMap<CellAddress, Place>>();

function placesOf(form: FormEdition): ReadonlyMap<CellAddress, Place> {
  const found = known.get(form);
  if (found !== undefined) return found;
  const places = new Map<CellAddress, Place>();
  for (const table of form.tables) {
    for (const block of table.blocks) {
      for (const [y, cells] of linesOf(cellsOfBlock(table, block)).entries()) {
        const line = cells.map(({ address }) => address);
        for (const [x, cell] of cells.entries()) places.set(cell.address, { ...cell, line, x, y });
      }
    }
  }
  known.set(form, places);
  return places;
}

function linesOf(cells: readonly FormCell[]): FormCell[][] {
  const lines = new Map<FormCell['row'], FormCell[]>();
  for (const cell of cells) lines.set(cell.row, [...(lines.get(cell.row) ?? []), cell]);
  return [...lines.values()];
}

/** Without the note in brackets at its end. */
function plain(label: Label): string {
  return label.label.replace(/（[^（）]*）$/, '');
}
