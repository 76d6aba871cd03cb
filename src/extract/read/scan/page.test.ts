import { describe, expect, test } from 'vitest';

import { glance, tablesOf } from '../../../../test/fixtures/blocks.js';
import { blocksOf } from '../page/blocks.js';
import { inkOf, type Area, type Bitmap } from './picture/bitmap.js';
import { doubtful, lookOf } from './doubt.js';
import type { Recogniser, Sign } from './recogniser.js';
import { readPicture } from './page.js';
import { looksLikeNumber, shapesIn } from './shapes.js';

/** Digits of five by seven dots. */
const font: Record<string, string[]> = {
  '0': ['.###.', '#...#', '#...#', '#...#', '#...#', '#...#', '.###.'],
  '1': ['..#..', '.##..', '..#..', '..#..', '..#..', '..#..', '.###.'],
  '2': ['.###.', '#...#', '....#', '...#.', '..#..', '.#...', '#####'],
  '6': ['..##.', '.#...', '#....', '####.', '#...#', '#...#', '.###.'],
};

/** A sheet of white paper, 595 by 842 points at two pixels a point. */
function sheet(): Bitmap {
  return { width: 1190, height: 1684, grey: new Uint8Array(1190 * 1684).fill(245) };
}

function fill({ width, grey }: Bitmap, { left, top, right, bottom }: Area): void {
  for (let y = top; y < bottom; y++) grey.fill(30, y * width + left, y * width + right);
}

/** Writes digits of 28 pixels height. */
function write(bitmap: Bitmap, left: number, top: number, digits: string): void {
  for (const [place, digit] of [...digits].entries()) {
    for (const [row, dots] of (font[digit] ?? []).entries()) {
      for (const [column, dot] of [...dots].entries()) {
        const [x, y] = [left + place * 26 + column * 4, top + row * 4];
        if (dot === '#') fill(bitmap, { left: x, top: y, right: x + 4, bottom: y + 4 });
      }
    }
  }
}

/** Two rows of three cells, each 200 by 60 pixels, the lines falling by `slope`. */
function rule(bitmap: Bitmap, slope = 0): void {
  for (const y of [200, 260, 320]) {
    for (let x = 100; x < 700; x++) {
      const at = Math.round(y + (x - 595) * slope);
      fill(bitmap, { left: x, top: at, right: x + 1, bottom: at + 2 });
    }
  }
  for (const x of [100, 300, 500, 698]) {
    for (let y = 200; y < 322; y++) {
      const at = Math.round(x - (y - 842) * slope);
      const down = Math.round((x - 595) * slope);
      fill(bitmap, { left: at, top: y + down, right: at + 2, bottom: y + down + 1 });
    }
  }
}

/** Knows the font above, from the picture alone; makes the mistakes it is told to. */
function reader(mistake: (text: string, index: number) => string = (text) => text): Recogniser {
  let asked = 0;
  return {
    read(file, kind) {
      const head = new TextDecoder('latin1').decode(file.subarray(0, 40));
      const [whole = '', width = '0', height = '0'] = /^P5 (\d+) (\d+) 255\n/.exec(head) ?? [];
      const bitmap = { width: Number(width), height: Number(height), grey: file.slice(whole.length) };
      if (kind === 'page' || new Set(bitmap.grey).size === 1) return Promise.resolve([]);
      const ink = inkOf(bitmap);
      const shapes = shapesIn(
        ink,
        bitmap.width,
        { left: 0, top: 0, right: bitmap.width, bottom: bitmap.height },
        4,
      );
      const signs = shapes.map((shape): Sign => ({
        ...shape,
        text: named(ink, bitmap.width, shape),
        confidence: 0.95,
        lineTop: shape.top,
        lineBottom: shape.bottom,
      }));
      const text = mistake(signs.map((sign) => sign.text).join(''), asked++);
      return Promise.resolve(
        [...text].map((letter, index) => ({ ...(signs[index] ?? signs[0]), text: letter }) as Sign),
      );
    },
    close: () => Promise.resolve(),
  };
}

const looks = new Map(
  Object.keys(font).map((digit) => {
    const bitmap = { width: 60, height: 60, grey: new Uint8Array(3600).fill(245) };
    write(bitmap, 10, 10, digit);
    const ink = inkOf(bitmap);
    const [area] = shapesIn(ink, bitmap.width, { left: 0, top: 0, right: 60, bottom: 60 }, 4);
    return [digit, area === undefined ? new Float64Array() : lookOf(ink, bitmap.width, area)];
  }),
);

