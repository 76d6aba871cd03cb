import type { Side } from '../../../model/index.js';
import type { CompiledLeaf, Instance } from '../../load/compile.js';
import type { Context } from '../context.js';
import type { Comparison } from '../engine/kleene.js';
import { numberText, type FactValue, type Known } from '../../value.js';

/** Both sides of a comparison as a finding shows them; a side is lacking that says nothing to the reader. */
export interface Shown {
  left: Side | null;
  right: Side | null;
}

export const nothingShown: Shown = { left: null, right: null };

/** The comparison that the finding speaks of: the one that the rule names, otherwise the first that decides. */
export function pairOf(
  { shows }: Instance,
  comparisons: readonly Comparison[],
  context: Context,
): Comparison | undefined {
  const [first] = comparisons;
  if (shows === null) return first;
  const [left, right] = [shows.left(context), rightOf(shows, context)];
  return left.known && right?.known === true ? { operator: shows.operator.name, left, right } : first;
}

function rightOf({ right }: CompiledLeaf, context: Context): FactValue | null {
  return 'literal' in right ? null : right.reading(context);
}

/** A limit, or a figure from elsewhere, is shown when the message speaks of it; its `template` is in whichever language. */
export function shownOf(pair: Comparison | undefined, template: string): Shown {
  if (pair === undefined) return nothingShown;
  const shown = (value: Known, placeholder: string): Side | null => {
    const hasOrigin = value.cells.length > 0 || value.claims.length > 0;
    return hasOrigin || template.includes(placeholder) ? sideOf(value) : null;
  };
  return { left: shown(pair.left, '{left}'), right: shown(pair.right, '{right}') };
}

/** A ratio as the message has it; any other number as it is. */
function sideOf({ value, cells, rows }: Known): Side {
  return {
    value: typeof value === 'number' ? Number(numberText(value)) : String(value),
    cells: [...cells],
    ...(rows === undefined ? {} : { rows: [...rows] }),
  };
}
