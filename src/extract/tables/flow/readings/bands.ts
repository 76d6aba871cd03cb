import { movedOf } from './moved.js';
import { nestedOf } from './nested.js';
import { partsOf, startsRow, uniformOf } from './parts.js';
import { placesOf } from './places.js';
import type { Form } from './settle/sums.js';
import type { FlowValue } from '../values.js';

/**
 * For each row all the ways in which it and some rows below it can stand otherwise than one behind the other, as far as that makes a difference: the
 * indexes of their figures, row by row.
 * @param mayMove whether a line of a row may stand elsewhere within it
 */
export function bandsOf(
  values: readonly FlowValue[],
  numbers: readonly (number | null)[],
  { rows, columns, alongRows }: Form,
  mayMove: boolean,
): number[][][] {
  const kinds = [
    ...(mayMove ? [movedOf(values, numbers, rows, columns, alongRows)] : []),
    partsOf(values, rows, columns),
    placesOf(values, rows, columns),
    uniformOf(values, rows, columns),
    nestedOf(values, numbers, rows, columns, alongRows, mayMove),
  ];
  const isPlain = (cells: readonly number[], row: number) =>
    cells.every((index, i) => values[index]?.text === values[row * columns + i]?.text) &&
    cells.every((_, i) => i % columns > 0 || startsRow(values, row + i / columns, columns));
  return Array.from({ length: rows }, (_, row) =>
    kinds.flatMap((each) => each[row] ?? []).filter((cells) => !isPlain(cells, row)),
  );
}
