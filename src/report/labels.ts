import {
  cellsOfBlock,
  leavesOf,
  type At,
  type CellAddress,
  type FormCell,
  type FormEdition,
  type FormTable,
  type Label,
  type Leaf,
} from '../model/index.js';
import type { Translate } from './translate.js';

/** `一` → `一、`, `（一）` → `（一）`, `1` → `1.`, as the form prints them. */
function ordinal(label: Label): string {
  if (label.ordinal === undefined) return '';
  if (label.ordinal.startsWith('（')) return label.ordinal;
  return /^\d+$/.test(label.ordinal) ? `${label.ordinal}.` : `${label.ordinal}、`;
}

/** The label as the form prints it, with its ordinal, without the note in brackets at its end. */
export function printed(label: Label): string {
  return ordinal(label) + label.label.replace(/（[^（）]*）$/, '');
}

/** The label as the form prints it, with its ordinal, its note and the unit of an amount. */
export function printedInFull(label: Label): string {
  const unit = label.decimal === true && label.unit !== undefined ? `（单位：${label.unit}）` : '';
  return ordinal(label) + label.label + unit;
}

/** What a cell is called: 表三, （一）予以公开, 自然人. */
export interface CellName {
  table: string;
  row: string;
  column: string;
  /** Stands between row and column. */
  joint: ' · ' | ' ';
}

function rowLabel({ label, parents }: Leaf): string {
  const group = parents.findLast((parent) => parent.id !== undefined);
  return group === undefined ? printed(label) : `${printed(group)} ${printed(label)}`;
}

/** Groups of columns stand for the rows of a block that has none. */
function cellName(table: string, { row, column }: FormCell): CellName {
  return row === null
    ? { table, row: column.parents.map(printed).join(' '), column: printed(column.label), joint: ' ' }
    : { table, row: rowLabel(row), column: printed(column.label), joint: ' · ' };
}

/** Rows that head a group, with the address of the group in each column: the subtotals that the prose states. */
function groupNames(name: string, { id, blocks }: FormTable): [CellAddress, CellName][] {
  return blocks.flatMap(({ rows = [], columns }) => {
    const groups = (labels: readonly Label[], prefix: string): { path: string; label: Label }[] =>
      labels.flatMap((label) => {
        const path = label.id === undefined ? prefix : `${prefix}.${label.id}`;
        if (label.children === undefined) return [];
        return [...(label.id === undefined ? [] : [{ path, label }]), ...groups(label.children, path)];
      });
    return groups(rows, id).flatMap(({ path, label }) =>
      leavesOf(columns).map((column): [CellAddress, CellName] => [
        `${path}.${column.path}`,
        { table: name, row: printed(label), column: printed(column.label), joint: ' · ' },
      ]),
    );
  });
}

/** Puts the edition of the document before the others, which know the labels of mixed forms. */
export function editionsFirst(forms: readonly FormEdition[], layoutId: string | null): FormEdition[] {
  return [...forms.filter((form) => form.id === layoutId), ...forms.filter((form) => form.id !== layoutId)];
}

/** What cells and groups of them are called, those of the edition of the document first. */
export function cellNames(
  forms: readonly FormEdition[],
  layoutId: string | null,
  t: Translate,
): Map<CellAddress, CellName> {
  const names = new Map<CellAddress, CellName>();
  for (const form of editionsFirst(forms, layoutId)) {
    for (const table of form.tables) {
      const name = tableName(table.id, table.section, t);
      const cells = table.blocks.flatMap((block) => cellsOfBlock(table, block));
      const own = cells.map((cell): [CellAddress, CellName] => [cell.address, cellName(name, cell)]);
      for (const [address, each] of [...own, ...groupNames(name, table)]) {
        if (!names.has(address)) names.set(address, each);
      }
    }
  }
  return names;
}

/** Official labels of cells and of groups of them: `表三 （三）不予公开 1.属于国家秘密 · 总计`. An unknown address stands for itself. */
export function labelsBy(names: ReadonlyMap<CellAddress, CellName>): (address: CellAddress) => string {
  return (address) => {
    const name = names.get(address);
    return name === undefined ? address : `${name.table} ${name.row}${name.joint}${name.column}`;
  };
}

/** Official labels, those of the edition of the document first. */
export function cellLabels(
  forms: readonly FormEdition[],
  layoutId: string | null,
  t: Translate,
): (address: CellAddress) => string {
  return labelsBy(cellNames(forms, layoutId, t));
}

/** 表三, Table 3. */
export function tableName(id: string, section: string, t: Translate): string {
  return t('label.table', { ordinal: section, number: id.slice(1) });
}

/** Where something stands in the source, in words; empty when nothing is known. */
export function whereabouts(at: At | null, t: Translate): string {
  if (at === null) return '';
  const words: string[] = [];
  if (at.page !== undefined) words.push(t('at.page', { page: at.page }));
  if (at.sheet !== undefined) words.push(t('at.sheet', { sheet: at.sheet }));
  if (at.ref !== undefined) words.push(at.ref);
  if (at.line !== undefined) words.push(t('at.line', { line: at.line }));
  if (at.column !== undefined) words.push(t('at.column', { column: at.column }));
  if (at.paragraph !== undefined) words.push(t('at.paragraph', { paragraph: at.paragraph }));
  if (at.table !== undefined) words.push(t('at.table', { table: at.table }));
  if (at.row !== undefined) words.push(t('at.row', { row: at.row }));
  if (at.cell !== undefined) words.push(t('at.cell', { cell: at.cell }));
  if (words.length === 0 && at.path !== undefined) words.push(at.path);
  return words.join(t('at.join'));
}
