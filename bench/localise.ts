/** Finds the smallest repairs of tables with 1 to 5 wrong cells, without and with blank cells: `tsx bench/localise.ts [rounds]`. */
import { argv } from 'node:process';
import * as fc from 'fast-check';

import { formCells } from '../src/conclude/repairs/form-cells.js';
import { localise } from '../src/conclude/repairs/localise.js';
import { systemsOf, type System } from '../src/conclude/repairs/system.js';
import { assessedForm, reportWith, type Reading } from '../test/generators/assessed.js';
import { boundCells } from '../test/generators/damage/corrupt.js';
import { editions } from '../test/generators/form/forms.js';
import { consistentCells } from '../test/generators/form/tables.js';
import { median } from './median.js';

const rounds = Number(argv[2] ?? 60);
const form = editions['2021'];
const cells = boundCells(form).filter((cell) => cell.startsWith('t3.'));
const meaning = formCells([form], form.id);

const distinct = (count: number): fc.Arbitrary<string[]> =>
  fc.uniqueArray(fc.constantFrom(...cells), { minLength: count, maxLength: count });

/** A table with so many wrong and so many blank cells, as the equations of the form see it. */
function systems(wrong: number, blank: number): System[] {
  const examples = fc.record({
    values: consistentCells(form, 'busy'),
    cells: distinct(wrong + blank),
    by: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: wrong, maxLength: wrong }),
  });
  return fc.sample(examples, { numRuns: rounds, seed: wrong }).flatMap(({ values, cells: chosen, by }) => {
    const reading: Reading = { ...values };
    for (const [index, cell] of chosen.entries()) {
      reading[cell] = index < wrong ? (values[cell] ?? 0) + (by[index] ?? 1) : null;
    }
    return systemsOf(reportWith(form, reading), assessedForm(form, reading), meaning).filter(
      ({ constraints }) => constraints.some(({ state }) => state === 'fails'),
    );
  });
}

for (const blank of [0, 10]) {
  for (const wrong of [1, 2, 3, 4, 5]) {
    const times: number[] = [];
    let sets = 0;
    let given = 0;
    for (const system of systems(wrong, blank)) {
      const start = performance.now();
      const found = localise(system);
      times.push(performance.now() - start);
      if (found === null) given += 1;
      else sets = Math.max(sets, found.sets.length);
    }
    console.log(
      `${wrong} wrong, ${blank} blank: median ${median(times).toFixed(2)} ms, longest ${Math.max(...times).toFixed(1)} ms, ` +
        `most alternatives ${sets}, given up ${given} of ${times.length}`,
    );
  }
}
