import { beginning, further } from '../../positions.js';
import {
  cellAt,
  columnOf,
  firstFigureOf,
  figureOf,
  listOf,
  rowOf,
  range,
  slots,
  type CellIndex,
  type ColumnIndex,
  type FigureIndex,
  type RowIndex,
} from '../indexes.js';
import { bandsFrom, readingsWithin } from '../readings/band-readings.js';
import { bandsOf } from '../readings/bands.js';
import { beginsLine, startsRow } from '../readings/parts.js';
import type { Cells, Form, Numbers } from '../readings/settle/sums.js';
import type { Figures } from '../values.js';
import { byPlace } from './by-place.js';

/** The ways to read the figures of whole rows. */
export interface Readings {
  all: Cells[];
  /** Only the sums of the rows tell these from others; none is left where they tell too little. */
  bySums: boolean;
}

/** So many rows are written strip by strip at most, where the strips come in another order than the columns. */
const highest = 6;
/** So many strips come in any order; of more, one moves. */
const anyOrder = 3;

/** The ways in which programs write the figures of whole rows; where there are several, those that break no sum of a row. */
export function readingsOf(values: Figures, numbers: Numbers, form: Form): Readings {
  const { rows, columns } = form;
  const inTurn = range<FigureIndex>(beginning, values.length);
  const plain: Cells = listOf(inTurn);
  const isAlike = values.every(({ text }) => text === values[beginning]?.text);
  const onLines = plain.every((index, cell) =>
    columnOf(cell, columns) === 0
      ? startsRow(values, rowOf(cell, columns), columns)
      : values[index]?.line === values[further(index, -1)]?.line,
  );
  if (isAlike || onLines) return { all: [plain], bySums: false };
  const across = byPlace(values, form);
  if (across !== null) return { all: [across], bySums: false };
  // Figures before and behind the label of a row come in either order.
  const parts = rows === 1 ? inTurn.filter((index) => index > 0 && values[index]?.before !== '') : [];
  const turned = parts.map((from): Cells => listOf([...inTurn.slice(from), ...inTurn.slice(0, from)]));
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
    return { all, bySums: all.some((each) => each.some((index, cell) => index !== figureOf(cell))) };
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

/** Some rows from one on, strip by strip, the strips in another order than the columns. */
function shuffledStrips(values: Figures, row: RowIndex, { rows, columns }: Form): Cells[] {
  const start = firstFigureOf(row, columns);
  if (!beginsLine(values, start)) return [];
  const found: Cells[] = [];
  for (let height = rows > 1 ? 1 : 2; height <= Math.min(highest, rows - row); height += 1) {
    if (!beginsLine(values, further(start, height * columns))) continue;
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
  left: ColumnIndex;
  width: number;
}

function stripsOf(widths: readonly number[]): Strip[] {
  let next: ColumnIndex = beginning;
  return widths.map((width) => {
    const left = next;
    next = further(left, width);
    return { left, width };
  });
}

function placed(
  values: Figures,
  strips: readonly Strip[],
  start: FigureIndex,
  height: number,
  columns: number,
): Cells | null {
  const cells = slots<CellIndex, FigureIndex>(height * columns, start);
  let next = start;
  for (const { left, width } of strips) {
    for (let row: RowIndex = beginning; row < height; row++) {
      if (!beginsLine(values, next)) return null;
      for (let column = left; column < left + width; column++) {
        cells[cellAt(row, column, columns)] = next;
        next++;
      }
    }
  }
  return cells;
}
