import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCopies } from './copies.js';
import { likenessOf, sketchOf, type Sketch } from './sketch.js';
import { examples } from '../../../test/depth.js';

/** Prose of made-up words, the same for the same seed. */
function prose(seed: number, length: number): string {
  let state = seed * 2654435761 + 1;
  let text = '';
  while (text.length < length) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    text += String.fromCharCode(0x4e00 + ((state >>> 12) % 4000));
  }
  return text;
}

const sketch = (text: string): Sketch => {
  const made = sketchOf(text);
  if (made === null) throw new Error('too short');
  return made;
};

/** The likeness by its definition. */
function exact(one: string, other: string): number {
  const grams = (text: string) =>
    new Set(Array.from({ length: text.length - 4 }, (_, at) => text.slice(at, at + 5)));
  const [a, b] = [grams(one), grams(other)];
  const common = [...a].filter((gram) => b.has(gram)).length;
  return (100 * common) / (a.size + b.size - common);
}

test('texts under 150 characters say too little', () => {
  expect(sketchOf(prose(1, 149))).toBe(null);
  expect(sketchOf(prose(1, 150))).not.toBe(null);
});

test('likeness is that of the definition, exact for short texts and nearly so for long ones', () => {
  fc.assert(
    fc.property(
      fc.nat(1000),
      fc.integer({ min: 150, max: 2500 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (seed, length, share) => {
        const one = prose(seed, length);
        const kept = Math.floor(length * share);
        const other = one.slice(0, kept) + prose(seed + 5000, length - kept);
        const difference = Math.abs(likenessOf(sketch(one), sketch(other)) - exact(one, other));
        expect(difference).toBeLessThanOrEqual(length <= 500 ? 1 : 9);
        expect(likenessOf(sketch(other), sketch(one))).toBe(likenessOf(sketch(one), sketch(other)));
      },
    ),
    { numRuns: examples(200) },
  );
});

test('the index finds every copy, none among texts of one owner, and no pair that is merely similar', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.integer({ min: 200, max: 1500 }), (seed, length) => {
      const texts = Array.from({ length: 40 }, (_, index) => ({
        owner: String(index),
        sketch: sketch(prose(seed * 100 + index, length)),
      }));
      const original = prose(seed * 100 + 7, length);
      const copy = {
        owner: 'copyist',
        sketch: sketch(
          original.slice(0, Math.ceil(length * 0.97)) + prose(seed + 1, length - Math.ceil(length * 0.97)),
        ),
      };
      const own = { owner: '7', sketch: sketch(original) };
      const half = {
        owner: 'similar',
        sketch: sketch(original.slice(0, length / 2) + prose(seed + 2, length / 2)),
      };
      const pairs = findCopies([...texts, copy, own, half], 85);
      expect(pairs.map(({ one, other }) => [one, other]).sort()).toEqual([
        [40, 41],
        [7, 40],
      ]);
    }),
    { numRuns: examples(60) },
  );
});

test('in a crowd of copies everyone is paired with somebody', () => {
  const crowd = Array.from({ length: 500 }, (_, index) => ({
    owner: String(index),
    sketch: sketch(prose(1, 400)),
  }));
  const pairs = findCopies(crowd, 90);
  const met = new Set(pairs.flatMap(({ one, other }) => [one, other]));
  expect({ met: met.size, few: pairs.length < (500 * 500) / 4 }).toEqual({ met: 500, few: true });
});
