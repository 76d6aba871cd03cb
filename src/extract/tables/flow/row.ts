import { beginsLine } from './parts.js';
import { excess, type LineSum } from './sums.js';
import type { SettledCells } from './settled-cells.js';
import type { FlowValue } from './values.js';

/**
 * The only row of a table whose figures come in the order of a text made from a page. Programs may write a figure that stands alone on its line
 * later than its neighbours: then only what all such orders agree on that satisfy the sum of its group is settled.
 * @param chosen the row is one of several that could be; it counts only when all sums hold
 * @returns for each cell the index of its figure, `null` where it is not settled; `null` as a whole when the row is ruled out
 */
export function settleRow(
  values: readonly FlowValue[],
  numbers: readonly (number | null)[],
  sums: readonly LineSum[],
  chosen: boolean,
): SettledCells | null {
  const bySums = values.map(() => false);
  const cells: (number | null)[] = values.map((_, index) => index);
  for (const sum of sums) {
    const group = [...sum.left, ...sum.right].sort((a, b) => a - b);
    const holds = (order: readonly number[]) =>
      Math.abs(excess(sum, (index) => numbers[order[group.indexOf(index)] ?? -1] ?? 0)) < 1e-6;
    const alone = group.filter((index) => beginsLine(values, index) && beginsLine(values, index + 1));
    if (chosen && !holds(group)) return null;
    if (alone.length === 0) continue;
    const moved = alone.flatMap((late) =>
      group
        .filter((place) => place < late)
        .map((place) => {
          const rest = group.filter((index) => index !== late);
          const at = group.indexOf(place);
          return [...rest.slice(0, at), late, ...rest.slice(at)];
        }),
    );
    const orders = [group, ...moved].filter(holds);
    group.forEach((index, at) => {
      const [first] = orders;
      const text = values[first?.[at] ?? -1]?.text;
      const agreed = first !== undefined && orders.every((order) => values[order[at] ?? -1]?.text === text);
      bySums[index] = true;
      cells[index] = agreed ? (first[at] ?? null) : null;
    });
  }
  return { cells, bySums };
}
