import type { Area } from './picture/bitmap.js';

/** Connected ink of an area, from left to right; `width` is that of the whole picture. */
export function shapesIn(ink: Uint8Array, width: number, area: Area, smallest: number): Area[] {
  const seen = new Set<number>();
  const shapes: Area[] = [];
  for (let y = area.top; y < area.bottom; y++) {
    for (let x = area.left; x < area.right; x++) {
      const start = y * width + x;
      if (ink[start] !== 1 || seen.has(start)) continue;
      seen.add(start);
      const shape: Area = { left: x, top: y, right: x + 1, bottom: y + 1 };
      let pixels = 0;
      const queue = [start];
      for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
        pixels++;
        const [atX, atY] = [at % width, Math.floor(at / width)];
        shape.left = Math.min(shape.left, atX);
        shape.right = Math.max(shape.right, atX + 1);
        shape.top = Math.min(shape.top, atY);
        shape.bottom = Math.max(shape.bottom, atY + 1);
        for (const nextY of [atY - 1, atY, atY + 1]) {
          for (const nextX of [atX - 1, atX, atX + 1]) {
            if (nextX < area.left || nextX >= area.right || nextY < area.top || nextY >= area.bottom)
              continue;
            const next = nextY * width + nextX;
            if (ink[next] !== 1 || seen.has(next)) continue;
            seen.add(next);
            queue.push(next);
          }
        }
      }
      if (pixels >= smallest) shapes.push(shape);
    }
  }
  return shapes.sort((one, other) => one.left - other.left || one.top - other.top);
}

/** Shapes one above the other (their spans overlap by half) as one: thin strokes of a digit may have come apart. */
export function stacked(shapes: readonly Area[]): Area[] {
  const whole: Area[] = [];
  for (const shape of shapes) {
    const last = whole.at(-1);
    const overlap = last === undefined ? 0 : Math.min(last.right, shape.right) - shape.left;
    const narrower = Math.min(shape.right - shape.left, last === undefined ? 0 : last.right - last.left);
    if (last === undefined || overlap * 2 < narrower || overlap <= 0) whole.push({ ...shape });
    else {
      last.top = Math.min(last.top, shape.top);
      last.right = Math.max(last.right, shape.right);
      last.bottom = Math.max(last.bottom, shape.bottom);
    }
  }
  return whole;
}

/** Digits farther apart than this, in heights, belong to two numbers. */
const widestGap = 0.8;
/** A number has no more signs. */
const mostDigits = 12;

/**
 * Whether shapes can be the digits of one number: one beside the other, of one height, higher than wide; points and commas at the foot.
 * Chinese characters fall apart into strokes of many heights, or are as wide as high.
 */
export function looksLikeNumber(shapes: readonly Area[]): boolean {
  const height = Math.max(...shapes.map((shape) => shape.bottom - shape.top));
  const digits = shapes.filter((shape) => shape.bottom - shape.top >= 0.8 * height);
  const foot = Math.max(...digits.map((shape) => shape.bottom));
  if (shapes.length === 0 || shapes.length > mostDigits) return false;
  return shapes.every((shape, index) => {
    const [wide, tall] = [shape.right - shape.left, shape.bottom - shape.top];
    const before = shapes[index - 1];
    if (
      before !== undefined &&
      (shape.left < before.right - 1 || shape.left - before.right > widestGap * height)
    )
      return false;
    if (tall >= 0.8 * height) return wide <= 0.85 * tall && Math.abs(shape.bottom - foot) <= 0.15 * height;
    return tall <= 0.4 * height && wide <= 0.4 * height && shape.bottom >= foot - 0.25 * height;
  });
}
