import {
  cellsOfBlock,
  leavesOf,
  type BlockReading,
  type FormBlock,
  type FormCell,
  type FormEdition,
  type FormTable,
  type Label,
  type Layout,
} from '../model/index.js';

/** One block with the edition it is taken from. */
export interface ViewBlock {
  table: FormTable;
  block: FormBlock;
  edition: string;
}

/**
 * The form as one report uses it. Usually one edition; in a mixed report each sub-table comes from the edition whose labels it carries.
 */
export interface FormView {
  edition: FormEdition;
  blocks: ViewBlock[];
  cells: ReadonlyMap<string, FormCell>;
  /** Place of each address in the order of the form. */
  positions: ReadonlyMap<string, number>;
  /** Addresses of cells by measure: a cell by itself, a group of rows such as `t3.denied.total` by its cells. */
  measures: ReadonlyMap<string, readonly string[]>;
  /** Edition by address. */
  editionOf: (address: string) => string | undefined;
}

export function viewOf(edition: FormEdition, blocks: ViewBlock[] = blocksOf(edition)): FormView {
  const cells = new Map<string, FormCell>();
  const measures = new Map<string, string[]>();
  const editions = new Map<string, string>();
  for (const { table, block, edition: id } of blocks) {
    for (const cell of cellsOfBlock(table, block)) {
      if (cells.has(cell.address)) continue;
      cells.set(cell.address, cell);
      editions.set(cell.address, id);
      for (const measure of measuresOf(cell)) {
        const list = measures.get(measure);
        if (list === undefined) measures.set(measure, [cell.address]);
        else list.push(cell.address);
      }
    }
  }
  return {
    edition,
    blocks,
    cells,
    positions: new Map([...cells.keys()].map((address, index) => [address, index])),
    measures,
    editionOf: (address) => editions.get(address),
  };
}

/** The address itself and, for each group of rows around it, the measure of the group in the same column. */
function measuresOf(cell: FormCell): string[] {
  if (cell.row === null) return [cell.address];
  const words = cell.row.path.split('.');
  return words.map((_, index) => `${cell.table}.${words.slice(0, index + 1).join('.')}.${cell.column.path}`);
}

function blocksOf(edition: FormEdition): ViewBlock[] {
  return edition.tables.flatMap((table) =>
    table.blocks.map((block) => ({ table, block, edition: edition.id })),
  );
}

/**
 * The view for a report: its edition, or that of its year, or the newest, with the sub-tables of other editions in place of its own.
 */
export function viewForReport(forms: readonly FormEdition[], layout: Layout, year: number | null): FormView {
  const edition =
    forms.find((form) => form.id === layout.id) ??
    forms.find((form) => year !== null && form.years.from <= year && year <= (form.years.to ?? year)) ??
    newest(forms);
  const found = layout.blocks.filter((each) => each.found && each.edition !== null);
  const blocks = blocksOf(edition).map((own) => foreign(forms, own, found) ?? own);
  const extra = found.flatMap((reading) => {
    if (blocks.some((each) => each.table.id === reading.table && each.block.id === reading.block)) return [];
    return blocksOf(formOf(forms, reading.edition) ?? edition).filter(
      (each) => each.table.id === reading.table && each.block.id === reading.block,
    );
  });
  return viewOf(edition, [...blocks, ...extra]);
}

function foreign(
  forms: readonly FormEdition[],
  own: ViewBlock,
  found: readonly BlockReading[],
): ViewBlock | undefined {
  const reading = found.find((each) => each.table === own.table.id && each.block === own.block.id);
  if (reading === undefined || reading.edition === own.edition) return undefined;
  const form = formOf(forms, reading.edition);
  if (form === undefined) return undefined;
  return blocksOf(form).find((each) => each.table.id === own.table.id && each.block.id === own.block.id);
}

function formOf(forms: readonly FormEdition[], id: string | null): FormEdition | undefined {
  return forms.find((form) => form.id === id);
}

function newest(forms: readonly FormEdition[]): FormEdition {
  const sorted = [...forms].sort((a, b) => b.years.from - a.years.from);
  const first = sorted[0];
  if (first === undefined) throw new Error('no form edition');
  return first;
}

/** Words of rows or columns of a table, in the order of the form. */
export type Axis = 'rows' | 'columns' | 'rowGroups' | 'columnGroups';

export function axisOf(
  view: FormView,
  table: string,
  axis: Axis,
): { id: string; label: Label; parents: Label[] }[] {
  const found = new Map<string, { id: string; label: Label; parents: Label[] }>();
  for (const { table: own, block } of view.blocks) {
    if (own.id !== table) continue;
    const labels = axis === 'rows' || axis === 'rowGroups' ? (block.rows ?? []) : block.columns;
    const entries =
      axis === 'rows' || axis === 'columns'
        ? leavesOf(labels).map((leaf) => ({ id: leaf.path, label: leaf.label, parents: leaf.parents }))
        : groupsOf(labels);
    for (const entry of entries) if (!found.has(entry.id)) found.set(entry.id, entry);
  }
  return [...found.values()];
}

function groupsOf(
  labels: readonly Label[],
  prefix = '',
  parents: Label[] = [],
): { id: string; label: Label; parents: Label[] }[] {
  return labels.flatMap((label) => {
    if (label.children === undefined) return [];
    const path = label.id === undefined ? prefix : prefix === '' ? label.id : `${prefix}.${label.id}`;
    const inner = groupsOf(label.children, path, [...parents, label]);
    return label.id === undefined ? inner : [{ id: path, label, parents }, ...inner];
  });
}
