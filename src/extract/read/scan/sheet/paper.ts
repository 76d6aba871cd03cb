import type { Bitmap } from '../picture/bitmap.js';

/** Size of the squares whose paper is measured (pixels). */
const square = 48;
/** The share of the pixels of a square that are darker than its paper. */
const darker = 0.8;
/** Paper in shade is no darker than this share of what most of the paper is; darker squares are full of ink. */
const darkest = 0.5;

/** The picture as if its paper were white everywhere: shadows, yellowed and grey paper are evened out. */
export function whitened(bitmap: Bitmap): Bitmap {
  const { width, height, grey } = bitmap;
  const columns = Math.ceil(width / square);
  const rows = Math.ceil(height / square);
  const papers = paperOf(bitmap, columns, rows);
  const usual = [...papers].sort((one, other) => one - other)[papers.length >> 1] ?? 255;
  const paperAt = (column: number, row: number): number => {
    const at = Math.min(rows - 1, Math.max(0, row)) * columns + Math.min(columns - 1, Math.max(0, column));
    return Math.max(papers[at] ?? 255, usual * darkest, 1);
  };
  const even = new Uint8Array(grey.length);
  for (let y = 0; y < height; y++) {
    const down = (y + 0.5) / square - 0.5;
    const row = Math.floor(down);
    for (let x = 0; x < width; x++) {
      const along = (x + 0.5) / square - 0.5;
      const column = Math.floor(along);
      const upper = between(paperAt(column, row), paperAt(column + 1, row), along - column);
      const lower = between(paperAt(column, row + 1), paperAt(column + 1, row + 1), along - column);
      const at = y * width + x;
      even[at] = Math.min(255, ((grey[at] ?? 255) * 255) / between(upper, lower, down - row));
    }
  }
  return { width, height, grey: even };
}

const between = (one: number, other: number, share: number): number => one + (other - one) * share;

/** The shade of the paper in each square. */
function paperOf({ width, height, grey }: Bitmap, columns: number, rows: number): Uint8Array {
  const papers = new Uint8Array(columns * rows);
  for (let index = 0; index < papers.length; index++) {
    const [left, top] = [(index % columns) * square, Math.floor(index / columns) * square];
    const counts = new Uint32Array(256);
    let all = 0;
    for (let y = top; y < Math.min(height, top + square); y++) {
      for (let x = left; x < Math.min(width, left + square); x++) {
        const shade = grey[y * width + x] ?? 255;
        counts[shade] = (counts[shade] ?? 0) + 1;
        all++;
      }
    }
    let [shade, below] = [0, counts[0] ?? 0];
    while (shade < 255 && below < darker * all) below += counts[++shade] ?? 0;
    papers[index] = shade;
  }
  return papers;
}
