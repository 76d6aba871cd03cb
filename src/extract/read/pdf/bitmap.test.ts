import { expect, test } from 'vitest';

import { bitmapOf, type DecodedImage } from './bitmap.js';

const image: DecodedImage = {
  width: 2,
  height: 2,
  kind: 2,
  data: Uint8Array.of(0, 0, 0, 255, 255, 255, 90, 90, 90, 30, 30, 30),
};

test('a picture stands where its matrix puts it', () => {
  const picture = { matrix: [2, 0, 0, -2, 1, 3] as const, name: 'a', left: 1, top: 1, right: 3, bottom: 3 };
  const { width, grey } = bitmapOf([{ picture, image }], 4, 4);
  expect(Array.from({ length: 4 }, (_, row) => [...grey.subarray(row * width, row * width + width)])).toEqual(
    [
      [255, 255, 255, 255],
      [255, 0, 255, 255],
      [255, 90, 30, 255],
      [255, 255, 255, 255],
    ],
  );
});

test('a page as large as a field takes no more memory than a sheet', () => {
  const picture = {
    matrix: [9000, 0, 0, -9000, 0, 9000] as const,
    name: 'a',
    left: 0,
    top: 0,
    right: 9000,
    bottom: 9000,
  };
  const { width, height } = bitmapOf([{ picture, image: { ...image, width: 90_000 } }], 90_000, 90_000);
  expect(width * height).toBeLessThanOrEqual(20_500_000);
});
