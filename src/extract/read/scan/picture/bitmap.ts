/** A picture in shades of grey: 0 is black, 255 white; rows from top to bottom. */
export interface Bitmap {
  width: number;
  height: number;
  grey: Uint8Array;
}

/** A rectangle of pixels; right and bottom are the first beyond it. */
export interface Area {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The darkness at and below which a pixel is ink: the one that parts the shades best (Otsu 1979). */
export function inkLevel({ grey }: Bitmap): number {
  const counts = new Array<number>(256).fill(0);
  for (const shade of grey) counts[shade] = (counts[shade] ?? 0) + 1;
  const total = grey.length;
  const sum = counts.reduce((all, count, shade) => all + count * shade, 0);
  let [best, level, dark, darkSum] = [0, 127, 0, 0];
  for (const [shade, count] of counts.entries()) {
    dark += count;
    darkSum += count * shade;
    const light = total - dark;
    if (dark === 0 || light === 0) continue;
    const between = dark * light * (darkSum / dark - (sum - darkSum) / light) ** 2;
    if (between > best) [best, level] = [between, shade];
  }
  return level;
}

/** 1 where a pixel is ink. */
export function inkOf(bitmap: Bitmap): Uint8Array {
  const level = inkLevel(bitmap);
  return bitmap.grey.map((shade) => (shade <= level ? 1 : 0));
}

/** A part of the bitmap with a white margin around it. */
export function crop({ width, height, grey }: Bitmap, area: Area, margin: number): Bitmap {
  const [left, top] = [Math.max(0, area.left), Math.max(0, area.top)];
  const [wide, tall] = [Math.min(width, area.right) - left, Math.min(height, area.bottom) - top];
  const part: Bitmap = {
    width: wide + 2 * margin,
    height: tall + 2 * margin,
    grey: new Uint8Array((wide + 2 * margin) * (tall + 2 * margin)).fill(255),
  };
  for (let row = 0; row < tall; row++) {
    const from = (top + row) * width + left;
    part.grey.set(grey.subarray(from, from + wide), (row + margin) * part.width + margin);
  }
  return part;
}

/** Pixels of a picture that is read, and of one of its sides; a sheet of A3 in 300 dots per inch has 17 million. */
export const mostPixels = 20_000_000;
const longestSide = 20_000;

/** The bitmap, made coarser where it has more pixels than are read. */
export function readable(bitmap: Bitmap): Bitmap {
  const { width, height } = bitmap;
  const scale = Math.min(Math.sqrt(mostPixels / (width * height)), longestSide / width, longestSide / height);
  return scale >= 1 ? bitmap : scaled(bitmap, scale);
}

/** Each pixel is the mean of those that it stands for. */
function scaled({ width, height, grey }: Bitmap, scale: number): Bitmap {
  const wide = Math.max(1, Math.floor(width * scale));
  const tall = Math.max(1, Math.floor(height * scale));
  const sums = new Uint32Array(wide);
  const counts = new Uint32Array(wide);
  const out = new Uint8Array(wide * tall);
  for (let row = 0; row < tall; row++) {
    sums.fill(0);
    counts.fill(0);
    const end = Math.floor(((row + 1) * height) / tall);
    for (let y = Math.floor((row * height) / tall); y < end; y++) {
      for (let x = 0; x < width; x++) {
        const column = Math.floor((x * wide) / width);
        sums[column] = (sums[column] ?? 0) + (grey[y * width + x] ?? 255);
        counts[column] = (counts[column] ?? 0) + 1;
      }
    }
    for (let column = 0; column < wide; column++)
      out[row * wide + column] = (sums[column] ?? 0) / (counts[column] ?? 1);
  }
  return { width: wide, height: tall, grey: out };
}

/** The bitmap as a file (PGM). */
export function pgm({ width, height, grey }: Bitmap): Uint8Array {
  const head = new TextEncoder().encode(`P5 ${String(width)} ${String(height)} 255\n`);
  const file = new Uint8Array(head.length + grey.length);
  file.set(head);
  file.set(grey, head.length);
  return file;
}
