import type { Block } from '../../../../model/index.js';
import { flatten, type RawBlock } from '../../blocks.js';
import type { FilledGrid } from './fill.js';
import { linesIn, joinLines } from '../text/lines.js';
import { locate, sureness, union, type Page } from '../page.js';
import { paragraphsOf } from '../text/paragraphs.js';
import type { PlacedLine, Setting } from '../text/setting.js';
import type { PlacedCell, PlacedTable } from '../stitch.js';

/** A longer text of a cell is prose, whose paragraphs matter (characters). */
const longestEntry = 300;

/** A ruled table with the text of its cells. */
export function ruledTable(page: Page, { grid, glyphs }: FilledGrid): PlacedTable {
  const rows: PlacedCell[][] = grid.ys.slice(1).map(() => []);
  for (const [index, cell] of grid.cells.entries()) {
    const lines = linesIn(glyphs[index] ?? []).map((run): PlacedLine => ({ ...run, parts: [run], page }));
    const last = lines.at(-1);
    const room = last === undefined ? 0 : cell.right - cell.left - (last.right - last.left);
    const { left, top, right, bottom, column, columnSpan, rowSpan } = cell;
    const text = joinLines(lines);
    const confidence = (glyphs[index] ?? []).reduce(
      (least, glyph) => Math.min(least, glyph.confidence ?? 1),
      sureness(page),
    );
    rows[cell.row]?.push({
      left,
      top,
      right,
      bottom,
      page,
      text,
      confidence,
      lines,
      room,
      column,
      columnSpan,
      rowSpan,
    });
  }
  const { left, top, right, bottom, xs } = grid;
  return { page, left, top, right, bottom, xs, rows, grid: true, reach: bottom / page.height };
}

/** The blocks that a table makes: a grid, or what its cells hold when it only lays out the page. */
export function blocksOfTable({ page, rows, grid, ...box }: PlacedTable, { body }: Setting): Block[] {
  const { left, top, right, bottom } = box;
  const at = locate(page, { left, top, right, bottom });
  const cells = rows.map((row) =>
    row.map((cell) => {
      const place = locate(cell.page, {
        left: cell.left,
        top: cell.top,
        right: cell.right,
        bottom: cell.bottom,
      });
      const { text, column, columnSpan, rowSpan } = cell;
      const sure = cell.confidence < 1 ? { confidence: cell.confidence } : {};
      return { text, at: place, column, columnSpan, rowSpan, ...sure, content: contentOf(cell, place, body) };
    }),
  );
  if (grid) return flatten([{ kind: 'rawTable', at, rows: cells }]);
  return [{ kind: 'table', grid, at, rows: cells.map((row) => row.map(({ content: _, ...cell }) => cell)) }];
}

function contentOf({ text, lines }: PlacedCell, at: RawBlock['at'], body: number): RawBlock[] {
  if (text === '') return [];
  if (text.length <= longestEntry) return [{ kind: 'paragraph', text, at }];
  const { left, right } = union(lines);
  return paragraphsOf(lines, { body, edges: new Map(lines.map((line) => [line.page, { left, right }])) });
}
