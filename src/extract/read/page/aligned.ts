import { under, type Interval } from '../../interval.js';
import type { PageLine } from './text/layout.js';
import { middleX, middleY, union, type Box } from './page.js';
import type { Run } from './text/lines.js';

/** One cell of a table without rules. */
export interface AlignedCell extends Box {
  text: string;
  column: number;
  columnSpan: number;
}

/** Lines whose parts stand under each other. */
export interface AlignedTable extends Box {
  rows: AlignedCell[][];
  /** `false` when some line does not fit the columns: the cells of each row are then only in order. */
  grid: boolean;
}

/** Lines farther apart than this (em) do not belong to one table. */
const farthest = 3;
/** A label that goes on in the next line is nearer to it than this (em between the lines). */
const nearest = 0.8;
/** Fewer lines with columns are no table. */
const fewest = 3;

const isNumber = (run: Run): boolean => /^[-—–/+\d.,\s]+$/.test(run.text.normalize('NFKC'));

/** Finds tables without rules among the lines, which are sorted from top to bottom; the other lines stay as they are. */
export function alignedTables(lines: readonly PageLine[]): (PageLine | AlignedTable)[] {
  const result: (PageLine | AlignedTable)[] = [];
  for (let start = 0; start < lines.length;) {
    const end = endOfTable(lines, start);
    const table = end === start ? null : tableOf(lines.slice(start, end));
    if (table === null) result.push(...lines.slice(start, Math.max(end, start + 1)));
    else result.push(table);
    start = Math.max(end, start + 1);
  }
  return result;
}

/** One past the last line of the table that begins at `start`; `start` itself when none begins there. */
function endOfTable(lines: readonly PageLine[], start: number): number {
  const first = lines[start];
  if (first === undefined || first.parts.length < 2) return start;
  let last = start;
  let many = 1;
  for (let index = start + 1; index < lines.length; index++) {
    const [before, line] = [lines[index - 1], lines[index]];
    if (before === undefined || line === undefined || line.top - before.bottom > farthest * line.size) break;
    if (line.parts.length >= 2) {
      last = index;
      many++;
    } else if (index - last > 2 || !isShort(line, lines.slice(start, last + 1))) break;
  }
  if (many < fewest) return start;
  // The last label may go on below.
  const [final, rest] = [lines[last], lines[last + 1]];
  const goesOn =
    final !== undefined &&
    rest?.parts.length === 1 &&
    rest.top - final.bottom < nearest * 0.5 * rest.size &&
    Math.abs(rest.left - final.left) < rest.size &&
    rest.right < (final.parts[1]?.left ?? 0);
  return last + (goesOn ? 2 : 1);
}

function isShort(line: PageLine, table: readonly PageLine[]): boolean {
  const { left, right } = union(table);
  return line.right - line.left < 0.6 * (right - left);
}

function tableOf(lines: readonly PageLine[]): AlignedTable | null {
  const columns = columnsOf(lines);
  if (columns === null) return null;
  const fitted = lines.map((line) => fit(line.parts, columns));
  const grid = fitted.every((row) => row !== null);
  if (!grid && !lines.some((line) => line.parts.filter(isNumber).length >= 2)) return null;
  const rows = grid
    ? joinLabels(
        lines,
        fitted.filter((row) => row !== null),
      )
    : lines.map((line) =>
        line.parts.map((part, column) => ({ ...boxOf(part), text: part.text, column, columnSpan: 1 })),
      );
  return {
    ...union(lines),
    grid,
    rows: grid ? rows.map((row) => withBlanks(row, columns)) : rows,
  };
}

