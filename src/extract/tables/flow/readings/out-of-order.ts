import { beginning, further } from '../../positions.js';
import { firstFigureOf, range, type RowIndex } from '../indexes.js';
import type { Figures } from '../values.js';
import { bandsFrom, type Bands, type Free } from './band-readings.js';
import { bandsOf } from './bands.js';
import { placedBySums } from './free-rows.js';
import { beginsLine } from './parts.js';
import type { Cells, Form, Numbers } from './settle/sums.js';

/**
 * Readings in which one line has moved within its row, or all figures of one row or of the first two come in any order, as where programs write
 * them together with the labels around them: each column needs those that balance it.
 * @param readingsOf the readings that bands leave
 */
export function outOfOrder(
  values: Figures,
  numbers: Numbers,
  form: Form,
  bands: Bands,
  readingsOf: (bands: Bands, free?: Free) => Cells[] | null,
): Cells[] {
  const { rows, columns, alongColumns } = form;
  const known = bands.map((each) => new Set(each.map(({ key }) => key)));
  const moved = bandsFrom(bandsOf(values, numbers, form, true), values, numbers, form).map((each, row) =>
    each.map((band) => ({ ...band, moved: known[row]?.has(band.key) !== true })),
  );
  const isLoose = (row: RowIndex) =>
    range(firstFigureOf(row, columns), columns).every(
      (index) => values[index]?.apart === true && beginsLine(values, index),
    );
  const top: RowIndex = beginning;
  const frees: Free[] = [
    { first: top, height: 1 },
    { first: top, height: 2 },
    ...range(further(top), rows - 1)
      .filter(isLoose)
      .map((first) => ({ first, height: 1 })),
  ];
  return [
    ...(readingsOf(moved) ?? []),
    ...frees.flatMap((free) =>
      (readingsOf(bands, free) ?? []).flatMap((cells) =>
        placedBySums({ ...free, cells, columns, numbers, alongColumns }),
      ),
    ),
  ];
}
