import { applyX, applyY, type Matrix } from '../page/ruled/matrix.js';
import { mostPixels, type Bitmap } from '../scan/picture/bitmap.js';
import type { Picture } from './draw.js';

/** A decoded image as pdf.js gives it. */
export interface DecodedImage {
  width: number;
  height: number;
  /** One bit a pixel (0 is black), three bytes, or four. */
  kind: 1 | 2 | 3;
  data: Uint8Array | Uint8ClampedArray;
}

/** Finer pictures are made coarser: enough to read the smallest print (pixels per point). */
const finest = 300 / 72;
/** What the pictures of a page look like together on its paper, `width` by `height` points. */
export function bitmapOf(
  images: readonly { picture: Picture; image: DecodedImage }[],
  width: number,
  height: number,
): Bitmap {
  const finer = ({ picture, image }: (typeof images)[number]): number =>
    image.width / Math.max(1, Math.hypot(picture.matrix[0], picture.matrix[1]));
  const wanted = Math.min(finest, Math.max(1, ...images.map(finer)));
  const scale = Math.min(wanted, Math.sqrt(mostPixels / (width * height)));
  const bitmap: Bitmap = {
    width: Math.round(width * scale),
    height: Math.round(height * scale),
    grey: new Uint8Array(Math.round(width * scale) * Math.round(height * scale)).fill(255),
  };
  for (const { picture, image } of images) paint(bitmap, picture, image, scale);
  return bitmap;
}

function paint(
  bitmap: Bitmap,
  { matrix, left, top, right, bottom }: Picture,
  image: DecodedImage,
  scale: number,
): void {
  const inverse = inverted(matrix);
  if (inverse === null) return;
  const [fromX, toX] = [
    Math.max(0, Math.floor(left * scale)),
    Math.min(bitmap.width, Math.ceil(right * scale)),
  ];
  const [fromY, toY] = [
    Math.max(0, Math.floor(top * scale)),
    Math.min(bitmap.height, Math.ceil(bottom * scale)),
  ];
  const shadeAt = shader(image);
  for (let y = fromY; y < toY; y++) {
    for (let x = fromX; x < toX; x++) {
      const [pageX, pageY] = [(x + 0.5) / scale, (y + 0.5) / scale];
      // An image fills the unit square, its first row at the top.
      const column = Math.floor(applyX(inverse, pageX, pageY) * image.width);
      const row = Math.floor((1 - applyY(inverse, pageX, pageY)) * image.height);
      if (column < 0 || row < 0 || column >= image.width || row >= image.height) continue;
      bitmap.grey[y * bitmap.width + x] = shadeAt(column, row);
    }
  }
}

function inverted([a, b, c, d, e, f]: Matrix): Matrix | null {
  const area = a * d - b * c;
  if (!Number.isFinite(1 / area)) return null;
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area];
}

function shader({ width, kind, data }: DecodedImage): (column: number, row: number) => number {
  if (kind === 1) {
    const rowLength = Math.ceil(width / 8);
    return (column, row) =>
      (((data[row * rowLength + (column >> 3)] ?? 255) >> (7 - (column & 7))) & 1) === 1 ? 255 : 0;
  }
  const bytes = kind === 2 ? 3 : 4;
  return (column, row) => {
    const at = (row * width + column) * bytes;
    return ((data[at] ?? 255) * 299 + (data[at + 1] ?? 255) * 587 + (data[at + 2] ?? 255) * 114) / 1000;
  };
}
