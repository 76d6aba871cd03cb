import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { relationInstances } from '../../src/form/relations.js';
import type { CellAddress, Report } from '../../src/model/index.js';
import { evaluate } from '../../src/rules/index.js';
import { slips } from '../generators/damage/corrupt.js';
import { formats } from '../generators/print/index.js';
import { reports } from '../generators/report.js';
import { read, resources, runs } from './reading/reading.js';

/** Formats that leave open where a figure belongs, so that the sums of the form have to tell. */
const open = formats.filter(({ name }) => ['cell lines', 'concatenated cells', 'web page'].includes(name));

const setOf = (cells: readonly CellAddress[]) => [...new Set(cells)].sort().join(' ');

/** The relations that placed a cell in each sum of the form over it, by the cells of the sum. */
function ownProofs({ cells, layout }: Report): Set<string> {
  const form = resources.forms.find(({ id }) => id === layout.id);
  const sums = form === undefined ? [] : relationInstances(form);
  return new Set(
    sums
      .map(({ relation, left, right }) => ({ relation, own: [...left, ...right] }))
      .filter(({ relation, own }) => own.some((cell) => cells[cell]?.provenBy?.includes(relation) === true))
      .map(({ own }) => setOf(own)),
  );
}

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
        const report = await read(text);
        const proofs = ownProofs(report);
        const passed = (await evaluate(report, resources.rules, { lang: 'zh-CN' })).filter(
          ({ verdict }) => verdict === 'pass',
        );
        const circular = passed.filter(
          ({ equation }) => equation !== null && proofs.has(setOf(equation.terms.map(({ cell }) => cell))),
        );
        expect(circular.map(({ rule, cells }) => [rule, ...cells].join(' '))).toEqual([]);
      },
    ),
    { numRuns: runs },
  ),
);

function raise(): never {
  throw new Error('no such format');
}
