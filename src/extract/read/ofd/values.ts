import type { Matrix } from '../page/ruled/matrix.js';

/** More values are no attribute of a report. */
const mostValues = 100_000;

/** Numbers separated by spaces (ST_Array). */
export function numbers(value: string | undefined): number[] {
  if (value === undefined) return [];
  return value
    .trim()
    .split(/[\s,]+/, mostValues)
    .map(Number)
    .filter(Number.isFinite);
}

export function number(value: string | undefined, otherwise: number): number {
  const parsed = value === undefined ? NaN : Number(value);
  return Number.isFinite(parsed) ? parsed : otherwise;
}

/** Advances between characters: numbers, where `g n v` is `v` repeated `n` times (GB/T 33190-2016, 11.3). At most `most` are made. */
export function advances(value: string | undefined, most: number): number[] {
  const parts = value?.trim().split(/\s+/, mostValues) ?? [];
  const found: number[] = [];
  for (let index = 0; index < parts.length && found.length < most; index++) {
    if (parts[index] === 'g') {
      const [times, step] = [number(parts[index + 1], 0), number(parts[index + 2], 0)];
      for (let left = Math.min(times, most - found.length); left > 0; left--) found.push(step);
      index += 2;
    } else found.push(number(parts[index], 0));
  }
  return found;
}

/** A transformation, `null` when it is not one. */
export function matrix(value: string | undefined): Matrix | null {
  const [a, b, c, d, e, f] = numbers(value);
  return f === undefined ? null : ([a, b, c, d, e, f] as Matrix);
}

/** `left top width height`; `null` when it is not one. */
export function rectangle(
  value: string | undefined,
): { left: number; top: number; width: number; height: number } | null {
  const [left, top, width, height] = numbers(value);
  return left === undefined || top === undefined || width === undefined || height === undefined
    ? null
    : { left, top, width, height };
}
