import { test } from 'vitest';

/**
 * What the extractor does not yet do on the examples that the fixed seed draws. A gap that closes makes its test fail: then its line goes.
 */
const gaps = new Set([
  'repeated lines lost: accusations',
  'lost glyphs',
]);

/** `test`, or its opposite for a known gap under the default seed and number of runs; other draws may miss the example. */
export function testUnlessGap(name: string): typeof test | typeof test.fails {
  return gaps.has(name) && process.env['GOUJI_SEED'] === undefined && process.env['GOUJI_RUNS'] === undefined
    ? test.fails
    : test;
}
