/** Sets a report on pages as a word processor does: where every character and every ruling line stands, in points from the top left. */
import * as fc from 'fast-check';
import type { ReportModel } from '../report.js';
import type { Sheet, SheetCell } from './sheet.js';

export interface SetText {
  x: number;
  baseline: number;
  size: number;
  text: string;
}

export interface SetRule {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

export interface SetPage {
  width: number;
  height: number;
  texts: SetText[];
  rules: SetRule[];
}

export interface SetStyle {
  landscape: boolean;
  size: number;
  margin: number;
  align: 'left' | 'centre' | 'right';
  /** The header of a table stands again on the next page. */
  repeatsHeader: boolean;
  /** Rows may be cut by the end of the page. */
  cutsRows: boolean;
  /** No rule at the end of the page and the beginning of the next one. */
  opensAtBreak: boolean;
  runningHead: boolean;
  pageNumber: 'none' | '- # -' | '第#页' | '#';
  /** Paragraphs begin two characters farther right. */
  indents: boolean;
}

export const setStyles: fc.Arbitrary<SetStyle> = fc.record({
  landscape: fc.boolean(),
  size: fc.constantFrom(10.5, 12, 14, 16),
  margin: fc.constantFrom(57, 72, 90),
  align: fc.constantFrom('left', 'centre', 'right'),
  repeatsHeader: fc.boolean(),
  cutsRows: fc.boolean(),
  opensAtBreak: fc.boolean(),
  runningHead: fc.boolean(),
  pageNumber: fc.constantFrom('none', '- # -', '第#页', '#'),
  indents: fc.boolean(),
});

/** Digits and Latin letters are half as wide as characters. */
export const widthOf = (text: string, size: number): number =>
  Array.from(text).reduce((sum, letter) => sum + (letter < '\u0100' ? 0.5 : 1) * size, 0);

const leading = 1.5;
const padding = 3;

/** Lines that fit the width: words and numbers stay whole, and no line begins with a closing mark or ends with an opening one. */
export function brokenInto(text: string, width: number, size: number, indent = 0): string[] {
  const pieces = text.match(/[（《“〔(]*(?:[A-Za-z0-9０-９.,%:/@-]+|[^])[，。、；：！？）》”〕)%]*/gu) ?? [];
  const lines: string[] = [];
  let line = '';
  let room = width - indent;
  for (const piece of pieces) {
    const wide = widthOf(piece, size);
    if (line !== '' && wide > room) {
      lines.push(line);
      line = '';
      room = width;
    }
    line += piece;
    room -= wide;
  }
  return [...lines, line];
}

/** Pages of a report. */
export function typeset(report: ReportModel, sheets: readonly Sheet[], style: SetStyle): SetPage[] {
  const [width, height] = style.landscape ? [842, 595] : [595, 842];
  const { margin } = style;
  const [left, right, bottom] = [margin, width - margin, height - margin];
  const pages: SetPage[] = [];
  /** Lines that were drawn of each cell of the table, by row and column. */
  const drawnLines = new Map<string, number>();
  let page: SetPage = newPage();
  let y = margin;

  function newPage(): SetPage {
    const made: SetPage = { width, height, texts: [], rules: [] };
    pages.push(made);
    const number = String(pages.length);
    if (style.runningHead)
      made.texts.push({ x: left, baseline: 36, size: 9, text: `${report.agency.name}文件` });
    if (style.pageNumber !== 'none')
      made.texts.push({
        x: width / 2 - 12,
        baseline: height - 30,
        size: 9,
        text: style.pageNumber.replace('#', number),
      });
    return made;
  }

  function breakPage(): void {
    page = newPage();
    y = margin;
  }

  function paragraph(text: string, size: number, kind: 'title' | 'text'): void {
    const indent = kind === 'text' && style.indents ? 2 * size : 0;
    for (const [index, line] of brokenInto(text, right - left, size, indent).entries()) {
      if (y + size * leading > bottom) breakPage();
      const x =
        kind === 'title' ? (left + right - widthOf(line, size)) / 2 : left + (index === 0 ? indent : 0);
      page.texts.push({ x, baseline: y + size, size, text: line });
      y += size * leading;
    }
  }

  function table(whole: Sheet): void {
    let sheet = whole;
    drawnLines.clear();
    const { edges, size } = columnsOf(sheet, left, right, style.size);
    const line = size * 1.3;
    const linesOf = (cell: SheetCell): string[] => {
      const room = (edges[cell.column + cell.columnSpan] ?? 0) - (edges[cell.column] ?? 0) - 2 * padding;
      return cell.text.split('\n').flatMap((part) => brokenInto(part, room, size));
    };
    const heights = Array.from({ length: sheet.rows }, () => line + 2 * padding);
    for (const rows of [1, 2, 3, 4, 5, 8, 22, 25]) {
      for (const cell of sheet.cells.filter((each) => each.rowSpan === rows)) {
        const has = heights.slice(cell.row, cell.row + rows).reduce((sum, each) => sum + each, 0);
        const needs = linesOf(cell).length * line + 2 * padding;
        const last = cell.row + rows - 1;
        heights[last] = (heights[last] ?? 0) + Math.max(0, needs - has);
      }
    }
    // The first page must have room for the header and a row.
    const begin = heights.slice(0, sheet.headerRows + 1).reduce((sum, each) => sum + each, 0);
    if (y + begin > bottom) breakPage();
    for (let from = 0; from < sheet.rows;) {
      const header = from > 0 && style.repeatsHeader ? sheet.headerRows : 0;
      for (let row = 0; row < header; row++) y += heights[row] ?? 0;
      let to = from;
      const top = y;
      while (to < sheet.rows && y + (heights[to] ?? 0) <= bottom) y += heights[to++] ?? 0;
      const fitting = Math.floor((bottom - y - 2 * padding) / line);
      const tallest = Math.max(
        ...sheet.cells
          .filter((cell) => cell.row === to && cell.rowSpan === 1)
          .map((cell) => linesOf(cell).length),
      );
      if (style.cutsRows && to >= sheet.headerRows && fitting > 0 && fitting < tallest) {
        sheet = cutRow(sheet, to, fitting, linesOf);
        heights.splice(to, 1, fitting * line + 2 * padding, (tallest - fitting) * line + 2 * padding);
        y += heights[to++] ?? 0;
      }
      if (to === from) throw new Error('A row is higher than the page.');
      part(sheet, { from, to, top }, header, { edges, size, heights, linesOf });
      from = to;
      if (from < sheet.rows) breakPage();
    }
    y += size;
  }

  /** The rows `from` up to `to`, below the header again if it is repeated. */
  function part(
    sheet: Sheet,
    { from, to, top }: { from: number; to: number; top: number },
    header: number,
    setting: { edges: number[]; size: number; heights: number[]; linesOf: (cell: SheetCell) => string[] },
  ): void {
    const { heights } = setting;
    const offset = (begin: number, row: number): number =>
      heights.slice(begin, row).reduce((sum, each) => sum + each, 0);
    for (const cell of sheet.cells) {
      if (cell.row < header)
        draw(
          cell,
          top - offset(0, header) + offset(0, cell.row),
          offset(cell.row, cell.row + cell.rowSpan),
          setting,
          [],
        );
      const [begin, end] = [Math.max(cell.row, from), Math.min(cell.row + cell.rowSpan, to)];
      if (begin >= end) continue;
      const open: ('top' | 'bottom')[] = [];
      if (style.opensAtBreak && begin === from && from > 0 && header === 0) open.push('top');
      if (style.opensAtBreak && end === to && to < sheet.rows) open.push('bottom');
      // What of a label has no room above the page break goes on below it.
      const lines = setting.linesOf(cell);
      const roomOf = (tall: number): number => Math.floor((tall - 2 * padding) / (setting.size * 1.3) + 0.01);
      const before = begin > cell.row ? (drawnLines.get(`${cell.row} ${cell.column}`) ?? 0) : 0;
      const isLast = end === cell.row + cell.rowSpan;
      const upTo = isLast ? lines.length : Math.min(lines.length, before + roomOf(offset(begin, end)));
      drawnLines.set(`${cell.row} ${cell.column}`, upTo);
      const text = lines.slice(before, upTo).join('\n');
      draw({ ...cell, text }, top + offset(from, begin), offset(begin, end), setting, open);
    }
  }

  function draw(
    cell: SheetCell,
    top: number,
    tall: number,
    { edges, size, linesOf }: { edges: number[]; size: number; linesOf: (cell: SheetCell) => string[] },
    open: readonly ('top' | 'bottom')[],
  ): void {
    const [x0, x1] = [edges[cell.column] ?? 0, edges[cell.column + cell.columnSpan] ?? 0];
    const end = top + tall;
    page.rules.push({ x0, y0: top, x1: x0, y1: end }, { x0: x1, y0: top, x1, y1: end });
    if (!open.includes('top')) page.rules.push({ x0, y0: top, x1, y1: top });
    if (!open.includes('bottom')) page.rules.push({ x0, y0: end, x1, y1: end });
    if (cell.text === '') return;
    for (const [index, text] of linesOf(cell).entries()) {
      const free = x1 - x0 - 2 * padding - widthOf(text, size);
      const shift = cell.label || style.align === 'left' ? 0 : style.align === 'centre' ? free / 2 : free;
      page.texts.push({
        x: x0 + padding + shift,
        baseline: top + padding + size + index * size * 1.3,
        size,
        text,
      });
    }
  }

  const sheetOf = new Map(report.form.tables.map((each, index) => [each.section, sheets[index]]));
  paragraph(report.title, style.size * 1.5, 'title');
  for (const text of report.preface) paragraph(text, style.size, 'text');
  for (const [index, { heading, paragraphs }] of report.parts.entries()) {
    const sheet = sheetOf.get(report.form.sections[index]?.ordinal ?? '');
    paragraph(heading, style.size, 'text');
    for (const text of paragraphs) paragraph(text, style.size, 'text');
    if (sheet !== undefined) table(sheet);
  }
  return pages;
}

/** The sheet with one row made two: the first lines of its cells, and the others. */
function cutRow(sheet: Sheet, row: number, lines: number, linesOf: (cell: SheetCell) => string[]): Sheet {
  const cells = sheet.cells.flatMap((cell): SheetCell[] => {
    if (cell.row > row) return [{ ...cell, row: cell.row + 1 }];
    if (cell.row + cell.rowSpan <= row) return [cell];
    if (cell.row < row || cell.rowSpan > 1) return [{ ...cell, rowSpan: cell.rowSpan + 1 }];
    const all = linesOf(cell);
    const [upper, lower] = [all.slice(0, lines).join('\n'), all.slice(lines).join('\n')];
    return [
      { ...cell, text: upper },
      { ...cell, text: lower, row: row + 1 },
    ];
  });
  return { ...sheet, rows: sheet.rows + 1, cells };
}

/** Column edges, and the largest size at which every word and number fits its cell. */
function columnsOf(
  sheet: Sheet,
  left: number,
  right: number,
  largest: number,
): { edges: number[]; size: number } {
  const longest = Array.from({ length: sheet.columns }, () => 2);
  for (const cell of sheet.cells) {
    if (cell.columnSpan > 1) continue;
    const words = cell.text.match(/[A-Za-z0-9０-９.,%-]+|[^]{1,2}/g) ?? [];
    const widest = Math.max(
      ...words.map((word) => widthOf(word, 1)),
      cell.label ? Math.min(6, widthOf(cell.text, 1)) : 0,
    );
    longest[cell.column] = Math.max(longest[cell.column] ?? 0, widest);
  }
  const total = longest.reduce((sum, each) => sum + each, 0);
  const size = Math.min(largest, (right - left - sheet.columns * 2 * padding) / total - 0.01);
  const spare = right - left - total * size - sheet.columns * 2 * padding;
  const edges = [left];
  for (const each of longest)
    edges.push((edges.at(-1) ?? left) + each * size + 2 * padding + spare / sheet.columns);
  return { edges, size };
}
