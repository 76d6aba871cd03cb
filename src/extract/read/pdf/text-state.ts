import { compose, type Matrix } from '../page/ruled/matrix.js';
import { glyphAt } from '../page/ruled/ink.js';
import type { Glyph } from '../page/page.js';

/** What pdf.js tells about a font. */
export interface Font {
  vertical?: boolean;
  isType3Font?: boolean;
  fontMatrix?: ArrayLike<number> | null;
  bbox?: ArrayLike<number> | null;
  defaultVMetrics?: ArrayLike<number> | null;
}

/** One entry of a `showText` operand: a glyph, or a displacement in thousandths of the em. */
export type Shown =
  number | { unicode: string; width: number; isSpace: boolean; vmetric?: ArrayLike<number> | null };

/** Text state of the PDF graphics model (ISO 32000-1, 9.3 and 9.4). */
export interface TextState {
  font: Font | null;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
  matrix: ArrayLike<number> | null;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

export const freshText: TextState = {
  font: null,
  size: 0,
  charSpacing: 0,
  wordSpacing: 0,
  horizontalScale: 1,
  leading: 0,
  rise: 0,
  matrix: null,
  x: 0,
  y: 0,
  lineX: 0,
  lineY: 0,
};

export function beginText(text: TextState, matrix: ArrayLike<number> | null): void {
  text.matrix = matrix;
  text.x = text.y = text.lineX = text.lineY = 0;
}

export function moveText(text: TextState, x: number, y: number): void {
  text.x = text.lineX += x;
  text.y = text.lineY += y;
}

/** Width of a glyph unit and height of the em, in units of the font size. */
function fontScale(font: Font): { unit: number; em: number } {
  const unit = font.fontMatrix?.[0] ?? 0.001;
  if (font.isType3Font !== true) return { unit, em: 1 };
  const boxHeight = (font.bbox?.[3] ?? 0) - (font.bbox?.[1] ?? 0);
  const em = Math.abs(boxHeight * (font.fontMatrix?.[3] ?? 0.001));
  // A Type 3 font measures in units of its own: its box says how tall its letters are.
  return { unit, em: em > 0.3 && em < 100 && Math.abs(unit) !== 0.001 ? em : 1 };
}

/** Draws a run of glyphs, numbered `run`, moves the text position past it, and hands every glyph that can be placed to `draw`. */
export function showText(
  text: TextState,
  ctm: Matrix,
  shownGlyphs: readonly Shown[],
  run: number,
  draw: (glyph: Glyph) => void,
): void {
  const { font } = text;
  if (font === null || text.size === 0) return;
  const direction = text.size < 0 ? -1 : 1;
  const size = Math.abs(text.size);
  const across = text.horizontalScale * direction;
  const { unit, em } = fontScale(font);
  const vertical = font.vertical === true;
  const placed = compose(text.matrix === null ? ctm : compose(ctm, text.matrix), [
    1,
    0,
    0,
    1,
    text.x,
    text.y + text.rise,
  ]);
  let along = 0;
  for (const shown of shownGlyphs) {
    if (typeof shown === 'number') {
      along += ((vertical ? 1 : -1) * shown * size) / 1000;
      continue;
    }
    const spacing =
      ((shown.isSpace ? text.wordSpacing : 0) + text.charSpacing) *
      (font.isType3Font === true ? 1 : direction);
    const width = shown.width * unit * size;
    const metric = vertical ? (shown.vmetric ?? font.defaultVMetrics) : null;
    const glyph = glyphAt(placed, shown.unicode, {
      x: across * (vertical ? -(shown.vmetric ? (shown.vmetric[1] ?? 0) * unit * size : width / 2) : along),
      y: vertical ? -direction * (along + (metric?.[2] ?? 0) * unit * size) : 0,
      advance: width * across,
      em: size * em * direction,
      alongX: vertical ? 0 : Math.sign(across) || 1,
      alongY: vertical ? -1 : 0,
      run,
    });
    if (glyph !== null) draw(glyph);
    along += vertical ? -(metric?.[0] ?? -1000) * unit * size - spacing : width + spacing;
  }
  if (vertical) text.y -= along;
  else text.x += along * across;
}
