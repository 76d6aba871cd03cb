import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { slips } from '../../generators/damage/corrupt.js';
import { formats } from '../../generators/print/index.js';
import { reports } from '../../generators/report.js';
import { audit, runs } from '../reading/reading.js';

const whole = formats.filter((format) => ['tab rows', 'web page'].includes(format.name));

test('a single changed cell is found, and putting it right is among the smallest repairs', () =>
  fc.assert(
    fc.asyncProperty(
      reports().chain((report) =>
        slips(report).chain(({ report: wrong, slip }) =>
          fc
            .constantFrom(...whole)
            .chain((format) => format.print(wrong, 'plain').map((printed) => ({ printed, slip }))),
        ),
      ),
      async ({ printed, slip }) => {
        const { findings, repairs } = await audit(printed.text);
        const accused = findings.filter((finding) => finding.category === 'arithmetic');
        expect(accused.some((finding) => finding.cells.includes(slip.cell))).toBe(true);
        const right = [{ cell: slip.cell, from: slip.to, to: slip.from }];
        const cells = repairs.map((repair) => repair.cells);
        expect(cells).toContainEqual(right);
        expect(cells.filter((each) => each.length !== 1)).toEqual([]);
        expect(repairs.filter((repair) => repair.unique).map((repair) => repair.cells)).toEqual(
          repairs.length === 1 ? [right] : [],
        );
      },
    ),
    { numRuns: runs },
  ));
