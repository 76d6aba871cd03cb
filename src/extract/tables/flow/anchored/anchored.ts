import type { Placing, FormBlock } from '../../../../model/index.js';
import type { Placed } from '../official.js';
import { excess, isNothing, type Form } from '../readings/settle/sums.js';
import type { FlowValue } from '../values.js';
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
  values: readonly FlowValue[],
  form: Form,
  numberOf: (value: FlowValue) => number | null,
  strips: readonly Strips[] = [],
): Placed[] | null {
  const { rows, columns } = form;
  const isInStrips = (row: number) => strips.some((each) => row >= each.row && row < each.row + each.height);
  const anchors = anchorsOf(block, values, columns).filter(({ row }) => !isInStrips(row));
  const inStrips = strips.reduce((sum, { height }) => sum + height, 0);
  if (anchors.length + inStrips < rows * enough) return null;
  const numbers = values.map(numberOf);
  const placed: Placed[] = Array.from({ length: rows * columns }, () => null);
  const loose = new Set<number>();
  const open: Stretch[] = [];
  const ends = strips.flatMap(({ row, height }) => [0, row, row + height]);
  const stops = [
    ...beginning(anchors, columns),
    ...anchors,
    ...ends.map((row) => ({ row, at: row * columns })),
    { row: rows, at: values.length },
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
      put(placed, row * columns, read, null);
      for (let each = row; each < next.row; each += 1) loose.add(each);
      return;
    }
    const { all, bySums } = readingsOf(own, numbers.slice(at, next.at), {
      ...form,
      rows: height,
      alongColumns: [],
    });
    const stretch = {
      first: row * columns,
      readings: all.map((each) => each.map((index) => own[index] ?? null)),
    };
    put(placed, stretch.first, agreed(stretch.readings), bySums ? 'row' : null);
    if (all.length > 1) open.push(stretch);
    if (!bySums && own.some(({ line }) => line !== own[0]?.line))
      for (let each = row; each < next.row; each += 1) loose.add(each);
  });
  for (const row of loose)
    if (!isTold(row, placed, form, numberOf)) placed.fill(null, row * columns, (row + 1) * columns);
  settleByColumns(open, placed, form, numberOf);
  const sure = withoutMoved(placed, loose, form, numberOf);
  return sure === null ? null : withoutSwapped(sure, strips, form, numberOf);
}

/** Rows that can be read in several ways. */
interface Stretch {
  /** Its first cell. */
  first: number;
  readings: Placed[][];
}

/** More ways to read all open stretches are not looked at. */
const mostWays = 3000;

/** What the readings agree on, cell by cell. */
function agreed(readings: readonly Placed[][]): Placed[] {
  const [first = []] = readings;
  return first.map((value, cell) =>
    readings.every((each) => each[cell]?.text === value?.text) ? value : null,
  );
}

function put(placed: Placed[], first: number, values: readonly Placed[], placedBy: Placing | null): void {
  values.forEach((value, cell) => {
    placed[first + cell] = value === null || placedBy === null ? value : { ...value, placedBy };
  });
}

/** Of the ways to read the stretches that are open, those in which all sums of the columns hold, as far as they agree. */
function settleByColumns(
  open: readonly Stretch[],
  placed: Placed[],
  { rows, columns, alongColumns }: Form,
  numberOf: (value: FlowValue) => number | null,
): void {
  if (open.length === 0 || alongColumns.length === 0) return;
  if (open.reduce((count, { readings }) => count * readings.length, 1) > mostWays) return;
  const ways = open.reduce<Placed[][][]>(
    (before, { readings }) => before.flatMap((each) => readings.map((reading) => [...each, reading])),
    [[]],
  );
  const holds = (cells: readonly Placed[]) =>
    alongColumns.every((sum) =>
      Array.from({ length: columns }, (_, column) => column).every((column) =>
        isNothing(
          excess(sum, (row) => {
            const value = row < rows ? cells[row * columns + column] : null;
            return value === null || value === undefined ? NaN : (numberOf(value) ?? 0);
          }),
        ),
      ),
    );
  const found = ways.filter((way) => {
    const cells = [...placed];
    open.forEach(({ first }, i) => {
      put(cells, first, way[i] ?? [], null);
    });
    return holds(cells);
  });
  if (found.length === 0) return;
  open.forEach(({ first }, i) => {
    put(placed, first, agreed(found.map((way) => way[i] ?? [])), 'table');
  });
}

/** Where no label before the first anchor is broken, the figures before it are those of the rows before it. */
const beginning = ([first]: readonly Anchor[], columns: number): Anchor[] =>
  first !== undefined && first.row > 0 && first.at === first.row * columns ? [{ row: 0, at: 0 }] : [];
