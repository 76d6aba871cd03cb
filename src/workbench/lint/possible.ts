import { choosable, type Case } from './atoms.js';
import { feasible, holdsForZeros, type Constraint } from './feasible.js';

const signed = (quantity: string): boolean => !/^t\d/.test(quantity) || quantity.endsWith('.change');

/**
 * Whether a report can be in one of the cases while the other constraints hold; `null`: not found out. Unless told otherwise cells other than
 * changes are not below zero.
 */
export function possible(
  cases: readonly Case[],
  more: readonly Constraint[],
  isSigned = signed,
): boolean | null {
  const left = cases.filter(choosable);
  if (more.every(holdsForZeros) && left.some(({ constraints }) => constraints.every(holdsForZeros)))
    return true;
  let open = false;
  for (const each of left) {
    const found = feasible([...each.constraints, ...more], isSigned);
    if (found === true) return true;
    open ||= found === null;
  }
  return open ? null : false;
}
