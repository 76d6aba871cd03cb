import { InputError, type At } from '../../../model/index.js';
import type { RawBlock, RawCell, RawTable } from '../blocks.js';

/** One cell of a row definition: its right edge and its part in merged ranges. */
export interface CellDefinition {
  right: number;
  vertical: 'none' | 'begin' | 'go on';
  horizontal: 'none' | 'begin' | 'go on';
}

export interface RowDefinition {
  left: number;
  cells: CellDefinition[];
}

interface WrittenCell {
  content: RawBlock[];
  at: At;
}

interface WrittenRow {
  cells: WrittenCell[];
  definition: RowDefinition;
}

interface OpenTable {
  number: number;
  rows: WrittenRow[];
  cells: WrittenCell[];
  /** Blocks of the cell being written. */
  content: RawBlock[];
}

/** Edges nearer than this, in twips, are one grid line: programs round them row by row. */
const tolerance = 40;

/** Width taken for cells without a definition. */
const someWidth = 1_000;

const nestingLimit = 30;
const mostCells = 200;

/** Builds tables from paragraphs that know how deep they stand in tables. */
export function tableBuilder() {
  const blocks: RawBlock[] = [];
  const tables: OpenTable[] = [];
  let count = 0;

  /** Opens or closes tables until `level` are open. */
  function enter(level: number): void {
    if (level > nestingLimit) throw new InputError('too-deep', { depth: String(nestingLimit) });
    while (tables.length > level) leave();
    while (tables.length < level) {
      count += 1;
      tables.push({ number: count, rows: [], cells: [], content: [] });
    }
  }

  function leave(): void {
    const done = tables.pop();
    if (done === undefined) return;
    if (done.cells.length > 0) done.rows.push({ cells: done.cells, definition: { left: 0, cells: [] } });
    const current = container();
    if (done.rows.length > 0) current.push(gridOf(done.rows, done.number));
    current.push(...done.content);
  }

  function container(): RawBlock[] {
    return tables.at(-1)?.content ?? blocks;
  }

  return {
    blocks,
    enter,
    container,
    /** Where the next block stands in the innermost table; `null` outside. */
    here(): At | null {
      const table = tables.at(-1);
      return table === undefined ? null : placeIn(table);
    },
    endCell(): void {
      const table = tables.at(-1);
      if (table === undefined) return;
      if (table.cells.length < mostCells) table.cells.push({ content: table.content, at: placeIn(table) });
      table.content = [];
    },
    endRow(definition: RowDefinition): void {
      const table = tables.at(-1);
      if (table === undefined) return;
      table.rows.push({ cells: table.cells, definition });
      table.cells = [];
    },
  };
}

function placeIn({ number, rows, cells }: OpenTable): At {
  return { table: number, row: rows.length + 1, cell: cells.length + 1 };
}

function gridOf(rows: readonly WrittenRow[], number: number): RawTable {
  const sized = rows.map(({ cells, definition }) => ({
    cells,
    edges: edgesOf(definition, cells.length),
    definition,
  }));
  const lines = linesOf(sized.flatMap((row) => row.edges));
  const above = new Map<number, RawCell>();
  const grid = sized.map(({ cells, edges, definition }) => {
    const row: RawCell[] = [];
    cells.forEach((cell, index) => {
      const { vertical, horizontal } = definition.cells[index] ?? { vertical: 'none', horizontal: 'none' };
      const column = lineAt(lines, edges[index] ?? 0);
      const end = Math.max(lineAt(lines, edges[index + 1] ?? 0), column + 1);
      const before = row.at(-1);
      const upper = above.get(column);
      if (horizontal === 'go on' && before !== undefined) before.columnSpan = end - before.column;
      else if (vertical === 'go on' && upper !== undefined) upper.rowSpan += 1;
      else {
        const made: RawCell = {
          content: cell.content,
          at: cell.at,
          column,
          columnSpan: end - column,
          rowSpan: 1,
        };
        row.push(made);
        for (let at = column; at < end; at += 1) above.delete(at);
        if (vertical !== 'none') above.set(column, made);
      }
    });
    return row;
  });
  return { kind: 'rawTable', rows: grid, at: { table: number } };
}

/** Left edge of each cell and right edge of the last, never decreasing. */
function edgesOf({ left, cells }: RowDefinition, count: number): number[] {
  const edges = [left];
  for (let i = 0; i < count; i += 1) {
    const last = edges[i] ?? left;
    edges.push(Math.max(cells[i]?.right ?? last + someWidth, last));
  }
  return edges;
}

/** Grid lines: the smallest of each run of edges that lie close together. */
function linesOf(edges: readonly number[]): number[] {
  const lines: number[] = [];
  let last = -Infinity;
  for (const edge of [...edges].sort((a, b) => a - b)) {
    if (edge - last > tolerance) lines.push(edge);
    last = edge;
  }
  return lines;
}

/** Index of the last line at or left of an edge. */
function lineAt(lines: readonly number[], edge: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines[middle] ?? 0) <= edge) low = middle;
    else high = middle - 1;
  }
  return low;
}
