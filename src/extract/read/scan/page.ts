import { gridOf, type Grid, type GridCell } from '../page/grid.js';
import type { Glyph, Page, Rule, Rules } from '../page/page.js';
import { rulingsOf } from '../page/rulings.js';
import { crop, inkOf, pgm, type Area, type Bitmap } from './bitmap.js';
import { lookOf, type Digit } from './doubt.js';
import type { Recogniser, Sign } from './library.js';
import { rulesIn } from './rules.js';
import { looksLikeNumber, shapesIn } from './shapes.js';
import { straightened } from './skew.js';

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
/** Nothing read from a picture is surer than this: it stays below what counts as sure. */
const surest = 0.89;
/** A number that is less sure is not read: in a cell, where its digits are counted and compared, and in running text. */
const leastNumber = 0.6;
const leastInProse = 0.9;
/** Ink along the place of a line, within a merged cell, that says that the line is there (share of its length). */
const hiddenLine = 0.5;
/** White around what is given to the recogniser (pixels). */
const margin = 12;

/** Stands for what cannot be read. */
export const unknown = '\ufffd';

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
  const bitmap = straightened(askew);
  const ink = inkOf(bitmap);
  const unit = width / bitmap.width;
  const found = rulesIn(bitmap, ink, shortestRule / unit);
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
    blank(bitmap, area);
  }
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
    let inked = 0;
    for (let at = first; at < last; at++) if (near.some((aside) => isInk(at, aside))) inked++;
    return last > first && inked >= hiddenLine * (last - first);
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

/** One unknown sign for all that an area holds. */
function unread(area: Area): ReadCell {
  return {
    signs: [{ ...area, text: unknown, confidence: 0, lineTop: area.top, lineBottom: area.bottom }],
    looks: [],
  };
}

const areaOf = ({ left, top, right, bottom }: GridCell, unit: number): Area => ({
  left: Math.round(left / unit) + 1,
  top: Math.round(top / unit) + 1,
  right: Math.round(right / unit) - 1,
  bottom: Math.round(bottom / unit) - 1,
});

interface ReadCell {
  /** In pixels of the page. */
  signs: Sign[];
  /** Of each sign, when they are the digits of a number. */
  looks: Float64Array[];
}

/** Reads a cell; where there is ink that cannot be read, one unknown sign. */
async function readCell(
  area: Area,
  { bitmap, ink, unit }: { bitmap: Bitmap; ink: Uint8Array; unit: number },
  recogniser: Recogniser,
): Promise<ReadCell> {
  // Specks are smaller than a full stop of small print.
  const shapes = shapesIn(ink, bitmap.width, area, Math.max(4, (0.8 / unit) ** 2));
  if (shapes.length === 0) return { signs: [], looks: [] };
  const inked: Area = {
    left: Math.min(...shapes.map((shape) => shape.left)),
    top: Math.min(...shapes.map((shape) => shape.top)),
    right: Math.max(...shapes.map((shape) => shape.right)),
    bottom: Math.max(...shapes.map((shape) => shape.bottom)),
  };
  const file = pgm(crop(bitmap, inked, margin));
  // A shape at the edge of the cell is what is left of a line, or of a character that reaches in.
  const isCut =
    inked.left <= area.left ||
    inked.right >= area.right ||
    inked.top <= area.top ||
    inked.bottom >= area.bottom;
  if (isCut) return unread(inked);
  if (!looksLikeNumber(shapes)) {
    const signs = await recogniser.read(file, 'block');
    // Digits that do not look like a number are something else.
    const isText = signs.some((sign) => !/[\d.,]/.test(sign.text));
    return isText ? { signs: signs.map((sign) => moved(sign, inked)), looks: [] } : unread(inked);
  }
  for (const kind of shapes.length === 1 ? (['digits', 'digit'] as const) : (['digits'] as const)) {
    const signs = await recogniser.read(file, kind);
    // Every digit is a shape of its own: a digit lost or made up shows in their number.
    if (signs.length !== shapes.length || signs.some((sign) => sign.confidence < leastNumber)) continue;
    return {
      signs: signs.map((sign, index) => ({ ...moved(sign, inked), ...(shapes[index] ?? inked) })),
      looks: shapes.map((shape) => lookOf(ink, bitmap.width, shape)),
    };
  }
  return unread(inked);
}

/** A sign of a crop in the pixels of the page. */
function moved(sign: Sign, { left, top }: Area): Sign {
  const [x, y] = [left - margin, top - margin];
  return {
    ...sign,
    left: sign.left + x,
    right: sign.right + x,
    top: sign.top + y,
    bottom: sign.bottom + y,
    lineTop: sign.lineTop + y,
    lineBottom: sign.lineBottom + y,
  };
}

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

function blank({ width, grey }: Bitmap, { left, top, right, bottom }: Area): void {
  for (let y = top; y < bottom; y++) grey.fill(255, y * width + left, y * width + right);
}
