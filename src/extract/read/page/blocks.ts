import type { Block } from '../../../model/index.js';
import { alignedTables, type AlignedTable } from './aligned.js';
import { inColumns } from './text/columns.js';
import { withoutFurniture } from './furniture.js';
import { layoutOf, type Layout, type PageLine } from './text/layout.js';
import { locate, middleY, sureness, type Box, type Page } from './page.js';
import { paragraphsOf } from './text/paragraphs.js';
import { blocksOfTable, ruledTable } from './ruled/ruled.js';
import { settingOf, type PlacedLine } from './text/setting.js';
import { continues, stitch, type PlacedTable } from './stitch.js';

type Item =
  | { kind: 'lines'; lines: PlacedLine[] }
  | { kind: 'table'; table: PlacedTable }
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
    if (item.kind === 'table') blocks.push(...blocksOfTable(item.table, setting));
    else blocks.push({ kind: 'aside', what: 'picture', at: locate(item.page, item.box) });
  }
  flush();
  return blocks;
}

/** A table with a single cell that has stayed alone is a box around text. */
function opened(item: Item): Item {
  if (item.kind !== 'table') return item;
  const [cell, ...more] = item.table.rows.flat();
  return cell !== undefined && more.length === 0 ? { kind: 'lines', lines: cell.lines } : item;
}

/** What stands on one page, from top to bottom. */
function itemsOf({ page, tables, lines, pictures }: Layout): Item[] {
  const items: Item[] = [];
  let rest = lines;
  const solid = [
    ...tables.map((filled): { box: Box; item: Item } => ({
      box: filled.grid,
      item: { kind: 'table', table: ruledTable(page, filled) },
    })),
    ...pictures.map((box): { box: Box; item: Item } => ({ box, item: { kind: 'picture', page, box } })),
  ].sort((one, other) => one.box.top - other.box.top || one.box.left - other.box.left);
  for (const { box, item } of solid) {
    const above = rest.filter((line) => middleY(line) < box.top);
    rest = rest.filter((line) => middleY(line) >= box.top);
    items.push(...between(page, above), item);
  }
  return [...items, ...between(page, rest)];
}

function between(page: Page, lines: readonly PageLine[]): Item[] {
  // In a picture the gaps between characters are not sure enough to tell columns apart.
  const parts = page.confidence === undefined ? alignedTables(inColumns(lines)) : lines;
  return parts.map((each): Item =>
    'rows' in each
      ? { kind: 'table', table: alignedTable(page, each) }
      : { kind: 'lines', lines: [{ ...each, page }] },
  );
}

function alignedTable(page: Page, { rows, grid, ...box }: AlignedTable): PlacedTable {
  return {
    ...box,
    page,
    xs: [],
    grid,
    reach: box.bottom / page.height,
    rows: rows.map((row) =>
      row.map((cell) => ({
        ...cell,
        page,
        rowSpan: 1,
        room: 0,
        lines: [],
        confidence: sureness(page),
      })),
    ),
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
      } else result.push((open = { ...item }));
      reached = number;
    } else {
      result.push(item);
      if (item.kind === 'lines') open = null;
    }
  }
  return result;
}
