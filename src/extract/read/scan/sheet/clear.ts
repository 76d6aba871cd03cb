import type { Bitmap } from '../picture/bitmap.js';

/** A shade this light is paper. */
const paper = 225;

/** Each pixel as the mean of itself and its neighbours, the nearer the weightier: noise of one pixel goes. */
export function smoothed({ width, height, grey }: Bitmap): Bitmap {
  const smooth = new Uint8Array(grey.length).fill(255);
  for (let y = 1; y + 1 < height; y++) {
    for (let x = 1; x + 1 < width; x++) {
      const at = y * width + x;
      const row = (middle: number): number =>
        (grey[middle - 1] ?? 0) + 2 * (grey[middle] ?? 0) + (grey[middle + 1] ?? 0);
      smooth[at] = (row(at - width) + 2 * row(at) + row(at + width)) / 16;
    }
  }
  return { width, height, grey: smooth };
}

/** The picture made smaller, or larger, by a factor. */
export function scaled({ width, height, grey }: Bitmap, factor: number): Bitmap {
  const [wide, tall] = [Math.max(1, Math.round(width * factor)), Math.max(1, Math.round(height * factor))];
  const result = new Uint8Array(wide * tall);
  const shade = (x: number, y: number): number =>
    grey[Math.min(height - 1, Math.max(0, y)) * width + Math.min(width - 1, Math.max(0, x))] ?? 255;
  for (let y = 0; y < tall; y++) {
    for (let x = 0; x < wide; x++) {
      const [fromX, fromY] = [(x + 0.5) / factor - 0.5, (y + 0.5) / factor - 0.5];
      const [column, row] = [Math.floor(fromX), Math.floor(fromY)];
      const [right, below] = [fromX - column, fromY - row];
      result[y * wide + x] =
        (shade(column, row) * (1 - right) + shade(column + 1, row) * right) * (1 - below) +
        (shade(column, row + 1) * (1 - right) + shade(column + 1, row + 1) * right) * below;
    }
  }
  return { width: wide, height: tall, grey: result };
}

/** Faint print made black, paper white. */
export function contrasted({ width, height, grey }: Bitmap): Bitmap {
  const darkest = grey.reduce((least, shade) => Math.min(least, shade), paper - 1);
  const stretched = grey.map((shade) =>
    Math.min(255, Math.max(0, ((shade - darkest) * 255) / (paper - darkest))),
  );
  return { width, height, grey: stretched };
}
