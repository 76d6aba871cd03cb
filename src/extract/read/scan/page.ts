import { gridOf, type Grid, type GridCell } from '../page/ruled/grid.js';
import { surest, type Glyph, type Page, type Rule, type Rules } from '../page/page.js';
import { rulingsOf } from '../page/ruled/rulings.js';
import { inkOf, pgm, type Area, type Bitmap } from './picture/bitmap.js';
import { readCell, unknown, unread } from './cell.js';
import type { Digit } from './doubt.js';
import type { Recogniser, Sign } from './recogniser.js';
import { whitened } from './sheet/paper.js';
import { rulesIn } from './sheet/rules.js';
import { straightened } from './sheet/skew.js';

/** One page as a picture. */
export interface ScannedPage {
  /** From 1. */
  number: number;
  bitmap: Bitmap;
  /** Paper size in points. */
  width: number;
  height: number;
}

/** Shorter lines are strokes of characters (points). */
const shortestRule = 22;
/** A figure in running text that is less sure is not read. */
const leastInProse = 0.9;
/** Ink along the place of a line, within a merged cell, that says that the line is there (share of its length). */
const hiddenLine = 0.5;
/** A line begins and ends so near the borders of the cell (share of its length); characters keep away from them. */
const hiddenEnd = 0.08;
/** Ruling lines are no wider (points). */
const lineWidth = 2;

/** A page that was read, and the looks of the digits in its cells. */
export interface ReadPage {
  page: Page;
  digits: CellDigit[];
}

export interface CellDigit extends Digit {
  /** All characters of the cell that it stands in. */
  cell: Glyph[];
}

/** Reads a page: its ruling lines from the picture, then cell by cell, then the text outside the tables. */
export async function readPicture(
  { number, bitmap: askew, width, height }: ScannedPage,
  recogniser: Recogniser,
): Promise<ReadPage> {
  const bitmap = straightened(whitened(askew));
  const ink = inkOf(bitmap);
  const unit = width / bitmap.width;
  const found = rulesIn(bitmap, shortestRule / unit);
  const drawn = ink.slice();
  const inPoints = (rule: Rule): Rule => ({ at: rule.at * unit, from: rule.from * unit, to: rule.to * unit });
  const rules: Rules = { horizontal: found.horizontal.map(inPoints), vertical: found.vertical.map(inPoints) };
  erase(found, bitmap, ink);
  const page: Page = {
    number,
    width,
    height,
    glyphs: [],
    rules,
    pictures: [],
    invisible: 0,
    unit: 1,
    turned: 0,
    confidence: surest,
  };
  const digits: CellDigit[] = [];
  const cells = rulingsOf(rules).flatMap((ruling) => {
    const grid = gridOf(ruling);
    return grid === null ? [] : grid.cells.map((cell) => ({ cell, grid }));
  });
  for (const [run, { cell, grid }] of cells.entries()) {
    const area = areaOf(cell, unit);
    const isSure = !hidesLine(cell, grid, { width: bitmap.width, ink: drawn, unit });
    const { signs, looks } = isSure ? await readCell(area, { bitmap, ink, unit }, recogniser) : unread(area);
    const glyphs = glyphsOf(signs, unit, run);
    page.glyphs.push(...glyphs);
    for (const [index, look] of looks.entries())
      digits.push({ look, text: signs[index]?.text ?? '', cell: glyphs });
  }
  // What is left of the lines must not be read as characters of the cells.
  for (const { cell } of cells) blank(bitmap, areaOf(cell, unit, -lineWidth));
  const rest = (await recogniser.read(pgm(bitmap), 'page')).map((sign) =>
    /\d/.test(sign.text) && sign.confidence < leastInProse ? { ...sign, text: unknown, confidence: 0 } : sign,
  );
  page.glyphs.push(...glyphsOf(rest, unit, -1));
  return { page, digits };
}

