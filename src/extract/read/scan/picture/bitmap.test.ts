import { expect, test } from 'vitest';
import { readable } from './bitmap.js';

test('a picture with more pixels than are read is made coarser, others stay as they are', () => {
  const grey = new Uint8Array(40_000 * 4).fill(200, 40_000 * 2);
  const { width, height, grey: shades } = readable({ width: 40_000, height: 4, grey });
  expect({ width, height, top: shades[0], bottom: shades.at(-1) }).toEqual({
    width: 20_000,
    height: 2,
    top: 0,
    bottom: 200,
  });
  const line = readable({ width: 64_000_000, height: 1, grey: new Uint8Array(64_000_000) });
  expect({ width: line.width, height: line.height }).toEqual({ width: 20_000, height: 1 });
  const small = { width: 2, height: 1, grey: Uint8Array.of(0, 255) };
  expect(readable(small)).toBe(small);
});
