import type { Table, TableCell } from '../../../model/index.js';
import { InputError } from '../../../model/index.js';
import { budget } from '../bounds.js';
import { attribute, blockElements, isElement, isHidden, isText, skipped, type Element } from './nodes.js';

/** Longest text of a cell in a table of figures; longer ones hold an article, and the table only lays out the page. */
const longestCell = 300;
const mostColumns = 1000;
const deepest = 1000;

interface Row {
  cells: { element: Element; text: string }[];
  /** Rows of one section (`thead`, `tbody`, `tfoot`) share it: spans end with the section. */
  section: Element;
  path: string;
}

function rowsOf(table: Element, path: string): Row[] {
  const rows: Row[] = [];
  const counts = new Map<string, number>();
  for (const child of table.childNodes) {
    if (!isElement(child)) continue;
    const count = (counts.get(child.tagName) ?? 0) + 1;
    counts.set(child.tagName, count);
    if (!['thead', 'tbody', 'tfoot'].includes(child.tagName)) continue;
    let number = 0;
    for (const row of child.childNodes) {
      if (!isElement(row) || row.tagName !== 'tr') continue;
      number += 1;
      if (isHidden(row)) continue;
      rows.push({
        cells: cellsOf(row),
        section: child,
        path: `${path} > ${child.tagName}:nth-of-type(${count}) > tr:nth-of-type(${number})`,
      });
    }
  }
  return rows;
}

function appendText(element: Element, parts: string[], depth: number): void {
  if (depth > deepest) throw new InputError('too-deep', { limit: String(deepest) });
  for (const child of element.childNodes) {
    if (isText(child)) parts.push(child.value.replaceAll(/[\t\n\r\f ]+/g, ' '));
    else if (isElement(child) && !skipped.has(child.tagName) && !isHidden(child)) {
      const breaks = child.tagName === 'br' || blockElements.has(child.tagName);
      if (breaks) parts.push('\n');
      appendText(child, parts, depth + 1);
      if (breaks) parts.push('\n');
    }
  }
}

function textOf(cell: Element): string {
  const parts: string[] = [];
  appendText(cell, parts, 0);
  const lines = parts.join('').split('\n');
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function cellsOf(row: Element): Row['cells'] {
  return row.childNodes.flatMap((each) =>
    isElement(each) && (each.tagName === 'td' || each.tagName === 'th') && !isHidden(each)
      ? [{ element: each, text: textOf(each) }]
      : [],
  );
}

/** Looks no further than the first table inside, which is asked for itself: all tables of a page together cost one walk. */
function holdsTable(element: Element, depth: number): boolean {
  if (depth > deepest) throw new InputError('too-deep', { limit: String(deepest) });
  return element.childNodes.some(
    (child) => isElement(child) && (child.tagName === 'table' || holdsTable(child, depth + 1)),
  );
}

/** For each row how many follow in its section, itself counted. */
function rowsLeft(rows: readonly Row[]): number[] {
  const left = rows.map(() => 1);
  for (let index = rows.length - 2; index >= 0; index -= 1)
    if (rows[index]?.section === rows[index + 1]?.section) left[index] = (left[index + 1] ?? 0) + 1;
  return left;
}

function span(cell: Element, name: 'colspan' | 'rowspan'): number {
  const value = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return Number.isNaN(value) ? 1 : Math.min(Math.max(value, 0), mostColumns);
}

/**
 * The grid that a browser lays out; each cell once, where its span begins. `number` counts tables of the page from 1. `null` for a table
 * that lays out the page instead of holding figures or facts.
 */
export function gridOf(table: Element, number: number, path: string): Table | null {
  if (holdsTable(table, 0)) return null;
  const rows = rowsOf(table, path);
  const all = rows.flatMap((row) => row.cells);
  if (all.length <= 1 || all.some(({ text }) => text.length > longestCell)) return null;
  const left = rowsLeft(rows);
  const places = budget('places');
  /** For each grid column the number of rows below that a cell above still covers. */
  let covered: number[] = [];
  const result = rows.map(({ cells: own, section, path: rowPath }, index): TableCell[] => {
    if (index > 0 && rows[index - 1]?.section !== section) covered = [];
    const most = left[index] ?? 1;
    places(covered.length);
    const next = covered.map((each) => Math.max(0, each - 1));
    const cells: TableCell[] = [];
    const counts = new Map<string, number>();
    let column = 0;
    own.forEach(({ element: cell, text }, position) => {
      while ((covered[column] ?? 0) > 0) column += 1;
      const count = (counts.get(cell.tagName) ?? 0) + 1;
      counts.set(cell.tagName, count);
      const columnSpan = Math.max(1, span(cell, 'colspan'));
      const asked = span(cell, 'rowspan');
      const rowSpan = asked === 0 ? most : Math.min(asked, most);
      cells.push({
        text,
        at: {
          table: number,
          row: index + 1,
          cell: position + 1,
          path: `${rowPath} > ${cell.tagName}:nth-of-type(${count})`,
        },
        column,
        columnSpan,
        rowSpan,
      });
      for (let i = column; i < Math.min(column + columnSpan, mostColumns); i += 1) {
        while (next.length <= i) next.push(0);
        next[i] = Math.max(next[i] ?? 0, rowSpan - 1);
      }
      column += columnSpan;
    });
    covered = next;
    return cells;
  });
  return { kind: 'table', rows: result, at: { table: number, path }, grid: true };
}