function named(ink: Uint8Array, width: number, shape: Area): string {
  const look = lookOf(ink, width, shape);
  const distances = [...looks].map(([digit, other]) => ({
    digit,
    distance: look.reduce((sum, value, index) => sum + Math.abs(value - (other[index] ?? 0)), 0),
  }));
  return distances.sort((one, other) => one.distance - other.distance)[0]?.digit ?? '?';
}

async function read(bitmap: Bitmap, recogniser = reader()) {
  const { page, digits } = await readPicture({ number: 1, bitmap, width: 595, height: 842 }, recogniser);
  return { blocks: blocksOf([page]), digits };
}

function filled(): Bitmap {
  const bitmap = sheet();
  write(bitmap, 140, 216, '12');
  write(bitmap, 360, 216, '0');
  write(bitmap, 560, 216, '206');
  write(bitmap, 140, 276, '6');
  write(bitmap, 560, 276, '1');
  return bitmap;
}

const expected = ['0: 12 | 1: 0 | 2: 206', '0: 6 | 1:  | 2: 1'];

describe('a picture of a table', () => {
  test('is read cell by cell, never as sure as text', async () => {
    const bitmap = filled();
    rule(bitmap);
    const { blocks } = await read(bitmap);
    expect(glance({ blocks })).toEqual([expected]);
    expect(tablesOf(blocks).flatMap((table) => table.rows.flat().map((cell) => cell.confidence))).toEqual(
      new Array(6).fill(0.89),
    );
  });

  test('that lies askew is straightened', async () => {
    const bitmap = filled();
    rule(bitmap, 0.01);
    expect(glance(await read(bitmap))).toEqual([expected]);
  });

  test('a number of which a digit was lost or made up is not read', async () => {
    const bitmap = filled();
    rule(bitmap);
    const lost = await read(
      bitmap,
      reader((text) => (text === '12' ? '1' : text === '206' ? '2006' : text)),
    );
    expect(glance(lost)).toEqual([['0: � | 1: 0 | 2: �', '0: 6 | 1:  | 2: 1']]);
  });

  test('a line that is too faint to be found leaves no number of two cells', async () => {
    const bitmap = filled();
    rule(bitmap);
    // The line between the first two cells of the first row is worn off, but for a piece.
    for (let y = 202; y < 260; y++)
      for (let x = 299; x < 303; x++) bitmap.grey[y * bitmap.width + x] = y % 5 < 3 ? 30 : 245;
    const { blocks } = await read(bitmap);
    expect(tablesOf(blocks)[0]?.rows[0]?.map((cell) => cell.text)).not.toContain('120');
  });
});

describe('shapes', () => {
  const area = { left: 0, top: 0, right: 1190, bottom: 200 };
  const shapesOf = (draw: (bitmap: Bitmap) => void) => {
    const bitmap = sheet();
    draw(bitmap);
    return shapesIn(inkOf(bitmap), bitmap.width, area, 4);
  };

  test('digits side by side look like a number', () => {
    expect(looksLikeNumber(shapesOf((bitmap) => write(bitmap, 20, 20, '2016')))).toBe(true);
    expect(
      looksLikeNumber(
        shapesOf((bitmap) => {
          write(bitmap, 20, 20, '2');
          fill(bitmap, { left: 42, top: 44, right: 46, bottom: 48 });
          write(bitmap, 52, 20, '6');
        }),
      ),
    ).toBe(true);
  });

  test('strokes of characters, lines and distant digits do not', () => {
    expect(looksLikeNumber([])).toBe(false);
    // 二 and 口: wide strokes, a box as wide as high.
    expect(
      looksLikeNumber(
        shapesOf((bitmap) =>
          [20, 44].forEach((y) => fill(bitmap, { left: 20, top: y, right: 50, bottom: y + 3 })),
        ),
      ),
    ).toBe(false);
    expect(
      looksLikeNumber(shapesOf((bitmap) => fill(bitmap, { left: 20, top: 20, right: 50, bottom: 50 }))),
    ).toBe(false);
    const apart = shapesOf((bitmap) => {
      write(bitmap, 20, 20, '2');
      write(bitmap, 120, 20, '6');
    });
    expect(looksLikeNumber(apart)).toBe(false);
  });
});

test('a digit read otherwise than those that look like it is doubtful', () => {
  const bitmap = sheet();
  write(bitmap, 20, 20, '666620');
  const ink = inkOf(bitmap);
  const looks = shapesIn(ink, bitmap.width, { left: 0, top: 0, right: 1190, bottom: 100 }, 4).map((shape) =>
    lookOf(ink, bitmap.width, shape),
  );
  const digits = [...'660620'].map((text, index) => ({ text, look: looks[index] ?? new Float64Array() }));
  expect([...doubtful(digits)]).toEqual([digits[2]]);
});
