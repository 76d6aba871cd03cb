import type { Rule, Rules } from '../../page/page.js';
import { inkLevel, type Bitmap } from '../picture/bitmap.js';

/** A faint line may be interrupted for so much of its shortest length. */
const gap = 0.05;
/** How much of its length a line must be seen on; lines of text have less. */
const covered = 0.9;
/** The shades are averaged over this share of the shortest length to both sides, so that noise does not break a line. */
const averaged = 0.05;
/** What is this share of the way from paper to ink is dark. */
const dark = 0.6;
/** A hair line is so much darker than what lies this share of the shortest length above and below it. */
const faintest = 0.25;
const beside = 0.07;

/**
 * Ruling lines in a picture on white paper, in pixels: bands of three rows (or columns) that are dark almost everywhere over at least
 * `shortest` pixels, so that the steps of a line that is not quite level do not break it. A line gives several bands, side by side.
 */
export function rulesIn(bitmap: Bitmap, shortest: number): Rules {
  const { width, height, grey } = bitmap;
  const contrast = 255 - inkShade(bitmap);
  const reach = Math.round(shortest * averaged);
  const aside = Math.max(2, Math.round(shortest * beside));
  // Averaging lets a line reach beyond its ends.
  const beyond = reach >> 1;
  const widest = Math.max(2, Math.round(shortest * gap));
  const turned = transposed(bitmap);
  return {
    horizontal: bandsOf(averagedAlong(grey, width, height, reach), width, height),
    vertical: bandsOf(averagedAlong(turned, height, width, reach), height, width),
  };

  /** Bands along the rows of `lines` rows of `length` pixels. */
  function bandsOf(shades: Uint8Array, length: number, lines: number): Rule[] {
    const bands: Rule[] = [];
    const isLine = (place: number): boolean => {
      const shade = shades[place] ?? 255;
      const around = Math.min(shades[place - aside * length] ?? 255, shades[place + aside * length] ?? 255);
      return shade < 255 - dark * contrast || shade < around - faintest * contrast;
    };
    for (let line = 1; line + 1 < lines; line++) {
      const start = line * length;
      let from = -1;
      let last = -1;
      let seen = 0;
      const close = (): void => {
        if (from >= 0 && last + 1 - from >= shortest && seen >= covered * (last + 1 - from))
          bands.push({ at: line + 0.5, from: from + beyond, to: last + 1 - beyond });
      };
      for (let at = 0; at < length; at++) {
        const place = start + at;
        if (!isLine(place - length) && !isLine(place) && !isLine(place + length)) continue;
        if (from < 0 || at - last > widest) {
          close();
          from = at;
          seen = 0;
        }
        last = at;
        seen++;
      }
      close();
    }
    return bands;
  }
}

/** Each pixel as the mean of those up to `reach` before and after it in its row. */
function averagedAlong(grey: Uint8Array, length: number, lines: number, reach: number): Uint8Array {
  const means = new Uint8Array(grey.length);
  for (let line = 0; line < lines; line++) {
    const start = line * length;
    let [sum, count] = [0, 0];
    for (let at = -reach; at < length; at++) {
      const [enters, leaves] = [at + reach, at - reach - 1];
      if (enters < length) {
        sum += grey[start + enters] ?? 0;
        count++;
      }
      if (leaves >= 0) {
        sum -= grey[start + leaves] ?? 0;
        count--;
      }
      if (at >= 0) means[start + at] = sum / count;
    }
  }
  return means;
}

function transposed({ width, height, grey }: Bitmap): Uint8Array {
  const turned = new Uint8Array(grey.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) turned[x * height + y] = grey[y * width + x] ?? 255;
  return turned;
}

/** The mean shade of what is ink. */
function inkShade(bitmap: Bitmap): number {
  const level = inkLevel(bitmap);
  let [sum, count] = [0, 0];
  for (const shade of bitmap.grey) {
    if (shade > level) continue;
    sum += shade;
    count++;
  }
  return count === 0 ? 0 : sum / count;
}
