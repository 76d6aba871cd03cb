import { bandsFrom, type Band, type Free } from './band-readings.js';
import { bandsOf } from './bands.js';
import { placedBySums } from './free-rows.js';
import { beginsLine } from './parts.js';
import type { Form } from './settle/sums.js';
import type { FlowValue } from '../values.js';

/**
 * Readings in which one line has moved within its row, or all figures of one row or of the first two come in any order, as where programs write
 * them together with the labels around them: each column needs those that balance it.
 * @param readingsOf the readings that bands leave
 */
export function outOfOrder(
  values: readonly FlowValue[],
  numbers: readonly (number | null)[],
  form: Form,
  bands: readonly (readonly Band[])[],
  readingsOf: (bands: readonly (readonly Band[])[], free?: Free) => (readonly number[])[] | null,
): (readonly number[])[] {
  const { rows, columns, alongColumns } = form;
  const known = bands.map((each) => new Set(each.map(({ key }) => key)));
  const moved = bandsFrom(bandsOf(values, numbers, form, true), values, numbers, form).map((each, row) =>
    each.map((band) => ({ ...band, moved: known[row]?.has(band.key) !== true })),
  );
  const isLoose = (row: number) =>
    values
      .slice(row * columns, (row + 1) * columns)
      .every(({ apart }, i) => apart && beginsLine(values, row * columns + i));
  const frees = [
    { first: 0, height: 1 },
    { first: 0, height: 2 },
    ...Array.from({ length: rows - 1 }, (_, i) => ({ first: i + 1, height: 1 })).filter(({ first: row }) =>
      isLoose(row),
    ),
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
