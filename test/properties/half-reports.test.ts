import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { InputError, isSure, type Report } from '../../src/model/index.js';
import { lineDamages, withLineDamage } from '../generators/line-damage.js';
import { formats } from '../generators/print/index.js';
import { reports } from '../generators/report.js';
import { invented } from './compare.js';
import { read, runs } from './reading.js';

const sureCells = (cells: Report['cells']): Report['cells'] =>
  Object.fromEntries(Object.entries(cells).filter(([, cell]) => isSure(cell)));

test.each(formats)(
  '$name: a line lost, doubled or run together, or all behind it lost, makes no sure number',
  (format) =>
    fc.assert(
      fc.asyncProperty(
        reports().chain((report) => format.print(report)),
        lineDamages,
        async (printed, damage) => {
          const cells = await read(withLineDamage(printed.text, damage))
            .then((report) => report.cells)
            .catch((error: unknown) => {
              if (error instanceof InputError) return {};
              throw error;
            });
          expect(invented(printed, sureCells(cells))).toEqual([]);
        },
      ),
      { numRuns: runs },
    ),
);
