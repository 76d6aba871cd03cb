import { fillGrids, type FilledGrid } from '../ruled/fill.js';
import { gridOf, type Grid } from '../ruled/grid.js';
import { linesOf, runsOf, turnedLines, type Run } from './lines.js';
import { middleX, middleY, type Box, type Glyph, type Page } from '../page.js';
import { rulingsOf } from '../ruled/rulings.js';
import { upright } from '../upright.js';

/** One line of running text. */
export interface PageLine extends Run {
  /** Its parts between wide gaps: cells of a table without rules, or columns of text. */
  parts: Run[];
}

/** A page taken apart: ruled tables with their glyphs, and the lines outside them from top to bottom. */
export interface Layout {
  page: Page;
  tables: FilledGrid[];
  lines: PageLine[];
  /** Pictures that text may hide in. */
  pictures: Box[];
}

/** Gap, in em, that may separate two columns. */
export const columnGap = 1;
/** A taller box with a single cell is a frame around text (points). */
const tallestCell = 90;
/** A smaller picture is a mark or an ornament (share of the page). */
const smallestFigure = 0.05;
/** A picture with more characters on it is their background. */
const mostCaptions = 20;

export function layoutOf(drawn: Page): Layout {
  const page = upright(drawn);
  const grids = rulingsOf(page.rules)
    .map(gridOf)
    .filter((grid): grid is Grid => grid !== null && !isFrame(grid));
  const { filled, rest } = fillGrids(grids, page.glyphs);
  const tables = filled.filter(({ glyphs }) => glyphs.some((cell) => cell.length > 0));
  const lines = [
    ...linesOf(rest.filter((glyph) => glyph.turn === 0)).flatMap(lineOf),
    ...sidewaysLines(rest),
  ];
  lines.sort((one, other) => one.top + one.bottom - other.top - other.bottom);
  return { page, tables, lines, pictures: page.pictures.filter((picture) => isFigure(picture, page)) };
}

/** A picture of some size that is no background of the text. */
function isFigure(picture: Box, { width, height, glyphs }: Page): boolean {
  if ((picture.right - picture.left) * (picture.bottom - picture.top) < smallestFigure * width * height)
    return false;
  const within = (glyph: Glyph): boolean =>
    middleX(glyph) > picture.left &&
    middleX(glyph) < picture.right &&
    middleY(glyph) > picture.top &&
    middleY(glyph) < picture.bottom;
  return glyphs.filter(within).length < mostCaptions;
}

const isFrame = ({ cells }: Grid): boolean =>
  cells.length === 1 && cells.every((cell) => cell.bottom - cell.top > tallestCell);

/** The line that glyphs of one level make; none when they are all spaces. */
export function lineOf(glyphs: readonly Glyph[]): PageLine[] {
  return runsOf(glyphs).map((run) => ({ ...run, parts: runsOf(glyphs, columnGap) }));
}

/** Text that runs up, down or upside down beside the main text: one line each, where it stands. */
function sidewaysLines(glyphs: readonly Glyph[]): PageLine[] {
  return turnedLines(glyphs).map((run) => ({ ...run, parts: [run] }));
}
