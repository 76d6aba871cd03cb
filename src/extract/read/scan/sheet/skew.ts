import { inkOf, type Bitmap } from '../picture/bitmap.js';

/** Sheets lie no more askew than this (slope); the slope is looked for in coarse steps, then in fine ones. */
const mostSlope = 0.04;
const coarse = 0.001;
const fine = 0.0002;
/** A slope under which nothing need be done. */
const straight = 0.0005;

/** The picture with its lines made level: each column is moved up or down, each row to the left or right. */
export function straightened(bitmap: Bitmap): Bitmap {
  const slope = slopeOf(bitmap);
  if (Math.abs(slope) < straight) return bitmap;
  const { width, height, grey } = bitmap;
  const turned = new Uint8Array(grey.length).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const fromX = x - (y - height / 2) * slope;
      const fromY = y + (x - width / 2) * slope;
      const [column, row] = [Math.floor(fromX), Math.floor(fromY)];
      if (column < 0 || column + 1 >= width || row < 0 || row + 1 >= height) continue;
      const at = row * width + column;
      const upper = between(grey[at] ?? 255, grey[at + 1] ?? 255, fromX - column);
      const lower = between(grey[at + width] ?? 255, grey[at + width + 1] ?? 255, fromX - column);
      turned[y * width + x] = between(upper, lower, fromY - row);
    }
  }
  return { width, height, grey: turned };
}

const between = (one: number, other: number, share: number): number => one + (other - one) * share;

/** How much the lines fall to the right: the slope along which ink gathers in the fewest rows. */
function slopeOf(bitmap: Bitmap): number {
  const { width, height } = bitmap;
  const ink = inkOf(bitmap);
  const points: [x: number, y: number][] = [];
  for (let y = 0; y < height; y += 1) {
    for (let x = y % 7; x < width; x += 7) if (ink[y * width + x] === 1) points.push([x - width / 2, y]);
  }
  const scoreOf = (slope: number): number => {
    const rows = new Float64Array(height);
    for (const [x, y] of points) {
      const row = Math.round(y - x * slope);
      if (row >= 0 && row < height) rows[row] = (rows[row] ?? 0) + 1;
    }
    return rows.reduce((sum, count) => sum + count * count, 0);
  };
  const roughly = bestAround(0, coarse, mostSlope, scoreOf);
  return bestAround(roughly, fine, coarse, scoreOf);
}

/** The slope of the highest score, looked for from `middle` outwards, so that an empty sheet stays as it is. */
function bestAround(middle: number, step: number, reach: number, scoreOf: (slope: number) => number): number {
  let best = { slope: middle, score: scoreOf(middle) };
  for (let away = 1; away <= Math.round(reach / step); away++) {
    for (const slope of [middle - away * step, middle + away * step]) {
      const score = scoreOf(slope);
      if (score > best.score * 1.0001) best = { slope, score };
    }
  }
  return best.slope;
}
