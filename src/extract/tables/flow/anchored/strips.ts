import type { FormBlock } from '../../../../model/index.js';
import type { Form } from '../readings/settle/sums.js';
import type { FlowValue } from '../values.js';
import { beginningsOf } from './anchors.js';

/** Some rows that a text gives in two: the first columns beside the labels of all of them, then the other columns row by row. */
export interface Strips {
  /** The first of the rows. */
  row: number;
  height: number;
  /** Columns beside the labels. */
  width: number;
}

/** A way to part the rows of a table, and how many of them show their labels where they are expected. */
interface Parting {
  strips: readonly Strips[];
  labels: number;
  /** Rows that are not among strips count one each. */
  parts: number;
  /** Another way is as good. */
  isOpen: boolean;
}

/** Share of the rows, of the table and among strips, that must show their labels. */
const enough = 0.6;
/** Fewer rows are whole rows that broke. */
const lowest = 3;

/**
 * The rows of which a text gives the first columns beside the labels and the others behind the last label: those of a whole table, or those above or below a
 * place where a page broke. Empty where most labels do not show it, or show it in more than one way.
 */
export function stripsOf(
  block: FormBlock,
  values: readonly FlowValue[],
  { rows, columns }: Form,
): readonly Strips[] {
  if (values.length !== rows * columns) return [];
  const shows = labelsShown(block, values);
  const bare = values.map(({ before }) => before === '');
  const best = new Map<number, Parting>([[0, { strips: [], labels: 0, parts: 0, isOpen: false }]]);
  const add = (row: number, parting: Parting) => {
    const known = best.get(row);
    const gain = known === undefined ? 1 : parting.labels - known.labels || known.parts - parting.parts;
    if (gain > 0) best.set(row, parting);
    else if (gain === 0) best.set(row, { ...parting, isOpen: true });
  };
  for (let row = 0; row < rows; row += 1) {
    const start = row * columns;
    const before = best.get(row);
    if (before === undefined) continue;
    const parts = before.parts + 1;
    const own = shows(row, start) || shows(row, start + columns) ? 1 : 0;
    add(row + 1, { ...before, labels: before.labels + own, parts });
    for (let width = 1; width < columns; width += 1) {
      for (let height = lowest; row + height <= rows; height += 1) {
        const apart = start + height * width;
        if (!bare.slice(apart + 1, start + height * columns).every(Boolean)) continue;
        if (!bare.slice(start + 1, apart).every((each, i) => each || (i + 1) % width === 0)) continue;
        const labels = Array.from({ length: height }, (_, i) => start + i * width).filter(
          (index, i) => shows(row + i, index) || shows(row + i, index + width),
        ).length;
        if (labels < height * enough) continue;
        add(row + height, {
          ...before,
          strips: [...before.strips, { row, height, width }],
          labels: before.labels + labels,
          parts,
        });
      }
    }
  }
  const found = best.get(rows);
  return found === undefined || found.isOpen || found.labels < rows * enough ? [] : found.strips;
}

/** Whether the label of a row stands before a figure. */
function labelsShown(
  block: FormBlock,
  values: readonly FlowValue[],
): (row: number, index: number) => boolean {
  const shown = beginningsOf([block]).map(
    (beginnings) =>
      new Set(
        values.flatMap(({ before }, index) =>
          before !== '' && beginnings.some((each) => before.includes(each)) ? [index] : [],
        ),
      ),
  );
  return (row, index) => shown[row]?.has(index) === true;
}
