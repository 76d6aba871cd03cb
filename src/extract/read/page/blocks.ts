import type { Block, Table } from '../../../model/index.js';
import { alignedTables, type AlignedTable } from './aligned.js';
import { inColumns } from './columns.js';
import type { FilledGrid } from './fill.js';
import { withoutFurniture } from './furniture.js';
import { layoutOf, lineOf, type Layout, type Line } from './layout.js';
import { linesOf, textOf } from './lines.js';
import { locate, middleY, type Box, type Page } from './page.js';
import { paragraphsOf, type PlacedLine } from './paragraphs.js';
import { continues, stitch, type PlacedTable } from './stitch.js';

/** `lines` are those of a table with a single cell: if it stays alone, it is a box around text. */
type Item =
  | { kind: 'line'; line: PlacedLine }
  | { kind: 'table'; table: PlacedTable; lines: PlacedLine[] }
  | { kind: 'picture'; page: Page; box: Box };

/** Paragraphs and tables of the pages in reading order, without running heads and page numbers. */
export function blocksOf(pages: readonly Page[]): Block[] {
  const items = stitched(withoutFurniture(pages.map(layoutOf)).flatMap(itemsOf));
  const blocks: Block[] = [];
  let lines: PlacedLine[] = [];
  const flush = (): void => {
    blocks.push(...paragraphsOf(lines, body));
    lines = [];
  };
  const body = bodySize(items);
  for (const item of items) {
    if (item.kind === 'line') lines.push(item.line);
    else if (item.kind === 'picture') {
      flush();
      blocks.push({ kind: 'aside', what: 'picture', at: locate(item.page, item.box) });
    } else if (item.table.rows.flat().length === 1) lines.push(...item.lines);
    else {
      flush();
      blocks.push(tableOf(item.table));
    }
  }
  flush();
  return blocks;
}

/** Size of most of the running text. */
function bodySize(items: readonly Item[]): number {
  const letters = new Map<number, number>();
  for (const item of items) {
    if (item.kind !== 'line') continue;
    const size = Math.round(item.line.size * 2) / 2;
    letters.set(size, (letters.get(size) ?? 0) + item.line.text.length);
  }
  return [...letters].sort((one, other) => other[1] - one[1] || one[0] - other[0])[0]?.[0] ?? 0;
}

/** What stands on one page, from top to bottom. */
function itemsOf({ page, tables, lines, pictures }: Layout): Item[] {
  const items: Item[] = [];
  let rest = lines;
  const solid = [
    ...tables.map((filled) => ({ box: filled.grid, item: ruledItem(page, filled) })),
    ...pictures.map((box): { box: Box; item: Item } => ({ box, item: { kind: 'picture', page, box } })),
  ].sort((one, other) => one.box.top - other.box.top || one.box.left - other.box.left);
  for (const { box, item } of solid) {
    const above = rest.filter((line) => middleY(line) < box.top);
    rest = rest.filter((line) => middleY(line) >= box.top);
    items.push(...between(page, above), item);
  }
  return [...items, ...between(page, rest)];
}

function between(page: Page, lines: readonly Line[]): Item[] {
  return alignedTables(inColumns(lines)).map((each): Item =>
    'rows' in each
      ? { kind: 'table', table: alignedTable(page, each), lines: [] }
      : { kind: 'line', line: { ...each, page } },
  );
}

function ruledItem(page: Page, { grid, glyphs }: FilledGrid): Item {
  const rows: PlacedTable['rows'] = grid.ys.slice(1).map(() => []);
  for (const [index, cell] of grid.cells.entries())
    rows[cell.row]?.push({ ...cell, page, text: textOf(glyphs[index] ?? []) });
  const { left, top, right, bottom, xs } = grid;
  const single = grid.cells.length === 1 ? linesOf(glyphs.flat()).flatMap(lineOf) : [];
  const lines = single.map((line) => ({ ...line, page }));
  return {
    kind: 'table',
    table: { page, left, top, right, bottom, xs, rows, grid: true, reach: bottom / page.height },
    lines,
  };
}

function alignedTable(page: Page, { rows, grid, ...box }: AlignedTable): PlacedTable {
  return {
    ...box,
    page,
    xs: [],
    grid,
    reach: box.bottom / page.height,
    rows: rows.map((row) => row.map((cell) => ({ ...cell, page, rowSpan: 1 }))),
  };
}

/** Tables that go on over a page break made one. */
function stitched(items: readonly Item[]): Item[] {
  const result: Item[] = [];
  /** The table that nothing but pictures has followed yet, and the page it has reached. */
  let open: (Item & { kind: 'table' }) | null = null;
  let reached = 0;
  for (const item of items) {
    if (item.kind === 'table') {
      const { number } = item.table.page;
      if (open !== null && number === reached + 1 && continues(open.table, item.table)) {
        open.table = stitch(open.table, item.table);
        open.lines = [...open.lines, ...item.lines];
      } else result.push((open = { ...item }));
      reached = number;
    } else {
      result.push(item);
      if (item.kind === 'line') open = null;
    }
  }
  return result;
}

function tableOf({ page, rows, grid, left, top, right, bottom }: PlacedTable): Table {
  return {
    kind: 'table',
    grid,
    at: locate(page, { left, top, right, bottom }),
    rows: rows.map((row) =>
      row.map(({ text, column, columnSpan, rowSpan, page: own, ...cell }) => ({
        text,
        at: locate(own, cell),
        column,
        columnSpan,
        rowSpan,
      })),
    ),
  };
}
