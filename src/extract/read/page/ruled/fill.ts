import { middleX, middleY, union, type Box, type Glyph } from '../page.js';
import type { Grid } from './grid.js';
import { linesOf } from '../text/lines.js';

/** Digits of one drawing operation nearer than this (em) are one number and stay together in one cell. */
const wordGap = 0.12;

/** A grid with the glyphs of each of its cells, in the order of `grid.cells`. */
export interface FilledGrid {
  grid: Grid;
  glyphs: Glyph[][];
}

/** Puts every glyph into the cell it stands in; a number that crosses a line goes whole to the cell of its middle. */
export function fillGrids(
  grids: readonly Grid[],
  glyphs: readonly Glyph[],
): { filled: FilledGrid[]; rest: Glyph[] } {
  const filled = grids.map((grid) => ({ grid, glyphs: grid.cells.map((): Glyph[] => []) }));
  const rest: Glyph[] = [];
  const sideways: Glyph[] = [];
  const level: Glyph[] = [];
  for (const glyph of glyphs) (glyph.turn % 2 === 0 ? level : sideways).push(glyph);
  for (const word of [...linesOf(level).flatMap(wordsOf), ...sideways.map((glyph) => [glyph])]) {
    const home = cellAt(filled, union(word));
    if (home === undefined) rest.push(...word);
    else home.push(...word);
  }
  return { filled, rest };
}

function wordsOf(line: readonly Glyph[]): Glyph[][] {
  const words: Glyph[][] = [];
  let last: Glyph | null = null;
  for (const glyph of line) {
    const word = words.at(-1);
    const joined = last !== null && last.run === glyph.run && glyph.left - last.right <= wordGap * glyph.size;
    if (joined && word !== undefined && isNumeric(glyph) && isNumeric(last)) word.push(glyph);
    else words.push([glyph]);
    last = glyph;
  }
  return words;
}

/** Only numbers are kept whole: half of one would be another number. */
const isNumeric = (glyph: Glyph | null): boolean =>
  glyph !== null && /^[\p{Nd}.,%．，％]+$/u.test(glyph.text);

function cellAt(filled: readonly FilledGrid[], box: Box): Glyph[] | undefined {
  const x = middleX(box);
  const y = middleY(box);
  // The smallest table wins where one stands inside a cell of another.
  let best: { area: number; glyphs: Glyph[] } | undefined;
  for (const { grid, glyphs } of filled) {
    if (x < grid.left || x > grid.right || y < grid.top || y > grid.bottom) continue;
    const index = grid.cells.findIndex(
      (cell) => x >= cell.left && x <= cell.right && y >= cell.top && y <= cell.bottom,
    );
    const cell = grid.cells[index];
    const home = glyphs[index];
    if (cell === undefined || home === undefined) continue;
    const area = (cell.right - cell.left) * (cell.bottom - cell.top);
    if (best === undefined || area < best.area) best = { area, glyphs: home };
  }
  return best?.glyphs;
}
