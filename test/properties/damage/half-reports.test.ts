import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { InputError, isSure, type Report } from '../../../src/model/index.js';
import {
  figureLines,
  lineDamages,
  withItemsSwapped,
  withLabelLost,
  withLineDamage,
  withLinesLost,
  withPageNumber,
} from '../../generators/damage/line-damage.js';
import { formats, type Format, type Printed } from '../../generators/print/index.js';
import { reports } from '../../generators/report.js';
import { invented } from '../compare.js';
import { read, runs } from '../reading/reading.js';

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

const cellsOf = (text: string): Promise<Report['cells']> =>
  read(text)
    .then((report) => report.cells)
    .catch((error: unknown) => {
      if (error instanceof InputError) return {};
      throw error;
    });

test.each(formats)(
  '$name: a line lost, doubled or run together, or all behind it lost, makes no sure number',
  (format) =>
    fc.assert(
      fc.asyncProperty(
        reports().chain((report) => format.print(report)),
        lineDamages,
        async (printed, damage) => {
          const cells = await cellsOf(withLineDamage(printed.text, damage));
          expect(invented(printed, sureCells(cells, printed.cells))).toEqual([]);
        },
      ),
      { numRuns: runs },
    ),
);

// As many rows may be left as another edition has.
test.each(formats)('$name: several lines with figures lost make no sure number', (format) =>
  fc.assert(
    fc.asyncProperty(
      reports().chain((report) => format.print(report)),
      fc.array(fc.nat(9999), { minLength: 2, maxLength: 4 }),
      async (printed, lost) => {
        const cells = await cellsOf(withLinesLost(printed.text, lost));
        expect(invented(printed, sureCells(cells, printed.cells))).toEqual([]);
      },
    ),
    { numRuns: runs },
  ),
);

/** The figures of Table 4. */
const disputes = 15;
const cellLines = formats.filter(({ name }) => name === 'cell lines');

// A table without labels of rows that gives one cell a line has nothing but its sums to tell a page number by.
test.each(cellLines)('$name: the number of a page among the figures makes no sure number', (format) =>
  fc.assert(
    fc.asyncProperty(
      reports()
        .chain((report) => format.print(report, 'plain'))
        .filter(({ text }) => figureLines(text.slice(text.lastIndexOf('四、'))).length === disputes),
      fc.nat(disputes - 1),
      fc.integer({ min: 1, max: 19 }),
      async (printed, back, page) => {
        const cells = await cellsOf(withPageNumber(printed.text, back, page));
        expect(invented(printed, sureCells(cells, printed.cells))).toEqual([]);
      },
    ),
    { numRuns: runs },
  ),
);

test.each(formats)('$name: a label lost down to its number makes no sure number', (format) =>
  fc.assert(
    fc.asyncProperty(
      reports({ shape: 'full' }).chain((report) => format.print(report)),
      fc.nat(9999),
      async (printed, at) => {
        const cells = await cellsOf(withLabelLost(printed.text, at));
        expect(invented(printed, sureCells(cells, printed.cells))).toEqual([]);
      },
    ),
    { numRuns: runs },
  ),
);

// A drawn box has rules between its rows.
test.each(formats.filter((each) => each.aligned && each.name !== 'ruled box'))(
  '$name: rows in an order of their own are read by their labels, or not for sure',
  (format) =>
    fc.assert(
      fc.asyncProperty(
        reports({ shape: 'full' }).chain((report) => format.print(report)),
        fc.nat(9999),
        async (printed, at) => {
          const text = withItemsSwapped(printed.text, at);
          fc.pre(text !== printed.text);
          const cells = await cellsOf(text);
          expect(invented(printed, sureCells(cells, printed.cells))).toEqual([]);
        },
      ),
      { numRuns: runs },
    ),
);

const [tabRows] = formats as [Format];

test('tab rows: the row before one that is missing is read, its group beside it', () =>
  fc.assert(
    fc.asyncProperty(
      reports()
        .filter(({ form }) => form.id === '2021')
        .chain((report) => tabRows.print(report, 'plain')),
      async (printed) => {
        const lines = printed.text.split('\n');
        const missing = lines.filter((line) => line.includes('逾期未按收费通知') && /\d/.test(line));
        const before = lines.filter(
          (line) => line.includes('逾期不补正') && line.includes('其他处理') && /\d/.test(line),
        );
        fc.pre(missing.length === 1 && before.length === 1);
        // A page that begins with the row breaks the chain of rows before it.
        fc.pre(/\d\t/.test(lines[lines.indexOf(before[0] ?? '') - 1] ?? ''));
        const cells = await cellsOf(lines.filter((line) => line !== missing[0]).join('\n'));
        const address = 't3.other.uncorrected.naturalPerson';
        expect(cells[address]?.value).toBe(printed.cells[address]?.value);
      },
    ),
    { numRuns: runs },
  ));
