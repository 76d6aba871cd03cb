import type { FormBlock, FormEdition, FormTable, Label } from './form.js';

/** Leaf labels with the address words that lead to them; the path of a label without `id` is its parent's. */
export interface Leaf {
  /** Words joined by dots, e.g. `denied.stateSecret`; empty for a block without row labels. */
  path: string;
  label: Label;
  /** Enclosing labels, outermost first. */
  parents: Label[];
}

const leaves = new WeakMap<readonly Label[], readonly Leaf[]>();

export function leavesOf(labels: readonly Label[]): readonly Leaf[] {
  const known = leaves.get(labels) ?? leavesBelow(labels, '', []);
  leaves.set(labels, known);
  return known;
}

function leavesBelow(labels: readonly Label[], prefix: string, parents: Label[]): Leaf[] {
  return labels.flatMap((each) => {
    const path = each.id === undefined ? prefix : prefix === '' ? each.id : `${prefix}.${each.id}`;
    if (each.children === undefined) return [{ path, label: each, parents }];
    return leavesBelow(each.children, path, [...parents, each]);
  });
}

export interface FormCell {
  address: string;
  table: string;
  block: string;
  row: Leaf | null;
  column: Leaf;
}

const cells = new WeakMap<FormBlock, FormCell[]>();

/** Every cell of one block, row by row, in the order of the form. */
export function cellsOfBlock(table: FormTable, block: FormBlock): FormCell[] {
  const known = cells.get(block);
  if (known !== undefined) return known;
  const made = makeCells(table, block);
  cells.set(block, made);
  return made;
}

function makeCells(table: FormTable, block: FormBlock): FormCell[] {
  const columns = leavesOf(block.columns);
  const rows = block.rows === undefined ? [null] : leavesOf(block.rows);
  return rows.flatMap((row) =>
    columns.map((column) => ({
      address: [table.id, row?.path, column.path]
        .filter((each) => each !== undefined && each !== '')
        .join('.'),
      table: table.id,
      block: block.id,
      row,
      column,
    })),
  );
}

/** Every cell of the edition in the order of the form. */
export function cellsOfForm(form: FormEdition): FormCell[] {
  return form.tables.flatMap((table) => table.blocks.flatMap((block) => cellsOfBlock(table, block)));
}
