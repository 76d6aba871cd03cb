import { bandsFrom, readingsWithin } from '../readings/band-readings.js';
import { bandsOf } from '../readings/bands.js';
import { beginsLine, startsRow } from '../readings/parts.js';
import type { Form } from '../readings/settle/sums.js';
import type { FlowValue } from '../values.js';
import { byPlace } from './by-place.js';

/** The ways to read the figures of whole rows: for each cell, row by row, the index of its figure among those given. */
export interface Readings {
  all: (readonly number[])[];
  /** Only the sums of the rows tell these from others; none is left where they tell too little. */
  bySums: boolean;
}

/** So many rows are written strip by strip at most, where the strips come in another order than the columns. */
const highest = 6;
/** So many strips come in any order; of more, one moves. */
const anyOrder = 3;

/** The ways in which programs write the figures of whole rows; where there are several, those that break no sum of a row. */
export function readingsOf(
  values: readonly FlowValue[],
  numbers: readonly (number | null)[],
  form: Form,
): Readings {
  const { rows, columns } = form;
  const plain = values.map((_, index) => index);
  const isAlike = values.every(({ text }) => text === values[0]?.text);
  const onLines = plain.every((index) =>
    index % columns === 0
      ? startsRow(values, index / columns, columns)
      : values[index]?.line === values[index - 1]?.line,
  );
  if (isAlike || onLines) return { all: [plain], bySums: false };
  const across = byPlace(values, form);
  if (across !== null) return { all: [across], bySums: false };
  // Figures before and behind the label of a row come in either order.
  const parts = rows === 1 ? plain.filter((index) => index > 0 && values[index]?.before !== '') : [];
  const turned = parts.map((from) => [...plain.slice(from), ...plain.slice(0, from)]);
  const ways = bandsOf(values, numbers, form, true).map((each, row) => [
    ...each,
    ...shuffledStrips(values, row, form),
    ...turned,
  ]);
  const bands = bandsFrom(ways, values, numbers, form).map((each) =>
    each.filter(({ broken }) => broken === 0),
  );
  const found = readingsWithin(bands, numbers, form, 0) ?? [];
  // Nothing but a wrong figure explains a row that can stand in one way only; another order than the plain one is told by nothing but its sums.
  if (rows === 1) {
    const all = found.length > 0 || parts.length > 0 ? found : [plain];
    return { all, bySums: all.some((each) => each.some((index, cell) => index !== cell)) };
  }
  return { all: found, bySums: true };
}

/** The widths of the strips into which columns can be parted, two or more. */
const partings = new Map<number, number[][]>();

function partingsOf(columns: number): number[][] {
  const known = partings.get(columns);
  if (known !== undefined) return known;
  const all = (left: number): number[][] =>
    left === 0
      ? [[]]
      : Array.from({ length: left }, (_, i) => i + 1).flatMap((width) =>
          all(left - width).map((rest) => [width, ...rest]),
        );
  const found = all(columns).filter((each) => each.length > 1);
  partings.set(columns, found);
  return found;
}

/** Some rows from one on, strip by strip, the strips in another order than the columns: the indexes of their figures, row by row. */
function shuffledStrips(values: readonly FlowValue[], row: number, { rows, columns }: Form): number[][] {
  const start = row * columns;
  if (!beginsLine(values, start)) return [];
  const found: number[][] = [];
  for (let height = rows > 1 ? 1 : 2; height <= Math.min(highest, rows - row); height += 1) {
    if (!beginsLine(values, start + height * columns)) continue;
    for (const widths of partingsOf(columns)) {
      for (const order of ordersOf(stripsOf(widths))) {
        const cells = placed(values, order, start, height, columns);
        if (cells !== null) found.push(cells);
      }
    }
  }
  return found;
}

function ordersOf(strips: readonly Strip[]): Strip[][] {
  if (strips.length <= anyOrder)
    return strips.reduce<Strip[][]>(
      (orders, strip) =>
        orders.flatMap((order) =>
          Array.from({ length: order.length + 1 }, (_, i) => [
            ...order.slice(0, i),
            strip,
            ...order.slice(i),
          ]),
        ),
      [[]],
    );
  const ends = [strips.slice(0, 1), strips.slice(-1)];
  return [
    [...strips],
    [...strips.slice(1), ...(ends[0] ?? [])],
    [...(ends[1] ?? []), ...strips.slice(0, -1)],
  ];
}

interface Strip {
  left: number;
  width: number;
}

function stripsOf(widths: readonly number[]): Strip[] {
  let left = 0;
  return widths.map((width) => {
    left += width;
    return { left: left - width, width };
  });
}

function placed(
  values: readonly FlowValue[],
  strips: readonly Strip[],
  start: number,
  height: number,
  columns: number,
): number[] | null {
  const cells = Array.from({ length: height * columns }, () => 0);
  let next = start;
  for (const { left, width } of strips) {
    for (let row = 0; row < height; row += 1) {
      if (!beginsLine(values, next)) return null;
      for (let column = 0; column < width; column += 1) cells[row * columns + left + column] = next++;
    }
  }
  return cells;
}
