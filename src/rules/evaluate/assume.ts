import { isLeftOut, type CellAddress } from '../../model/index.js';
import type { Instance, Parameters } from '../load/compile.js';
import { blanksAsNone, type Context } from './context.js';
import { batchOf, run } from './engine/engine.js';
import { fillingsOf, type Failure, type Filling } from './filling.js';
import type { Judgement } from './engine/kleene.js';
import { unique } from '../value.js';

/** A judgement with blanks and placeholders counted as none. */
export interface Assumption {
  judgement: Judgement;
  /** The cells that were counted as none. */
  blanks: readonly CellAddress[];
  /** What would satisfy a rule that fails; `null`: nothing in one cell. */
  filling: Filling | null;
}

/**
 * Judges the instances again that nobody could judge for want of numbers that the agency left out, with these counted as none; by their
 * place in the list. What was known without them stays as it is. The parameter `blanks: unknown` leaves them open.
 */
export async function assume(
  instances: readonly Instance[],
  judgements: readonly Judgement[],
  context: Context,
  parameters: Parameters,
): Promise<Map<number, Assumption>> {
  const { cells } = context.report;
  const leftOut = new Set(Object.keys(cells).filter((address) => isLeftOut(cells[address])));
  if (parameters['blanks'] === 'unknown' || leftOut.size === 0) return new Map();
  const open = instances.flatMap((instance, index) => {
    const judgement = judgements[index];
    if (judgement === undefined || judgement.truth !== null) return [];
    const blanks = unique(
      judgement.unknowns.flatMap((each) => each.cells.filter((cell) => leftOut.has(cell))),
    );
    return blanks.length === 0 ? [] : [{ index, instance, blanks }];
  });
  if (open.length === 0) return new Map();
  const counted = blanksAsNone(context);
  const again = await run([batchOf(open.map(({ instance }) => instance))], counted);
  const judged = open.flatMap(({ index, instance, blanks }, place) => {
    const judgement = again[place];
    if (judgement === undefined) return [];
    return [{ index, failure: { instance, judgement, blanks: usedBy(judgement, blanks) } }];
  });
  const failures = judged.map(({ failure }) => failure).filter(({ judgement }) => judgement.truth === true);
  const fillings = await fillingsOf(failures, counted);
  return new Map(
    judged.map(({ index, failure }) => [index, { ...failure, filling: fillings.get(failure) ?? null }]),
  );
}

/** Those of the blanks on which the decision rests. */
function usedBy({ comparisons }: Judgement, blanks: Failure['blanks']): Failure['blanks'] {
  const compared = new Set(comparisons.flatMap(({ left, right }) => [...left.cells, ...right.cells]));
  const used = blanks.filter((cell) => compared.has(cell));
  return used.length > 0 ? used : blanks;
}
