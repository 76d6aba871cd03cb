import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { InputError, isSure, type Report } from '../../src/model/index.js';
import { lineDamages, withLineDamage } from '../generators/line-damage.js';
import { formats, type Printed } from '../generators/print/index.js';
import { reports } from '../generators/report.js';
import { invented } from './compare.js';
import { read, runs } from './reading.js';

/**
 * Cells that are said to be read for sure. A zero where nothing was printed is exempt: in a row of zeros and empty cells a lost cell leaves no
 * trace, and the form counts both as none.
 */
const sureCells = (cells: Report['cells'], printed: Printed['cells']): Report['cells'] =>
  Object.fromEntries(
    Object.entries(cells).filter(
      ([address, cell]) => isSure(cell) && !(cell.value === 0 && printed[address]?.value === null),
    ),
  );

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
          expect(invented(printed, sureCells(cells, printed.cells))).toEqual([]);
        },
      ),
      { numRuns: runs },
    ),
);
