import type { CellAddress } from '../../model/index.js';
import type { CompiledLeaf, Instance, Tree } from '../load/compile.js';
import { withNumber, type Context } from './context.js';
import { batchOf, run } from './engine/engine.js';
import type { FactReading } from '../facts/fact.js';
import type { Judgement } from './engine/kleene.js';
import { shortLabel } from '../form/labels.js';
import type { Scene } from '../message/render.js';
import { numberText, unique } from '../value.js';

/** A failure that rests on cells left out. */
export interface Failure {
  instance: Instance;
  judgement: Judgement;
  /** The cells left out. */
  blanks: readonly CellAddress[];
}

/** A number that, in any one of the cells left out, satisfies the rule. */
export interface Filling {
  cells: CellAddress[];
  value: number;
  /** Larger numbers do as well. */
  atLeast: boolean;
}

/** Blanks that are tried for one failure; a line of the form has fewer. */
const MOST_BLANKS = 40;

interface Trial {
  failure: Failure;
  cell: CellAddress;
  value: number;
}

/** For each failure the filling that would satisfy the rule; `null` where no number in any one cell does, whatever several may do. */
export async function fillingsOf(
  failures: readonly Failure[],
  context: Context,
): Promise<Map<Failure, Filling | null>> {
  const trials = failures.flatMap((failure) =>
    failure.blanks
      .slice(0, MOST_BLANKS)
      .flatMap((cell) => amountsOf(failure.judgement).map((value): Trial => ({ failure, cell, value }))),
  );
  const instances = trials.map(({ failure, cell, value }) => ({
    ...failure.instance,
    tree: filled(failure.instance.tree, cell, value),
  }));
  const judgements = trials.length === 0 ? [] : await run([batchOf(instances)], context);
  const satisfying = trials.filter((_, index) => judgements[index]?.truth === false);
  return new Map(
    failures.map((failure) => [failure, fillingOf(satisfying.filter((each) => each.failure === failure))]),
  );
}

/** What may be lacking, by what the two sides of the comparisons differ: the amount, one more, or anything at all. */
function amountsOf({ comparisons }: Judgement): number[] {
  const differences = comparisons.flatMap(({ left, right }) =>
    typeof left.value === 'number' && typeof right.value === 'number'
      ? [Math.abs(left.value - right.value)]
      : [],
  );
  const amounts = differences.flatMap((each) => [each, Math.floor(each) + 1, 2 * Math.ceil(each) + 3]);
  return unique([1, ...amounts]).filter((each) => each > 0);
}

/** The least number that does, with all cells in which it does; larger ones are taken to do when all that were tried did. */
function fillingOf(trials: readonly Trial[]): Filling | null {
  if (trials.length === 0) return null;
  const value = Math.min(...trials.map((each) => each.value));
  const cells = trials.filter((each) => each.value === value).map((each) => each.cell);
  const [first] = cells;
  const tried = trials.filter((each) => each.cell === first);
  return { cells, value, atLeast: tried.some((each) => each.value > value) };
}

function filled(tree: Tree, cell: CellAddress, value: number): Tree {
  if ('all' in tree) return { all: tree.all.map((each) => filled(each, cell, value)) };
  if ('any' in tree) return { any: tree.any.map((each) => filled(each, cell, value)) };
  if ('not' in tree) return { not: filled(tree.not, cell, value) };
  const within =
    (reading: FactReading): FactReading =>
    (context) =>
      reading(withNumber(context, cell, value));
  const { left, right } = tree;
  const leaf: CompiledLeaf = {
    ...tree,
    left: within(left),
    right: 'reading' in right ? { ...right, reading: within(right.reading) } : right,
  };
  return leaf;
}

/** What a failure says of the cells left out. */
export function sayFilling(filling: Filling | null, { report, view, lang }: Scene): string {
  const [first, second] = filling?.cells ?? [];
  if (filling === null || first === undefined) {
    return lang === 'en'
      ? ' Filling in one blank does not make it right: check the numbers that are there.'
      : '仅补填一处空白不能使其相符，须核对已填数字。';
  }
  const amount = numberText(filling.value);
  const name = (cell: CellAddress): string => `“${shortLabel(view, cell)}”`;
  if (second === undefined) {
    const sign = report.cells[first]?.raw.trim() ?? '';
    return lang === 'en'
      ? ` ${name(first)} is left out (${sign === '' ? 'blank' : sign}): it should be ${filling.atLeast ? 'at least ' : ''}${amount}, or a number is wrong.`
      : `${name(first)}现为${sign === '' ? '空白' : `“${sign}”`}，应${filling.atLeast ? '不小于' : '为'}${amount}，或其他数字有误。`;
  }
  const count = filling.cells.length;
  return lang === 'en'
    ? ` The ${count} cells left out (${name(first)}, …) should come to ${filling.atLeast ? 'at least ' : ''}${amount} together, or a number is wrong.`
    : `${name(first)}等${count}处空白合计应${filling.atLeast ? '不小于' : '为'}${amount}，或其他数字有误。`;
}
