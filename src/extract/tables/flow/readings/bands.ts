import { movedOf } from './moved.js';
import { nestedOf } from './nested.js';
import { partsOf, startsRow, uniformOf, waysFor, type Ways } from './parts.js';
import { placesOf } from './places.js';
import type { Cells, Form, Numbers } from './settle/sums.js';
import { further } from '../../positions.js';
import { columnOf, firstFigureOf, rowOf, type RowIndex } from '../indexes.js';
import type { Figures } from '../values.js';

/**
 * For each row all the ways in which it and some rows below it can stand otherwise than one behind the other, as far as that makes a difference.
 * @param mayMove whether a line of a row may stand elsewhere within it
 */
export function bandsOf(
  values: Figures,
  numbers: Numbers,
  { rows, columns, alongRows }: Form,
  mayMove: boolean,
): Ways {
  const kinds = [
    ...(mayMove ? [movedOf(values, numbers, rows, columns, alongRows)] : []),
    partsOf(values, rows, columns),
    placesOf(values, rows, columns),
    uniformOf(values, rows, columns),
    nestedOf(values, numbers, rows, columns, alongRows, mayMove),
  ];
  const isPlain = (cells: Cells, top: RowIndex) =>
    cells.every(
      (index, cell) => values[index]?.text === values[further(firstFigureOf(top, columns), cell)]?.text,
    ) &&
    cells.every(
      (_, cell) =>
        columnOf(cell, columns) > 0 || startsRow(values, further(top, rowOf(cell, columns)), columns),
    );
  return waysFor(rows, (row) =>
    kinds.flatMap((each) => each[row] ?? []).filter((cells) => !isPlain(cells, row)),
  );
}
