import { applyX, applyY, verticalScale, type Matrix } from './matrix.js';
import type { Box, Glyph, Rules, Turn } from '../page.js';

/** Thicker strokes and bars are areas, not ruling lines (points). */
const thickest = 3.5;
/** A line may deviate from the axis by so much of its length. */
const slant = 0.02;
/** Part of the em above the baseline; Chinese fonts draw their square there. */
const ascent = 0.86;

/** Text direction after the map, `null` when it is not along an axis (watermarks, seals). */
function turnOf(matrix: Matrix, alongX: number, alongY: number): Turn | null {
  const dx = matrix[0] * alongX + matrix[2] * alongY;
  const dy = matrix[1] * alongX + matrix[3] * alongY;
  const [far, near] = Math.abs(dx) >= Math.abs(dy) ? [dx, dy] : [dy, dx];
  if (Math.abs(near) > Math.abs(far) * 0.1) return null;
  if (far === dx) return dx >= 0 ? 0 : 2;
  return dy >= 0 ? 1 : 3;
}

/** A character in text space, where the matrix takes it from. */
export interface Placed {
  /** Its origin on the baseline. */
  x: number;
  y: number;
  /** Its width, to the right. */
  advance: number;
  /** Its height, negative where y grows downwards. */
  em: number;
  /** Direction in which the text runs. */
  alongX: number;
  alongY: number;
  /** Number of the drawing operation. */
  run: number;
}

/** The em box of a glyph; `null` for slanted or vanishing text. */
export function glyphAt(matrix: Matrix, text: string, placed: Placed): Glyph | null {
  const { x, y, advance, em, run } = placed;
  const turn = turnOf(matrix, placed.alongX, placed.alongY);
  const size = verticalScale(matrix) * Math.abs(em);
  if (turn === null || !(size > 0.5 && size < 2000)) return null;
  const { left, top, right, bottom } = boxOf(matrix, x, y - (1 - ascent) * em, x + advance, y + ascent * em);
  return Number.isFinite(left + top + right + bottom)
    ? { left, top, right, bottom, text, size, turn, run }
    : null;
}

/** The upright box around a mapped rectangle. */
export function boxOf(matrix: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  const middleX = applyX(matrix, (x0 + x1) / 2, (y0 + y1) / 2);
  const middleY = applyY(matrix, (x0 + x1) / 2, (y0 + y1) / 2);
  const width = Math.abs(x1 - x0) / 2;
  const height = Math.abs(y1 - y0) / 2;
  const reachX = Math.abs(matrix[0]) * width + Math.abs(matrix[2]) * height;
  const reachY = Math.abs(matrix[1]) * width + Math.abs(matrix[3]) * height;
  return { left: middleX - reachX, top: middleY - reachY, right: middleX + reachX, bottom: middleY + reachY };
}

/** Adds a stroked segment (page coordinates) when it is a ruling line. */
export function addStroke(
  rules: Rules,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  lineWidth: number,
): void {
  const width = Math.abs(x1 - x0);
  const height = Math.abs(y1 - y0);
  if (lineWidth > thickest || !Number.isFinite(width + height)) return;
  if (height <= width * slant)
    rules.horizontal.push({ at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) });
  else if (width <= height * slant)
    rules.vertical.push({ at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) });
}

/** Adds a filled box when it is so thin that it is a ruling line; a small square is a joint of both directions. */
export function addFill(rules: Rules, { left, top, right, bottom }: Box): void {
  if (!Number.isFinite(left + top + right + bottom)) return;
  if (bottom - top <= thickest) rules.horizontal.push({ at: (top + bottom) / 2, from: left, to: right });
  if (right - left <= thickest) rules.vertical.push({ at: (left + right) / 2, from: top, to: bottom });
}
