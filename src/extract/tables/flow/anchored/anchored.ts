import type { Placing, FormBlock } from '../../../../model/index.js';
import type { Placed, PlacedCells } from '../official.js';
import { excess, isNothing, type Form } from '../readings/settle/sums.js';
import { beginning, further } from '../../positions.js';
import {
  cellAt,
  copied,
  firstFigureOf,
  listOf,
  range,
  slots,
  startOf,
  type CellIndex,
  type ColumnIndex,
  type RowIndex,
  type Slots,
} from '../indexes.js';
import type { Figures, FlowValue } from '../values.js';
import { anchorsOf, type Anchor } from './anchors.js';
import { readingsOf } from './segment.js';
import { slidRows } from './sliding.js';
import type { Strips } from './strips.js';
import { isTold, withoutMoved, withoutSwapped } from './told.js';

/** Share of the rows that must begin where label and count agree. */
const enough = 0.4;

/**
 * The table row by row where labels and counts agree, each stretch between two such rows by itself, so that a wrong figure of the report elsewhere does not
 * matter: what a stretch leaves open is read by the sums of its rows alone. `null` where too few rows can be told so.
 * @param strips rows that the text gives in two
 */
export function anchoredCells(
  block: FormBlock,
  values: Figures,
  form: Form,
  numberOf: (value: FlowValue) => number | null,
  strips: readonly Strips[] = [],
): PlacedCells | null {
  const { rows, columns } = form;
  const isInStrips = (row: RowIndex) =>
    strips.some((each) => row >= each.row && row < each.row + each.height);
  const anchors = anchorsOf(block, values, columns).filter(({ row }) => !isInStrips(row));
  const inStrips = strips.reduce((sum, { height }) => sum + height, 0);
  if (anchors.length + inStrips < rows * enough) return null;
  const numbers = values.map(numberOf);
  const placed = slots<CellIndex, Placed>(rows * columns, null);
  const loose = new Set<RowIndex>();
  const open: Stretch[] = [];
  const ends = strips.flatMap(({ row, height }) => [beginning, row, further(row, height)]);
  const stops: Anchor[] = [
    ...before(anchors, columns),
    ...anchors,
    ...ends.map((row) => ({ row, at: firstFigureOf(row, columns) })),
    { row: further(beginning, rows), at: further(beginning, values.length) },
  ].sort((one, other) => one.row - other.row);
  stops.forEach(({ row, at }, i) => {
    const next = stops[i + 1];
    if (next === undefined) return;
    const height = next.row - row;
    if (height <= 0 || next.at - at !== height * columns) return;
    const own = values.slice(at, next.at);
    const apart = strips.find((each) => each.row === row);
    if (apart !== undefined) {
      const read = slidRows(own, apart.width, { ...form, rows: height }, numberOf);
      if (read === null) return;
      put(placed, startOf(row, columns), read, null);
      for (const each of range(row, height)) loose.add(each);
      return;
    }
    const { all, bySums } = readingsOf(own, numbers.slice(at, next.at), {
      ...form,
      rows: height,
      alongColumns: [],
    });
    const stretch = {
      first: startOf(row, columns),
      readings: all.map((each) => each.map((index): Placed => own[index] ?? null)),
    };
    put(placed, stretch.first, agreed(stretch.readings), bySums ? 'row' : null);
    if (all.length > 1) open.push(stretch);
    if (!bySums && own.some(({ line }) => line !== own[beginning]?.line))
      for (const each of range(row, height)) loose.add(each);
  });
  for (const row of loose)
    if (!isTold(row, placed, form, numberOf))
      for (const cell of range(startOf(row, columns), columns)) placed[cell] = null;
  settleByColumns(open, placed, form, numberOf);
  const sure = withoutMoved(placed, loose, form, numberOf);
  return sure === null ? null : withoutSwapped(sure, strips, form, numberOf);
}

/** Rows that can be read in several ways. */
interface Stretch {
  /** Its first cell. */
  first: CellIndex;
  readings: PlacedCells[];
}

/** More ways to read all open stretches are not looked at. */
const mostWays = 3000;

/** What the readings agree on, cell by cell. */
function agreed(readings: readonly PlacedCells[]): PlacedCells {
  const [first = listOf<CellIndex, Placed>([])] = readings;
  return first.map((value, cell) =>
    readings.every((each) => each[cell]?.text === value?.text) ? value : null,
  );
}

function put(
  placed: Slots<CellIndex, Placed>,
  first: CellIndex,
  values: PlacedCells,
  placedBy: Placing | null,
): void {
  values.forEach((value, cell) => {
    placed[further(first, cell)] = value === null || placedBy === null ? value : { ...value, placedBy };
  });
}

/** Of the ways to read the stretches that are open, those in which all sums of the columns hold, as far as they agree. */
function settleByColumns(
  open: readonly Stretch[],
  placed: Slots<CellIndex, Placed>,
  { rows, columns, alongColumns }: Form,
  numberOf: (value: FlowValue) => number | null,
): void {
  if (open.length === 0 || alongColumns.length === 0) return;
  if (open.reduce((count, { readings }) => count * readings.length, 1) > mostWays) return;
  const ways = open.reduce<PlacedCells[][]>(
    (before, { readings }) => before.flatMap((each) => readings.map((reading) => [...each, reading])),
    [[]],
  );
  const holds = (cells: PlacedCells) =>
    alongColumns.every((sum) =>
      range<ColumnIndex>(beginning, columns).every((column) =>
        isNothing(
          excess(sum, (row) => {
            const value = row < rows ? cells[cellAt(row, column, columns)] : null;
            return value === null || value === undefined ? NaN : (numberOf(value) ?? 0);
          }),
        ),
      ),
    );
  const found = ways.filter((way) => {
    const cells = copied<CellIndex, Placed>(placed);
    open.forEach(({ first }, i) => {
      put(cells, first, way[i] ?? listOf([]), null);
    });
    return holds(cells);
  });
  if (found.length === 0) return;
  open.forEach(({ first }, i) => {
    put(placed, first, agreed(found.map((way) => way[i] ?? listOf([]))), 'table');
  });
}

/** Where no label before the first anchor is broken, the figures before it are those of the rows before it. */
const before = ([first]: readonly Anchor[], columns: number): Anchor[] =>
  first !== undefined && first.row > 0 && first.at === firstFigureOf(first.row, columns)
    ? [{ row: beginning, at: beginning }]
    : [];
