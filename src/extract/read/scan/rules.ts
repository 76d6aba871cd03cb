import type { Rules } from '../page/page.js';
import type { Bitmap } from './bitmap.js';

/** A faint line may be interrupted for so much of its shortest length. */
const gap = 0.12;
/** Ink that a line must have along its length; lines of text have less. */
const covered = 0.8;

/**
 * Ruling lines in a picture, in pixels: bands of three rows (or columns) that hold ink almost everywhere over at least `shortest` pixels,
 * so that noise and the steps of a line that is not quite level do not break it. A line gives several bands, side by side.
 */
export function rulesIn({ width, height }: Bitmap, ink: Uint8Array, shortest: number): Rules {
  const rules: Rules = { horizontal: [], vertical: [] };
  const widest = Math.max(2, Math.round(shortest * gap));
  for (let y = 1; y + 1 < height; y++) {
    const row = y * width;
    runs(
      width,
      (x) => ink[row + x] === 1 || ink[row - width + x] === 1 || ink[row + width + x] === 1,
      (from, to) => rules.horizontal.push({ at: y + 0.5, from, to }),
    );
  }
  for (let x = 1; x + 1 < width; x++) {
    runs(
      height,
      (y) => ink[y * width + x] === 1 || ink[y * width + x - 1] === 1 || ink[y * width + x + 1] === 1,
      (from, to) => rules.vertical.push({ at: x + 0.5, from, to }),
    );
  }
  return rules;

  function runs(
    length: number,
    isInk: (at: number) => boolean,
    found: (from: number, to: number) => void,
  ): void {
    let from = -1;
    let last = -1;
    let inked = 0;
    const close = (): void => {
      if (from >= 0 && last + 1 - from >= shortest && inked >= covered * (last + 1 - from))
        found(from, last + 1);
    };
    for (let at = 0; at < length; at++) {
      if (!isInk(at)) continue;
      if (from < 0 || at - last > widest) {
        close();
        from = at;
        inked = 0;
      }
      last = at;
      inked++;
    }
    close();
  }
}
