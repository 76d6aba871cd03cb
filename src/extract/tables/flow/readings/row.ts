import { beginsLine } from './parts.js';
import { excess, type LineSum } from './settle/sums.js';
import type { Choice, SettledCells } from './settle/settled-cells.js';
import type { FlowValue } from '../values.js';

/**
 * The only row of a table whose figures come in the order of a text made from a page. Programs may write a figure that stands alone on its line
 * later than its neighbours: then only what all such orders agree on that satisfy the sum of its group is settled.
 * @param choice whether the row is one of several that could be
 * @returns for each cell the index of its figure, `null` where it is not settled; `null` as a whole when the row is ruled out
 */
export function settleRow(
  values: readonly FlowValue[],
  numbers: readonly (number | null)[],
  sums: readonly LineSum[],
  choice: Choice,
): SettledCells | null {
  const bySums = values.map(() => false);
  // Without labels among them the figures are in the order of the page.
  const isPlain = values.slice(1).every((each) => each.before === '');
  const isWhole = values.every((each) => each.line === values[0]?.line);
  /** Sums that may be wrong in the report itself. */
  let wrong = choice === 'unbroken' ? 0 : choice === 'only' && isWhole ? sums.length : 1;
  const cells: (number | null)[] = values.map((_, index) => index);
  for (const sum of sums) {
    const group = [...sum.left, ...sum.right].sort((a, b) => a - b);
    const holds = (order: readonly number[]) =>
      Math.abs(excess(sum, (index) => numbers[order[group.indexOf(index)] ?? -1] ?? 0)) < 1e-6;
    const alone = isPlain
      ? []
      : group.filter((index) => beginsLine(values, index) && beginsLine(values, index + 1));
    const moved = alone.flatMap((late) =>
      group
        .filter((place) => place < late)
        .map((place) => {
          const rest = group.filter((index) => index !== late);
          const at = group.indexOf(place);
          return [...rest.slice(0, at), late, ...rest.slice(at)];
        }),
    );
    // The sum may be wrong in the report: the order as it stands is never ruled out by it.
    const orders = [group, ...moved.filter(holds)];
    if (!holds(group) && (choice !== 'only' || orders.length === 1) && wrong-- === 0) return null;
    group.forEach((index, at) => {
      const text = values[index]?.text;
      if (alone.length === 0) return;
      bySums[index] = true;
      cells[index] =
        orders.some(holds) && orders.every((order) => values[order[at] ?? -1]?.text === text) ? index : null;
    });
  }
  return { cells, bySums };
}
