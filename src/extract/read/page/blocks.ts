import type { Block, Table } from '../../../model/index.js';
import { alignedTables, type AlignedTable } from './aligned.js';
import { inColumns } from './columns.js';
import type { FilledGrid } from './fill.js';
import { withoutFurniture } from './furniture.js';
import { layoutOf, lineOf, type Layout, type Line } from './layout.js';
import { linesOf, textOf } from './lines.js';
import { locate, middleY, union, type Box, type Glyph, type Page } from './page.js';
import { paragraphsOf } from './paragraphs.js';
import { settingOf, type PlacedLine } from './setting.js';
import { continues, stitch, type PlacedTable } from './stitch.js';

/** The lines of a table are given for one with a single cell. */
type Item =
  | { kind: 'lines'; lines: PlacedLine[] }
  | { kind: 'table'; table: PlacedTable; lines: PlacedLine[] }
  | { kind: 'picture'; page: Page; box: Box };

/** Paragraphs and tables of the pages in reading order, without running heads and page numbers. */
export function blocksOf(pages: readonly Page[]): Block[] {
  const items = stitched(withoutFurniture(pages.map(layoutOf)).flatMap(itemsOf)).map(opened);
  const setting = settingOf(items.flatMap((item) => (item.kind === 'lines' ? item.lines : [])));
  const blocks: Block[] = [];
  let lines: PlacedLine[] = [];
  const flush = (): void => {
    blocks.push(...paragraphsOf(lines, setting));
    lines = [];
  };
  for (const item of items) {
    if (item.kind === 'lines') {
      lines.push(...item.lines);
      continue;
    }
    flush();
    if (item.kind === 'table') blocks.push(tableOf(item.table));
    else blocks.push({ kind: 'aside', what: 'picture', at: locate(item.page, item.box) });
  }
  flush();
  return blocks;
}

/** A table with a single cell that has stayed alone is a box around text. */
function opened(item: Item): Item {
  return item.kind === 'table' && item.table.rows.flat().length === 1
    ? { kind: 'lines', lines: item.lines }
    : item;
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
      : { kind: 'lines', lines: [{ ...each, page }] },
  );
}

function ruledItem(page: Page, { grid, glyphs }: FilledGrid): Item {
  const rows: PlacedTable['rows'] = grid.ys.slice(1).map(() => []);
  for (const [index, cell] of grid.cells.entries())
    rows[cell.row]?.push({
      ...cell,
      page,
      text: textOf(glyphs[index] ?? []),
      full: isFull(glyphs[index] ?? [], cell),
    });
  const { left, top, right, bottom, xs } = grid;
  const single = grid.cells.length === 1 ? linesOf(glyphs.flat()).flatMap(lineOf) : [];
  const lines = single.map((line) => ({ ...line, page }));
  return {
    kind: 'table',
    table: { page, left, top, right, bottom, xs, rows, grid: true, reach: bottom / page.height },
    lines,
  };
}

/** Room that a full last line may leave at the edges of its cell (em). */
const padding = 1.8;

function isFull(glyphs: readonly Glyph[], cell: Box): boolean {
  const last = linesOf(glyphs.filter((glyph) => glyph.turn === 0)).at(-1);
  if (last === undefined) return false;
  const { left, right } = union(last);
  return cell.right - cell.left - (right - left) < padding * (last[0]?.size ?? 0);
}

function alignedTable(page: Page, { rows, grid, ...box }: AlignedTable): PlacedTable {
  return {
    ...box,
    page,
    xs: [],
    grid,
    reach: box.bottom / page.height,
    rows: rows.map((row) => row.map((cell) => ({ ...cell, page, rowSpan: 1, full: false }))),
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
      if (item.kind === 'lines') open = null;
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
      row.map(({ text, column, columnSpan, rowSpan, page: own, left, top, right, bottom }) => ({
        text,
        at: locate(own, { left, top, right, bottom }),
        column,
        columnSpan,
        rowSpan,
      })),
    ),
  };
}
