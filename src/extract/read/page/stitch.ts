import { nearest } from './ruled/grid.js';
import { ordinal, widthOfFirst } from './text/paragraphs.js';
import type { PlacedLine } from './text/setting.js';
import type { Box, Page } from './page.js';

/** A cell of a table on a page, with the edges of the page's own grid. */
export interface PlacedCell extends Box {
  page: Page;
  text: string;
  /** How sure the text is, or that there is none. */
  confidence: number;
  lines: PlacedLine[];
  /** Space beside its last line. */
  room: number;
  column: number;
  columnSpan: number;
  rowSpan: number;
}

/** A table, or the part of one that stands on one page. */
export interface PlacedTable extends Box {
  page: Page;
  /** Edges between columns, ascending; none without rules. */
  xs: number[];
  rows: PlacedCell[][];
  grid: boolean;
  /** How far down its last page it goes, as a share of the height. */
  reach: number;
}

/** Edges of two pages nearer than this are the same (points). */
const same = 4;
/** Share of the edges of the simpler part that the other part must have too. */
const shared = 0.75;
/** A table that goes on reaches into the lower part of its page and begins in the upper part of the next (shares of the height). */
const lower = 0.5;
const upper = 0.3;

/** Whether `next`, the first thing on the following page, goes on with the table `first`. */
export function continues(first: PlacedTable, next: PlacedTable): boolean {
  const [one, other] = [relative(first.xs), relative(next.xs)];
  if (first.reach < lower || next.top > upper * next.page.height) return false;
  if (one.length === 0 || other.length === 0 || Math.abs((one.at(-1) ?? 0) - (other.at(-1) ?? 0)) > same)
    return false;
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  const met = few.filter((x) => many.some((each) => Math.abs(each - x) <= same)).length;
  return met >= shared * few.length;
}

const relative = (xs: readonly number[]): number[] => xs.map((x) => x - (xs[0] ?? 0));

/** One table of both parts on the edges of both; a header printed again is left out. */
export function stitch(first: PlacedTable, next: PlacedTable): PlacedTable {
  const shift = (first.xs[0] ?? 0) - (next.xs[0] ?? 0);
  const xs = [...first.xs];
  for (const x of next.xs) if (!xs.some((each) => Math.abs(each - x - shift) <= same)) xs.push(x + shift);
  xs.sort((one, other) => one - other);
  const place = (edges: readonly number[], by: number) => {
    const index = edges.map((edge) => nearest(xs, edge + by));
    return (row: readonly PlacedCell[]): PlacedCell[] =>
      row.map((cell) => {
        const column = index[cell.column] ?? 0;
        return { ...cell, column, columnSpan: (index[cell.column + cell.columnSpan] ?? column + 1) - column };
      });
  };
  const rows = first.rows.map(place(first.xs, 0));
  const more = next.rows.slice(repeatedRows(first, next)).map(place(next.xs, shift));
  const [cut = [], ...whole] = more;
  const isCut = joinCutRow(rows, cut);
  return { ...first, reach: next.reach, xs, rows: [...rows, ...(isCut ? whole : more)] };
}

/**
 * Joins a row that the page break has cut in two, so that the half without the numbers is not a row of blank cells. Its halves have the
 * same cells, numbers stand in one half only, and some label of the first half was broken for want of room. `false` when `cut` is a row
 * of its own.
 */
function joinCutRow(rows: readonly PlacedCell[][], cut: readonly PlacedCell[]): boolean {
  const last = rows.length - 1;
  const above = rows.flatMap((row, index) => row.filter((cell) => index + cell.rowSpan - 1 === last));
  const halves = cut.map((lower) => ({
    lower,
    upper: above.find((each) => each.column === lower.column && each.columnSpan === lower.columnSpan),
  }));
  if (cut.length === 0 || halves.length !== above.length) return false;
  let broken = false;
  const numbers = { above: 0, below: 0 };
  for (const { upper, lower } of halves) {
    if (upper === undefined) return false;
    if (isNumber(upper.text)) numbers.above++;
    if (isNumber(lower.text)) numbers.below++;
    if (upper.text === '' || lower.text === '') continue;
    if (isNumber(upper.text) || isNumber(lower.text) || ordinal.test(lower.text)) return false;
    broken ||= isBroken(upper, lower);
  }
  if (!broken || (numbers.above > 0 && numbers.below > 0)) return false;
  for (const { upper, lower } of halves) {
    if (upper === undefined) continue;
    upper.text += lower.text;
    upper.confidence = Math.min(upper.confidence, lower.confidence);
    upper.lines = [...upper.lines, ...lower.lines];
    upper.rowSpan += lower.rowSpan - 1;
  }
  return true;
}

/** Space at the sides of a cell that text leaves free (em). */
const padding = 1.2;

/** Whether what begins `lower` had no room in the last line of `upper`. */
function isBroken(upper: PlacedCell, lower: PlacedCell): boolean {
  const [next] = lower.lines;
  return next !== undefined && upper.room <= widthOfFirst(next) + padding * next.size;
}

const isNumber = (text: string): boolean => /^[-—–/+\d.,\s]+$/.test(text.normalize('NFKC'));

/** Number of leading rows of `next` that only repeat the header of `first`. */
function repeatedRows(first: PlacedTable, next: PlacedTable): number {
  const words = (row: readonly PlacedCell[] | undefined): string =>
    row?.map((cell) => cell.text.replace(/\s+/g, '')).join('|') ?? '';
  let count = 0;
  while (count < next.rows.length - 1) {
    const text = words(next.rows[count]);
    if (text !== words(first.rows[count]) || !/\p{L}/u.test(text) || /(?:^|\|)\d+(?:\||$)/.test(text)) break;
    count++;
  }
  const overhang = next.rows
    .slice(0, count)
    .some((row, index) => row.some((cell) => index + cell.rowSpan > count));
  return overhang ? 0 : count;
}
