import { leavesOf, type Cell, type FormBlock } from '../../../model/index.js';
import { membersOf } from '../../../form/relations.js';
import type { HeaderColumn } from '../header/header-column.js';
import type { BlockMarks } from '../marks.js';
import { squeeze } from '../stream/stream.js';
import { cellOf, type RowReading } from './row-reading.js';

/** Groups of columns below one label, by their names: `organisations`. */
function columnGroups({ columns }: FormBlock): { name: string; paths: string[] }[] {
  const labels = leavesOf(columns).flatMap(({ parents }) => parents);
  return [...new Set(labels.flatMap(({ groups }) => groups ?? []))].flatMap((name) => {
    const carriers = new Set(labels.filter(({ groups }) => groups?.includes(name) === true));
    const paths = membersOf(columns, name);
    const below = [...carriers].flatMap(({ children }) => leavesOf(children ?? []));
    return carriers.size === 1 && below.length === paths.length ? [{ name, paths }] : [];
  });
}

/** The group beside which a column of subtotals stands: before its first column or behind its last. */
function groupBeside(
  columns: readonly HeaderColumn[],
  at: number,
  { block, subtotals }: BlockMarks,
): string | null {
  const column = columns[at];
  if (column === undefined || column.mark !== null || !subtotals.includes(squeeze(column.label))) return null;
  const areOf = (paths: readonly string[], from: number) =>
    paths.every((path) =>
      columns.slice(Math.max(0, from), from + paths.length).some(({ mark }) => mark?.path === path),
    );
  const found = columnGroups(block).find(
    ({ paths }) => areOf(paths, at - paths.length) || areOf(paths, at + 1),
  );
  return found?.name ?? null;
}

/** The subtotals that a sub-table prints beside the cells of the form, by what they add up. */
export function subtotalsOf(
  marks: BlockMarks,
  columns: readonly HeaderColumn[],
  rows: readonly RowReading[],
  ofGroups: readonly RowReading[],
  deduplicated: boolean,
): Record<string, Cell> {
  const cells: Record<string, Cell> = {};
  const put = (row: RowReading, at: number, name: string) => {
    cells[`${marks.table.id}.${row.path}.${name}`] = cellOf(row.agreed[at], row, deduplicated);
  };
  columns.forEach(({ mark }, at) => {
    const group = mark === null ? groupBeside(columns, at, marks) : null;
    if (group !== null) for (const row of rows) put(row, at, group);
    if (mark !== null) for (const row of ofGroups) put(row, at, mark.path);
  });
  return cells;
}
