import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../../src/model/index.js';
import {
  damaged,
  damagedInPlace,
  damagedMarkup,
  damages,
  mutated,
  mutations,
} from '../../generators/damage/damage.js';
import { formats } from '../../generators/print/index.js';
import { reports } from '../../generators/report.js';
import { invented } from '../compare.js';
import { audit, read, runs } from '../reading/reading.js';

describe.each(formats)('$name', (format) => {
  const lose = format.source === 'html' ? damagedMarkup : format.aligned ? damagedInPlace : damaged;

  test('what is lost never comes back as a number', () =>
    fc.assert(
      fc.asyncProperty(
        reports({ shape: 'full' }).chain((report) => format.print(report, 'plain')),
        damages,
        async (printed, damage) => {
          const report = await read(lose(printed.text, damage)).catch((error: unknown) => {
            if (error instanceof InputError) return { cells: {} };
            throw error;
          });
          expect(invented(printed, report.cells)).toEqual([]);
        },
      ),
      { numRuns: runs },
    ));

  test('no change of the text makes the audit crash', () =>
    fc.assert(
      fc.asyncProperty(
        reports().chain((report) => format.print(report)),
        mutations,
        async (printed, changes) => {
          const result = await audit(mutated(printed.text, changes)).catch((error: unknown) => error);
          expect(
            result instanceof InputError || (result as { schema?: string }).schema === 'gouji.audit/1',
          ).toBe(true);
        },
      ),
      { numRuns: runs },
    ));
});
