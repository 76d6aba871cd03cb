import { groupCells, type FormCell, type Label, type Lang } from '../../model/index.js';
import type { FormView } from './form-view.js';

/** A label as the form prints it, with its ordinal: 一、…, （一）…, 1.… */
export function printed(label: Label): string {
  if (label.ordinal === undefined) return label.label;
  if (label.ordinal.startsWith('（')) return `${label.ordinal}${label.label}`;
  return /^\d+$/.test(label.ordinal) ? `${label.ordinal}.${label.label}` : `${label.ordinal}、${label.label}`;
}

/** A row or column as an officer calls it: its label, after the group of a numbered item or of a label that alone says too little. */
export function labelOf(label: Label, parents: readonly Label[]): string {
  const parent = parents.at(-1);
  const own = printed(label);
  if (parent === undefined) return own;
  const item = label.ordinal !== undefined && /^\d+$/.test(label.ordinal);
  if (item) return `${printed(parent)}${own}`;
  return parent.id !== undefined || label.label === '其他' ? `${printed(parent)}—${own}` : own;
}

/** A cell or a group of rows in a sum: its row, with the column unless that is the total. */
export function termLabel(view: FormView, measure: string): string {
  const [first] = view.measures.get(measure) ?? [];
  const cell = view.cells.get(first ?? measure);
  if (cell === undefined) return measure;
  const row =
    cell.row === null ? null : (groupOf(cell, measure) ?? labelOf(cell.row.label, cell.row.parents));
  const column = labelOf(cell.column.label, cell.column.parents);
  return `“${row === null ? column : cell.column.path === 'total' ? row : `${row}／${column}`}”`;
}

/** Cells of the report for that year: 2022年度报告“一、本年新收…”. */
export function namesIn(
  view: FormView,
  year: number,
  cells: readonly string[],
  lang: Lang,
): readonly string[] {
  return cells.map((cell) => `${year}${lang === 'en' ? ' ' : '年度报告'}${termLabel(view, cell)}`);
}

/** The label of the group of rows that the measure names; `undefined` when it names the row of the cell. */
function groupOf({ table, row, column }: FormCell, measure: string): string | undefined {
  if (row === null || measure === `${table}.${row.path}.${column.path}`) return undefined;
  const group = row.parents.findLast(
    (parent) => parent.id !== undefined && measure.includes(`.${parent.id}.`),
  );
  return group === undefined ? undefined : printed(group);
}

/** `表三“一、本年新收…”“总计”`, `Table 3 “一、本年新收…” “总计”`. */
export function cellLabel(view: FormView, address: string, lang: Lang): string {
  const cell = view.cells.get(address);
  if (cell === undefined) return address;
  const words = cellWords(cell).map((word) => `“${word}”`);
  return [tableName(view, cell.table, lang), ...words].join(lang === 'en' ? ' ' : '');
}

/** What a subtotal adds up, as {@link cellLabel} calls a cell: `表三“（三）不予公开”“总计”`. */
export function subtotalLabel(view: FormView, measure: string, lang: Lang): string {
  const [first = ''] = view.measures.get(measure) ?? [];
  const cell = view.cells.get(first);
  if (cell?.row == null) return measure;
  const { row, column, table } = cell;
  const own = measure.endsWith(`.${column.path}`);
  const group = column.parents.findLast(({ groups }) => groups?.some((name) => measure.endsWith(`.${name}`)));
  const words = own
    ? [groupOf(cell, measure) ?? measure, labelOf(column.label, column.parents)]
    : [labelOf(row.label, row.parents), group === undefined ? measure : printed(group)];
  return [tableName(view, table, lang), ...words.map((word) => `“${word}”`)].join(lang === 'en' ? ' ' : '');
}

/** Short form for lists of cells of one table: labels joined by a dash. */
export function shortLabel(view: FormView, address: string): string {
  const cell = view.cells.get(address);
  return cell === undefined ? address : cellWords(cell).join('／');
}

function cellWords(cell: FormCell): string[] {
  const column = labelOf(cell.column.label, cell.column.parents);
  return cell.row === null ? [column] : [labelOf(cell.row.label, cell.row.parents), column];
}

/** 表二, 表三, 表四: by the part of the report that holds the table. */
export function tableName(view: FormView, table: string, lang: Lang): string {
  if (lang === 'en') return `Table ${table.slice(1)}`;
  const found = view.blocks.find((each) => each.table.id === table);
  return found === undefined ? table : `表${found.table.section}`;
}

const MOST_NAMED = 6;

/** Names the cells one by one; many of them by the whole columns and rows that they fill. */
export function namesOfCells(view: FormView, addresses: readonly string[], lang: Lang): string[] {
  if (addresses.length <= MOST_NAMED) return addresses.map((address) => shortLabel(view, address));
  const form = [...view.cells.values()].map((cell) => {
    const words = cellWords(cell);
    const [row = '', column = ''] = words.length > 1 ? words : ['', ...words];
    return { address: cell.address, table: tableName(view, cell.table, lang), row, column };
  });
  const en = lang === 'en';
  const lines = ([first = '', ...others]: readonly string[], unit: string, units: string): string =>
    others.length === 0
      ? en
        ? `the whole ${unit} “${first}”`
        : `“${first}”整${unit}`
      : en
        ? `${others.length + 1} whole ${units} (“${first}” and others)`
        : `“${first}”等${others.length + 1}${unit}全部`;
  return groupCells(form, addresses).map(({ table, all, columns, rows, rest }) => {
    const [column, row] = en ? ['column', 'row'] : ['列', '行'];
    const parts = [
      ...(columns.length === 0 ? [] : [lines(columns, column ?? '', 'columns')]),
      ...(rows.length === 0 ? [] : [lines(rows, row ?? '', 'rows')]),
      ...(rest.length === 0 ? [] : [en ? `${rest.length} more` : `另有${rest.length}个`]),
    ];
    if (all) return en ? `all of ${table}` : `${table}全部`;
    return `${table}${en ? ': ' : ''}${parts.join(en ? ', ' : '、')}`;
  });
}
