import type { Aside, At, Block, Paragraph, Table, TableCell } from '../../model/index.js';

/** A table as word processors write it: its cells hold blocks, among them tables. */
export interface RawTable {
  kind: 'rawTable';
  rows: RawCell[][];
  at: At;
}

export interface RawCell {
  content: RawBlock[];
  at: At;
  column: number;
  columnSpan: number;
  rowSpan: number;
  /** As `TableCell.confidence`. */
  confidence?: number;
}

export type RawBlock = Paragraph | Aside | RawTable;

/** Addresses of files that may hold a table. */
export const attachment = /\.(?:pdf|docx?|wps|xlsx?|et|ofd|zip|rar|jpe?g|png)(?:[?#"]|$)/i;

/** Longest text of a cell in a table of figures; longer ones hold an article, and the table only lays out the page. */
const longestCell = 300;

/** A row over the full width with a longer text is prose that interrupts a table. */
export const longestCaption = 60;

/** A numbered heading of a document, unlike the caption of a part of a table. */
export const sectionHeading = /^\s{0,20}第?[一二三四五六七八九十]{1,3}(?:部分)?\s{0,5}[、.．:：]/;

/**
 * Blocks in reading order. Tables of figures become grids; tables that only lay out the page are taken apart into what their cells hold;
 * prose and section headings that run over the full width of a grid stand between its parts.
 */
export function flatten(blocks: readonly RawBlock[]): Block[] {
  const out: Block[] = [];
  flattenInto(blocks, out);
  return out;
}

function flattenInto(blocks: readonly RawBlock[], out: Block[]): void {
  for (const block of blocks) {
    if (block.kind !== 'rawTable') out.push(block);
    else if (isLayout(block)) for (const cell of block.rows.flat()) flattenInto(cell.content, out);
    else {
      for (const each of interrupted(gridOf(block))) out.push(each);
      for (const cell of block.rows.flat()) takeApart(cell.content, out);
    }
  }
}

/** What a cell holds beside its text. */
function takeApart(content: readonly RawBlock[], out: Block[]): void {
  for (const block of content) {
    if (block.kind === 'aside') out.push(block);
    else if (block.kind === 'rawTable' && !isLayout(block)) flattenInto([block], out);
    else if (block.kind === 'rawTable') for (const cell of block.rows.flat()) takeApart(cell.content, out);
  }
}

/** Remembered, because the answer for a table rests on those inside it. */
const layouts = new WeakMap<RawTable, boolean>();

function isLayout(table: RawTable): boolean {
  const known = layouts.get(table);
  if (known !== undefined) return known;
  const answer = laysOut(table);
  layouts.set(table, answer);
  return answer;
}

function laysOut({ rows }: RawTable): boolean {
  if (rows.every((row) => row.length <= 1)) return true;
  const isFilled = ({ content }: RawCell) => content.some((each) => each.kind === 'paragraph');
  if (rows.filter((row) => row.filter(isFilled).length >= 3).length >= 2) return false;
  return rows.flat().some(({ content }) => content.some(holdsGrid) || textOf(content).length > longestCell);
}

/** A table of figures, or one inside it at any depth. */
function holdsGrid(block: RawBlock): boolean {
  return (
    block.kind === 'rawTable' &&
    (!isLayout(block) || block.rows.flat().some(({ content }) => content.some(holdsGrid)))
  );
}

function textOf(content: readonly RawBlock[]): string {
  const lines: string[] = [];
  for (const block of content) {
    if (block.kind === 'paragraph') lines.push(block.text);
    else if (block.kind === 'rawTable' && isLayout(block))
      lines.push(...block.rows.flat().map((cell) => textOf(cell.content)));
  }
  return lines.join('\n');
}

function gridOf(table: RawTable): Table {
  const rows = table.rows.map((row, index) =>
    row.map(({ content, at, column, columnSpan, rowSpan, confidence }): TableCell => ({
      text: textOf(content),
      at,
      column,
      columnSpan,
      rowSpan: Math.min(rowSpan, table.rows.length - index),
      ...(confidence === undefined ? {} : { confidence }),
    })),
  );
  return { kind: 'table', rows, at: table.at, grid: true };
}

/**
 * Takes rows over the full width out of a grid where they are prose, or a section heading between parts whose columns differ; a caption
 * stays with the rows below it. A grid without such rows comes back as it is.
 */
export function interrupted(table: Table): Block[] {
  const width = table.rows.reduce((most, row) => Math.max(most, endOf(row)), 0);
  const isWhole = (row: readonly TableCell[]) =>
    row.length === 1 && row[0]?.rowSpan === 1 && row[0].columnSpan === width;
  const blocks: Block[] = [];
  let part: TableCell[][] = [];
  const closePart = () => {
    const first = part.flat()[0];
    if (part.filter((row) => row.some((cell) => cell.text !== '')).every(isWhole))
      for (const each of part.flatMap(proseOf)) blocks.push(each);
    else if (first !== undefined)
      blocks.push({ ...table, rows: part, at: blocks.length === 0 ? table.at : first.at });
    part = [];
  };
  const isBreak = (row: readonly TableCell[], index: number): boolean => {
    const text = row[0]?.text ?? '';
    if (!isWhole(row) || text.length > longestCaption) return isWhole(row);
    if (!sectionHeading.test(text)) return false;
    const above = columnsOf(part);
    const below = table.rows.slice(index + 1);
    const end = below.findIndex(isWhole);
    return above === '' || above !== columnsOf(end < 0 ? below : below.slice(0, end));
  };
  table.rows.forEach((row, index) => {
    if (!isBreak(row, index)) {
      part.push(row);
      return;
    }
    closePart();
    blocks.push(...proseOf(row));
  });
  closePart();
  return blocks;
}

/** Lines of a row that is prose. */
export function proseOf(row: readonly TableCell[]): Paragraph[] {
  return row.flatMap(({ text, at }) =>
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line): Paragraph => ({ kind: 'paragraph', text: line, at })),
  );
}

function columnsOf(rows: readonly TableCell[][]): string {
  const starts = new Set(
    rows.filter((row) => row.length > 1).flatMap((row) => row.map((cell) => cell.column)),
  );
  return [...starts].sort((a, b) => a - b).join();
}

function endOf(row: readonly TableCell[]): number {
  const last = row.at(-1);
  return last === undefined ? 0 : last.column + last.columnSpan;
}
