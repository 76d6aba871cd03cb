import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { slips } from '../generators/damage/corrupt.js';
import { formats } from '../generators/print/index.js';
import { reports } from '../generators/report.js';
import { audit, resources, runs } from './reading/reading.js';

test('the order of the rules does not matter', () =>
  fc.assert(
    fc.asyncProperty(
      reports()
        .chain((report) => slips(report))
        .chain(({ report }) => fc.constantFrom(...formats).chain((format) => format.print(report))),
      fc.shuffledSubarray([...resources.rules.rules], { minLength: resources.rules.rules.length }),
      async ({ text }, rules) => {
        expect(await audit(text, { ...resources.rules, rules })).toEqual(await audit(text));
      },
    ),
    { numRuns: runs },
  ));
