import { inkOf, type Bitmap } from './bitmap.js';

/** Sheets lie no more askew than this (slope), and are straightened in such steps. */
const mostSlope = 0.04;
const step = 0.001;
/** A slope under which nothing need be done. */
const straight = 0.0015;

/** The picture with its lines made level: each column is moved up or down, each row to the left or right. */
export function straightened(bitmap: Bitmap): Bitmap {
  const slope = slopeOf(bitmap);
  if (Math.abs(slope) < straight) return bitmap;
  const { width, height, grey } = bitmap;
  const turned = new Uint8Array(grey.length).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const fromX = Math.round(x - (y - height / 2) * slope);
      const fromY = Math.round(y + (x - width / 2) * slope);
      if (fromX < 0 || fromX >= width || fromY < 0 || fromY >= height) continue;
      turned[y * width + x] = grey[fromY * width + fromX] ?? 255;
    }
  }
  return { width, height, grey: turned };
}

/** How much the lines fall to the right: the slope along which ink gathers in the fewest rows. */
function slopeOf(bitmap: Bitmap): number {
  const { width, height } = bitmap;
  const ink = inkOf(bitmap);
  const points: [x: number, y: number][] = [];
  for (let y = 0; y < height; y += 1) {
    for (let x = y % 7; x < width; x += 7) if (ink[y * width + x] === 1) points.push([x - width / 2, y]);
  }
  let best = { slope: 0, score: -1 };
  const steps = Math.round(mostSlope / step);
  // From level outwards, so that an empty sheet stays as it is.
  for (let index = 0; index <= 2 * steps; index++) {
    const slope = (index % 2 === 0 ? -1 : 1) * Math.ceil(index / 2) * step;
    const rows = new Float64Array(height);
    for (const [x, y] of points) {
      const row = Math.round(y - x * slope);
      if (row >= 0 && row < height) rows[row] = (rows[row] ?? 0) + 1;
    }
    const score = rows.reduce((sum, count) => sum + count * count, 0);
    if (score > best.score * 1.0001) best = { slope, score };
  }
  return best.slope;
}
