import { relationInstances } from '../../../form/relations.js';
import type { CellAddress, Equation, FormEdition, Report } from '../../../model/index.js';
import { unique } from '../../value.js';

/**
 * The cells of an equation that the same relation of the form has placed: a sum that chose a reading holds by that choice, and says nothing
 * about it. Empty: the equation is a check.
 */
export function placedByItself(
  { terms }: Equation,
  { cells }: Report,
  forms: readonly FormEdition[],
): CellAddress[] {
  const own = unique(terms.map(({ cell }) => cell));
  const chosen = own.filter((cell) => (cells[cell]?.provenBy ?? []).length > 0);
  if (chosen.length === 0) return [];
  const names = relationsOver(own, forms);
  return chosen.filter((cell) => cells[cell]?.provenBy?.some((name) => names.has(name)) === true);
}

const known = new WeakMap<FormEdition, ReadonlyMap<string, readonly string[]>>();

const keyOf = (cells: readonly CellAddress[]) => [...cells].sort().join(' ');

/** Names of the relations of the editions that hold between just these cells. */
function relationsOver(cells: readonly CellAddress[], forms: readonly FormEdition[]): ReadonlySet<string> {
  const key = keyOf(cells);
  return new Set(
    forms.flatMap((form) => {
      const index = known.get(form) ?? indexOf(form);
      known.set(form, index);
      return index.get(key) ?? [];
    }),
  );
}

function indexOf(form: FormEdition): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const { relation, left, right } of relationInstances(form)) {
    const key = keyOf([...left, ...right]);
    index.set(key, [...(index.get(key) ?? []), relation]);
  }
  return index;
}