/** Whether a merged cell has a line through it that was too faint or broken to be found. */
function hidesLine(
  { row, column, rowSpan, columnSpan, left, right, top, bottom }: GridCell,
  { xs, ys }: Grid,
  { width, ink, unit }: { width: number; ink: Uint8Array; unit: number },
): boolean {
  const near = [-2, -1, 0, 1, 2];
  const along = (from: number, to: number, isInk: (at: number, aside: number) => boolean): boolean => {
    const [first, last] = [Math.round(from / unit) + 4, Math.round(to / unit) - 4];
    const inked: number[] = [];
    for (let at = first; at < last; at++) if (near.some((aside) => isInk(at, aside))) inked.push(at);
    const reach = hiddenEnd * (last - first);
    return (
      inked.length > 0 &&
      inked.length >= hiddenLine * (last - first) &&
      (inked[0] ?? Infinity) - first <= reach &&
      last - 1 - (inked.at(-1) ?? -Infinity) <= reach
    );
  };
  const isDrawn = (x: number, y: number): boolean => ink[y * width + x] === 1;
  return (
    xs
      .slice(column + 1, column + columnSpan)
      .some((x) => along(top, bottom, (y, aside) => isDrawn(Math.round(x / unit) + aside, y))) ||
    ys
      .slice(row + 1, row + rowSpan)
      .some((y) => along(left, right, (x, aside) => isDrawn(x, Math.round(y / unit) + aside)))
  );
}

/** A cell in pixels, without so many points along its borders; with more, when negative. */
const areaOf = ({ left, top, right, bottom }: GridCell, unit: number, without = unit): Area => ({
  left: Math.round((left + without) / unit),
  top: Math.round((top + without) / unit),
  right: Math.round((right - without) / unit),
  bottom: Math.round((bottom - without) / unit),
});

/** Ink farther apart than this (em) has a space between. */
const wordGap = 0.8;

/**
 * Signs as characters of the page, in the order in which they were read: each stands in its line, which is as high as most lines unless
 * it clearly differs, and reaches to the next.
 */
function glyphsOf(signs: readonly Sign[], unit: number, run: number): Glyph[] {
  const heights = signs.map((sign) => sign.lineBottom - sign.lineTop).sort((one, other) => one - other);
  const usual = heights[Math.floor(heights.length / 2)] ?? 0;
  let edge = -Infinity;
  return signs.map((sign, index) => {
    const own = sign.lineBottom - sign.lineTop;
    const size = (own > 0.6 * usual && own < 1.3 * usual ? usual : own) * unit;
    const middle = ((sign.lineTop + sign.lineBottom) / 2) * unit;
    const [before, next] = [signs[index - 1], signs[index + 1]];
    if (before?.lineTop !== sign.lineTop) edge = -Infinity;
    const left = Math.max(edge, sign.left * unit);
    const reach = Math.max(left + 0.1 * size, sign.right * unit);
    const follows = next?.lineTop === sign.lineTop && next.left * unit - reach < wordGap * size;
    const right = follows ? Math.max(left + 0.1 * size, next.left * unit) : reach;
    edge = right;
    const confidence = Math.min(sign.confidence, surest);
    return {
      text: sign.text,
      left,
      right,
      top: middle - size / 2,
      bottom: middle + size / 2,
      size,
      turn: 0,
      run,
      confidence,
    };
  });
}

/** Takes the lines out of the picture, so that they are not read as characters. */
function erase({ horizontal, vertical }: Rules, { width, height, grey }: Bitmap, ink: Uint8Array): void {
  const clear = (x: number, y: number): void => {
    if (x < 0 || y < 0 || x >= width || y >= height) return;
    ink[y * width + x] = 0;
    grey[y * width + x] = 255;
  };
  for (const { at, from, to } of horizontal) {
    for (let x = from - 1; x <= to; x++) for (const y of [-1.5, -0.5, 0.5]) clear(x, at + y);
  }
  for (const { at, from, to } of vertical) {
    for (let y = from - 1; y <= to; y++) for (const x of [-1.5, -0.5, 0.5]) clear(at + x, y);
  }
}

function blank({ width, height, grey }: Bitmap, { left, top, right, bottom }: Area): void {
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y++)
    grey.fill(255, y * width + Math.max(0, left), y * width + Math.min(width, right));
}
