import type { Area } from './picture/bitmap.js';

/** A digit as it looks: its shape in a fixed raster, and what was read. */
export interface Digit {
  text: string;
  look: Float64Array;
}

const columns = 8;
const rows = 12;
/** Looks nearer than this (mean difference of a raster cell) may be the same digit. */
const alike = 0.16;
/** So many of the most alike others are asked. */
const asked = 5;

/** The share of ink in each cell of a raster laid over a shape. */
export function lookOf(ink: Uint8Array, width: number, { left, top, right, bottom }: Area): Float64Array {
  const look = new Float64Array(columns * rows + 1);
  const count = new Float64Array(columns * rows);
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const cell =
        Math.floor(((y - top) / (bottom - top)) * rows) * columns +
        Math.floor(((x - left) / (right - left)) * columns);
      count[cell] = (count[cell] ?? 0) + 1;
      if (ink[y * width + x] === 1) look[cell] = (look[cell] ?? 0) + 1;
    }
  }
  for (const [cell, all] of count.entries()) look[cell] = all === 0 ? 0 : (look[cell] ?? 0) / all;
  // How slender it is tells 1 from a filled box.
  look[columns * rows] = ((right - left) / (bottom - top)) * 4;
  return look;
}

/** The digits that most others of the same look were read otherwise than. */
export function doubtful<T extends Digit>(digits: readonly T[]): Set<T> {
  const found = new Set<T>();
  for (const digit of digits) {
    const nearest = digits
      .filter((other) => other !== digit)
      .map((other) => ({ text: other.text, distance: distance(digit.look, other.look) }))
      .filter((other) => other.distance <= alike)
      .sort((one, other) => one.distance - other.distance)
      .slice(0, asked);
    const agree = nearest.filter((other) => other.text === digit.text).length;
    if (nearest.length > 0 && agree * 2 <= nearest.length) found.add(digit);
  }
  return found;
}

function distance(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (const [index, value] of one.entries()) sum += Math.abs(value - (other[index] ?? 0));
  return sum / one.length;
}
