import type { FormBlock } from '../../../../model/index.js';
import type { Form } from '../readings/settle/sums.js';
import { beginning, further } from '../../positions.js';
import { firstFigureOf, listOf, range, type FigureIndex, type List, type RowIndex } from '../indexes.js';
import type { Figures } from '../values.js';
import { beginningsOf } from './anchors.js';

/** Some rows that a text gives in two: the first columns beside the labels of all of them, then the other columns row by row. */
export interface Strips {
  /** The first of the rows. */
  row: RowIndex;
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
export function stripsOf(block: FormBlock, values: Figures, { rows, columns }: Form): readonly Strips[] {
  if (values.length !== rows * columns) return [];
  const shows = labelsShown(block, values);
  const bare = values.map(({ before }) => before === '');
  const best = new Map<RowIndex, Parting>([[beginning, { strips: [], labels: 0, parts: 0, isOpen: false }]]);
  const add = (row: RowIndex, parting: Parting) => {
    const known = best.get(row);
    const gain = known === undefined ? 1 : parting.labels - known.labels || known.parts - parting.parts;
    if (gain > 0) best.set(row, parting);
    else if (gain === 0) best.set(row, { ...parting, isOpen: true });
  };
  for (let row: RowIndex = beginning; row < rows; row++) {
    const start = firstFigureOf(row, columns);
    const before = best.get(row);
    if (before === undefined) continue;
    const parts = before.parts + 1;
    const own = shows(row, start) || shows(row, further(start, columns)) ? 1 : 0;
    add(further(row), { ...before, labels: before.labels + own, parts });
    for (let width = 1; width < columns; width += 1) {
      for (let height = lowest; row + height <= rows; height += 1) {
        const apart = further(start, height * width);
        if (!bare.slice(further(apart), further(start, height * columns)).every(Boolean)) continue;
        if (!bare.slice(further(start), apart).every((each, i) => each || (i + 1) % width === 0)) continue;
        const labels = range(row, height).filter((each, i) => {
          const index = further(start, i * width);
          return shows(each, index) || shows(each, further(index, width));
        }).length;
        if (labels < height * enough) continue;
        add(further(row, height), {
          ...before,
          strips: [...before.strips, { row, height, width }],
          labels: before.labels + labels,
          parts,
        });
      }
    }
  }
  const found = best.get(further(beginning, rows));
  return found === undefined || found.isOpen || found.labels < rows * enough ? [] : found.strips;
}

/** Whether the label of a row stands before a figure. */
function labelsShown(block: FormBlock, values: Figures): (row: RowIndex, index: FigureIndex) => boolean {
  const shown: List<RowIndex, ReadonlySet<FigureIndex>> = listOf(
    beginningsOf([block]).map(
      (beginnings) =>
        new Set(
          values.flatMap(({ before }, index) =>
            before !== '' && beginnings.some((each) => before.includes(each)) ? [index] : [],
          ),
        ),
    ),
  );
  return (row, index) => shown[row]?.has(index) === true;
}
