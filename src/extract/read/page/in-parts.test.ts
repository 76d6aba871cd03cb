import { Readable } from 'node:stream';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { blocksOf } from './blocks.js';
import { blocksInParts } from './in-parts.js';
import type { Glyph, Page } from './page.js';

const size = 28;
const characters = 17;
const mostLines = 17;

/** A page of lines that reach from edge to edge, but for the last. */
function pageOf(number: number, lines: number, last: number): Page {
  const glyphs = Array.from({ length: lines }, (_, line) =>
    Array.from({ length: line === lines - 1 ? last : characters }, (_, at): Glyph => {
      const [left, top] = [60 + at * size, 70 + line * 40];
      const text = '本机关依法公开政府信息'.charAt((number + line + at) % 11);
      return { text, left, top, right: left + size, bottom: top + size, size, run: line, turn: 0 };
    }),
  ).flat();
  const rules = { horizontal: [], vertical: [] };
  return { number, width: 595, height: 842, glyphs, rules, pictures: [], invisible: 0, unit: 1, turned: 0 };
}

// A page that is not full ends with the end of a paragraph.
const documents = fc
  .array(
    fc.oneof(
      fc.record({ lines: fc.constant(mostLines), last: fc.constantFrom(characters, 5) }),
      fc.record({ lines: fc.integer({ min: 1, max: mostLines }), last: fc.integer({ min: 1, max: 12 }) }),
    ),
    { minLength: 40, maxLength: 160, size: 'max' },
  )
  .map((pages) => pages.map(({ lines, last }, index) => pageOf(index + 1, lines, last)));

test('a long document put together in parts is the same as at once', () =>
  fc.assert(
    fc.asyncProperty(documents, async (pages) => {
      expect(await blocksInParts(Readable.from(pages))).toEqual(blocksOf(pages));
    }),
    { numRuns: 8 },
  ));
