import { leavesOf, type Document, type FormEdition, type Table } from '../../../model/index.js';
import { squeeze } from '../stream/stream.js';

/** Rows at the top of a grid in which row labels of the form may stand instead of column labels, and how many of them prove it. */
const topRows = 4;
const fewestLabels = 8;
/** Shorter labels stand among the columns too. */
const shortestLabel = 6;

const known = new WeakMap<readonly FormEdition[], ReadonlySet<string>>();

function labelsOf(forms: readonly FormEdition[]): ReadonlySet<string> {
  const found = known.get(forms) ?? new Set(longLabels(forms));
  known.set(forms, found);
  return found;
}

const longLabels = (forms: readonly FormEdition[]): string[] =>
  forms
    .flatMap((form) => form.tables.flatMap((table) => table.blocks.flatMap((block) => block.rows ?? [])))
    .flatMap((row) => leavesOf([row]).map(({ label }) => squeeze(label.label)))
    .filter((label) => label.length >= shortestLabel);

function liesOnItsSide(table: Table, labels: ReadonlySet<string>): boolean {
  if (!table.grid) return false;
  return table.rows.slice(0, topRows).some((row) => {
    if (row.length < fewestLabels) return false;
    const found = row.filter(({ text }) => {
      const key = squeeze(text);
      return labels.has(key) || labels.has(key.replace(/^[\d一二三四五六七]/, ''));
    });
    return found.length >= fewestLabels;
  });
}

function turned(table: Table): Table {
  const cells = table.rows.flatMap((row, index) => row.map((cell) => ({ row: index, cell })));
  const width = Math.max(0, ...cells.map(({ cell }) => cell.column + cell.columnSpan));
  const rows = Array.from({ length: width }, (_, column) =>
    cells
      .filter(({ cell }) => cell.column === column)
      .map(({ row, cell }) => ({ ...cell, column: row, columnSpan: cell.rowSpan, rowSpan: cell.columnSpan })),
  );
  return { ...table, rows };
}

/** The document with grids put upright whose columns are the rows of the form. */
export function transposeTables(document: Document, forms: readonly FormEdition[]): Document {
  if (!document.blocks.some((each) => each.kind === 'table' && each.grid)) return document;
  const labels = labelsOf(forms);
  let changed = false;
  const blocks = document.blocks.map((block) => {
    if (block.kind !== 'table' || !liesOnItsSide(block, labels)) return block;
    changed = true;
    return turned(block);
  });
  return changed ? { ...document, blocks } : document;
}
