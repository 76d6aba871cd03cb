import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { slips } from '../generators/damage/corrupt.js';
import { formats } from '../generators/print/index.js';
import { reports } from '../generators/report.js';
import { circular, ownProofs } from './circular.js';
import { read, runs } from './reading/reading.js';

/** Formats that leave open where a figure belongs, so that the sums of the form have to tell. */
const open = formats.filter(({ name }) => ['cell lines', 'concatenated cells', 'web page'].includes(name));

test('cells placed by sums are among what is read here', async () => {
  const concatenated = formats.find(({ name }) => name === 'concatenated cells');
  const printed = fc.sample(
    reports().chain((report) => (concatenated ?? raise()).print(report)),
    { numRuns: 5, seed: 4 },
  );
  const proofs = await Promise.all(printed.map(async ({ text }) => ownProofs(await read(text)).size));
  expect(Math.max(...proofs)).toBeGreaterThan(0);
});

test.each(open)('$name: no check that passes rests on a figure that the same sum placed', (format) =>
  fc.assert(
    fc.asyncProperty(
      reports()
        .chain((report) =>
          fc.oneof(
            fc.constant(report),
            slips(report).map((each) => each.report),
          ),
        )
        .chain((report) => format.print(report)),
      async ({ text }) => {
        expect(await circular(await read(text))).toEqual([]);
      },
    ),
    { numRuns: runs },
  ),
);

function raise(): never {
  throw new Error('no such format');
}
