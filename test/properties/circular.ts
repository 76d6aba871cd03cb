import { relationInstances } from '../../src/form/relations.js';
import type { CellAddress, Report } from '../../src/model/index.js';
import { evaluate } from '../../src/rules/index.js';
import { resources } from './reading/reading.js';

const setOf = (cells: readonly CellAddress[]) => [...new Set(cells)].sort().join(' ');

/** The relations that placed a cell in each sum of the form over it, by the cells of the sum. */
export function ownProofs({ cells, layout }: Report): Set<string> {
  const form = resources.forms.find(({ id }) => id === layout.id);
  const sums = form === undefined ? [] : relationInstances(form);
  return new Set(
    sums
      .map(({ relation, left, right }) => ({ relation, own: [...left, ...right] }))
      .filter(({ relation, own }) => own.some((cell) => cells[cell]?.provenBy?.includes(relation) === true))
      .map(({ own }) => setOf(own)),
  );
}

/** The checks that pass although the same relation placed one of their figures. */
export async function circular(report: Report): Promise<string[]> {
  const proofs = ownProofs(report);
  const passed = (await evaluate(report, resources.rules, { lang: 'zh-CN' })).filter(
    ({ verdict }) => verdict === 'pass',
  );
  return passed
    .filter(({ equation }) => equation !== null && proofs.has(setOf(equation.terms.map(({ cell }) => cell))))
    .map(({ rule, cells }) => [rule, ...cells].join(' '));
}
