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

function rowLabel({ label, parents }: Leaf): string {
  const group = parents.findLast((parent) => parent.id !== undefined);
  return group === undefined ? printed(label) : `${printed(group)} ${printed(label)}`;
}

function cellLabel({ row, column }: FormCell): string {
  if (row === null) return [...column.parents, column.label].map(printed).join(' ');
  return `${rowLabel(row)} · ${printed(column.label)}`;
}

/** Rows that head a group, with the address of the group in each column: the subtotals that the prose states. */
function groupLabels({ id, blocks }: FormTable): [CellAddress, string][] {
  return blocks.flatMap(({ rows = [], columns }) => {
    const groups = (labels: readonly Label[], prefix: string): { path: string; label: Label }[] =>
      labels.flatMap((label) => {
        const path = label.id === undefined ? prefix : `${prefix}.${label.id}`;
        if (label.children === undefined) return [];
        return [...(label.id === undefined ? [] : [{ path, label }]), ...groups(label.children, path)];
      });
    return groups(rows, id).flatMap(({ path, label }) =>
      leavesOf(columns).map((column): [CellAddress, string] => [
        `${path}.${column.path}`,
        `${printed(label)} · ${printed(column.label)}`,
      ]),
    );
  });
}

/** Puts the edition of the document before the others, which know the labels of mixed forms. */
export function editionsFirst(forms: readonly FormEdition[], layoutId: string | null): FormEdition[] {
  return [...forms.filter((form) => form.id === layoutId), ...forms.filter((form) => form.id !== layoutId)];
}

/** Official labels of cells and of groups of them: `表三 （三）不予公开 1.属于国家秘密 · 总计`. An unknown address stands for itself. */
export function cellLabels(
  forms: readonly FormEdition[],
  layoutId: string | null,
  t: Translate,
): (address: CellAddress) => string {
  const labels = new Map<CellAddress, string>();
  for (const form of editionsFirst(forms, layoutId)) {
    for (const table of form.tables) {
      const name = tableName(table.id, table.section, t);
      const cells = table.blocks.flatMap((block) => cellsOfBlock(table, block));
      const own = cells.map((cell): [CellAddress, string] => [cell.address, cellLabel(cell)]);
      for (const [address, label] of [...own, ...groupLabels(table)]) {
        if (!labels.has(address)) labels.set(address, `${name} ${label}`);
      }
    }
  }
  return (address) => labels.get(address) ?? address;
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