/** Extent of each column, taken from the lines with the usual largest number of parts; `null` when these overlap. */
function columnsOf(lines: readonly PageLine[]): Interval[] | null {
  const counts = new Map<number, number>();
  for (const { parts } of lines) counts.set(parts.length, (counts.get(parts.length) ?? 0) + 1);
  const count = Math.max(
    ...[...counts].filter(([parts, times]) => parts >= 2 && times >= 2).map(([parts]) => parts),
  );
  if (!Number.isFinite(count)) return null;
  const model = lines.filter(({ parts }) => parts.length === count);
  const columns = Array.from({ length: count }, (_, column) => {
    const { left, right } = union(model.flatMap(({ parts }) => parts[column] ?? []));
    return { from: left, to: right };
  });
  return columns.every((column, index) => index === 0 || column.from > (columns[index - 1]?.to ?? 0))
    ? columns
    : null;
}

/** The parts of a line as cells; `null` when two of them fall into one column. */
function fit(parts: readonly Run[], columns: readonly Interval[]): AlignedCell[] | null {
  const cells: AlignedCell[] = [];
  for (const part of parts) {
    const met = under({ from: part.left, to: part.right }, columns);
    const column = met[0] ?? closest(part, columns);
    const before = cells.at(-1);
    if (before !== undefined && column < before.column + before.columnSpan) return null;
    if (met.length > 1 && isNumber(part)) return null;
    cells.push({ ...boxOf(part), text: part.text, column, columnSpan: Math.max(1, met.length) });
  }
  return cells;
}

function closest(part: Run, columns: readonly Interval[]): number {
  const distances = columns.map(({ from, to }) => Math.abs(middleX(part) - (from + to) / 2));
  return distances.indexOf(Math.min(...distances));
}

const boxOf = ({ left, top, right, bottom }: Box): Box => ({ left, top, right, bottom });

/** Puts the further lines of a label into the row of the nearest numbers. */
function joinLabels(lines: readonly PageLine[], rows: readonly AlignedCell[][]): AlignedCell[][] {
  const anchors = lines.flatMap((line, index) => (line.parts.some(isNumber) ? [index] : []));
  const firstAnchor = anchors[0] ?? Infinity;
  const labelColumns = Math.min(
    ...anchors.flatMap((index) =>
      (rows[index] ?? [])
        .filter((_, part) => isNumber(lines[index]?.parts[part] as Run))
        .map((cell) => cell.column),
    ),
  );
  const homes = lines.map((line, index) => {
    const row = rows[index] ?? [];
    if (
      anchors.includes(index) ||
      index < firstAnchor - 1 ||
      row.some((cell) => cell.column + cell.columnSpan > labelColumns)
    )
      return index;
    const near = anchors
      .map((anchor) => ({ anchor, distance: Math.abs(middleY(lines[anchor] ?? line) - middleY(line)) }))
      .sort((one, other) => one.distance - other.distance || one.anchor - other.anchor)[0];
    return near !== undefined && near.distance < (1 + nearest) * line.size ? near.anchor : index;
  });
  return rows.flatMap((row, index) => {
    if (homes[index] !== index) return [];
    const joined = row.map((cell) => ({ ...cell }));
    for (const [from, home] of homes.entries()) {
      if (home !== index || from === index) continue;
      for (const cell of rows[from] ?? []) addLabel(joined, cell, from < index);
    }
    return [joined];
  });
}

function addLabel(row: AlignedCell[], label: AlignedCell, above: boolean): void {
  const cell = row.find((each) => each.column === label.column);
  if (cell === undefined) row.unshift(label);
  else {
    cell.text = above ? label.text + cell.text : cell.text + label.text;
    Object.assign(cell, union([cell, label]));
  }
}

/** Fills the columns where the line has nothing with blank cells. */
function withBlanks(row: readonly AlignedCell[], columns: readonly Interval[]): AlignedCell[] {
  const { top, bottom } = union(row);
  return columns.flatMap(({ from: left, to: right }, column) => {
    const cell = row.find((each) => each.column === column);
    if (cell !== undefined) return [cell];
    const spanned = row.some((each) => each.column < column && each.column + each.columnSpan > column);
    return spanned ? [] : [{ left, right, top, bottom, text: '', column, columnSpan: 1 }];
  });
}
