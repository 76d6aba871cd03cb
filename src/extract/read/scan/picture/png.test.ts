import * as fc from 'fast-check';
import { zlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';

import { damaged } from '../../../../../test/generators/damage/damage-bytes.js';
import { InputError } from '../../../../model/index.js';
import { pdfOfJpeg } from './jpeg.js';
import { readPng } from './png.js';
import { examples } from '../../../../../test/depth.js';

function png(
  width: number,
  height: number,
  [depth, colour, interlace = 0]: number[],
  rows: number[][],
  palette: number[] = [],
): Uint8Array {
  const word = (value: number): number[] => [
    value >>> 24,
    (value >> 16) & 255,
    (value >> 8) & 255,
    value & 255,
  ];
  // Readers need not look at the check sums.
  const chunk = (kind: string, data: ArrayLike<number>): number[] => [
    ...word(data.length),
    ...Array.from(kind, (letter) => letter.charCodeAt(0)),
    ...Array.from(data),
    0,
    0,
    0,
    0,
  ];
  const packed = zlibSync(Uint8Array.from(rows.flat()));
  return Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10],
    ...chunk('IHDR', [...word(width), ...word(height), depth ?? 8, colour ?? 0, 0, 0, interlace]),
    ...(palette.length > 0 ? chunk('PLTE', palette) : []),
    ...chunk('IDAT', packed.subarray(0, 5)),
    ...chunk('IDAT', packed.subarray(5)),
    ...chunk('IEND', []),
  ]);
}

const greyOf = (...file: Parameters<typeof png>): number[] => [...readPng(png(...file)).grey];

describe('PNG', () => {
  test('every kind of pixel becomes a shade of grey', () => {
    expect(greyOf(2, 1, [8, 0], [[0, 10, 200]])).toEqual([10, 200]);
    expect(greyOf(8, 1, [1, 0], [[0, 0b10100000]])).toEqual([255, 0, 255, 0, 0, 0, 0, 0]);
    expect(greyOf(2, 1, [8, 2], [[0, 255, 255, 255, 0, 0, 0]])).toEqual([255, 0]);
    expect(greyOf(2, 1, [4, 3], [[0, 0x10]], [0, 0, 0, 255, 255, 255])).toEqual([255, 0]);
    expect(greyOf(2, 1, [8, 6], [[0, 0, 0, 0, 255, 0, 0, 0, 0]])).toEqual([0, 255]);
    expect(greyOf(1, 1, [16, 4], [[0, 90, 1, 255, 255]])).toEqual([90]);
  });

  test('every filter of a row is undone', () => {
    const rows = [
      [1, 10, 5, 5],
      [2, 1, 1, 1],
      [3, 6, 6, 6],
      [4, 1, 1, 1],
    ];
    expect(greyOf(3, 4, [8, 0], rows)).toEqual([10, 15, 20, 11, 16, 21, 11, 19, 26, 12, 20, 27]);
  });

  test('what cannot be decoded is refused', () => {
    const code = (bytes: Uint8Array): unknown => {
      try {
        return readPng(bytes).width;
      } catch (error) {
        return (error as { code?: string }).code;
      }
    };
    const whole = png(2, 1, [8, 0], [[0, 10, 200]]);
    expect(code(whole.slice(0, 20))).toBe('damaged');
    expect(code(whole.slice(0, 50))).toBe('damaged');
    expect(code(png(2, 1, [8, 0, 1], [[0, 10, 200]]))).toBe('illegible');
    expect(code(png(2, 1, [8, 5], [[0, 10, 200]]))).toBe('damaged');
    expect(code(png(65_535, 65_535, [8, 0], [[0]]))).toBe('too-large');
  });

  test('damaged pictures are decoded or refused', () => {
    const rows = Array.from({ length: 40 }, (_, row) => [row % 5, ...new Array<number>(120).fill(row * 6)]);
    const frame = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 11, 8, 0, 9, 0, 7, 1, 1, 0x11, 0];
    const readers: [Uint8Array, (bytes: Uint8Array) => unknown][] = [
      [png(40, 40, [8, 2], rows), readPng],
      [Uint8Array.from(frame), pdfOfJpeg],
    ];
    for (const [sample, read] of readers) {
      expect(() => read(sample)).not.toThrow();
      fc.assert(
        fc.property(damaged(sample), (bytes) => {
          try {
            read(bytes);
          } catch (error) {
            if (!(error instanceof InputError)) throw error;
          }
        }),
        { numRuns: examples(300) },
      );
    }
  });
});
