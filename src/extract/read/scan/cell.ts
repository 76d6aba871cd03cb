import { crop, pgm, type Area, type Bitmap } from './picture/bitmap.js';
import { contrasted, scaled, smoothed } from './sheet/clear.js';
import { lookOf } from './doubt.js';
import type { Recogniser, Sign } from './recogniser.js';
import { looksLikeNumber, shapesIn, stacked } from './shapes.js';

/** A number that is less sure is not read; its digits are also counted and compared. */
const leastNumber = 0.6;
/** White around what is given to the recogniser (pixels). */
const white = 18;
/** Characters that are surer than this are not read again. */
const sureText = 0.9;

/** Stands for what cannot be read. */
export const unknown = '\ufffd';

export interface ReadCell {
  /** In pixels of the page. */
  signs: Sign[];
  /** Of each sign, when they are the digits of a number. */
  looks: Float64Array[];
}

/** One unknown sign for all that an area holds. */
export function unread(area: Area): ReadCell {
  return {
    signs: [{ ...area, text: unknown, confidence: 0, lineTop: area.top, lineBottom: area.bottom }],
    looks: [],
  };
}

/** Reads a cell; where there is ink that cannot be read, one unknown sign. */
export async function readCell(
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
  // A shape at the edge of the cell is what is left of a line, or of a character that reaches in: words bear it, figures do not.
  const isCut =
    inked.left <= area.left ||
    inked.right >= area.right ||
    inked.top <= area.top ||
    inked.bottom >= area.bottom;
  const digits = stacked(shapes);
  const isFigure = looksLikeNumber(digits);
  if (isFigure && !isCut) {
    const signs = await readNumber(digits, inked, bitmap, recogniser);
    if (signs !== null) return { signs, looks: digits.map((shape) => lookOf(ink, bitmap.width, shape)) };
  }
  const signs = await readText(inked, bitmap, recogniser);
  // What looks like digits may be words one above the other, but no single character; digits that do not look so are something else.
  const words = signs.filter((sign) => /\p{Script=Han}/u.test(sign.text)).length;
  const isText = isFigure || isCut ? words > 1 : signs.some((sign) => !/[\d.,]/.test(sign.text));
  return isText ? { signs: signs.map((sign) => moved(sign, inked)), looks: [] } : unread(inked);
}

/** Two ways to prepare the picture of a number, each with a mistake of its own now and then: how often it is smoothed, how high it is made. */
const ways = [
  { passes: 2, height: 21 },
  { passes: 1, height: 18 },
] as const;

/**
 * Reads a number as a whole or, where nothing is recognised in it, digit by digit. Every digit is a shape of its own, so that one lost or
 * made up shows, and it is read in two ways that must agree.
 */
async function readNumber(
  shapes: readonly Area[],
  inked: Area,
  bitmap: Bitmap,
  recogniser: Recogniser,
): Promise<Sign[] | null> {
  const height = inked.bottom - inked.top;
  const read = async (area: Area, kind: 'digits' | 'digit', way: (typeof ways)[number]): Promise<Sign[]> => {
    let part = crop(bitmap, area, 2);
    for (let pass = 0; pass < way.passes; pass++) part = smoothed(part);
    const small = contrasted(scaled(part, Math.min(1, way.height / height)));
    return recogniser.read(
      pgm(crop(small, { left: 0, top: 0, right: small.width, bottom: small.height }, white)),
      kind,
    );
  };
  const readBy = async (way: (typeof ways)[number]): Promise<Sign[] | null> => {
    let signs = await read(inked, 'digits', way);
    if (signs.length === 0 || (shapes.length === 1 && signs.length !== 1)) {
      const single: Sign[][] = [];
      for (const { left, right } of shapes) single.push(await read({ ...inked, left, right }, 'digit', way));
      signs = single.every((each) => each.length === 1) ? single.flat() : [];
    }
    return signs.length === shapes.length && signs.every((sign) => sign.confidence >= leastNumber)
      ? signs
      : null;
  };
  const [one, other] = [await readBy(ways[0]), await readBy(ways[1])];
  if (one === null || other === null || one.some((sign, index) => sign.text !== other[index]?.text))
    return null;
  return one.map((sign, index) => ({
    ...(shapes[index] ?? inked),
    text: sign.text,
    confidence: Math.min(sign.confidence, other[index]?.confidence ?? 0),
    lineTop: inked.top,
    lineBottom: inked.bottom,
  }));
}

/** Reads words as they are or, where that leaves doubt, made clearer: what was surer. */
async function readText(area: Area, bitmap: Bitmap, recogniser: Recogniser): Promise<Sign[]> {
  const part = crop(bitmap, area, white);
  const plain = await recogniser.read(pgm(part), 'block');
  const sureness = (signs: readonly Sign[]): number =>
    signs.reduce((sum, sign) => sum + sign.confidence, 0) / Math.max(1, signs.length);
  if (plain.length > 0 && plain.every((sign) => sign.confidence >= sureText)) return plain;
  const clearer = await recogniser.read(pgm(contrasted(smoothed(part))), 'block');
  return sureness(clearer) > sureness(plain) ? clearer : plain;
}

/** A sign of a crop in the pixels of the page. */
function moved(sign: Sign, { left, top }: Area): Sign {
  const [x, y] = [left - white, top - white];
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
