import type { Placing, FormBlock } from '../../../../model/index.js';
import type { Placed } from '../official.js';
import { excess, isNothing, type Form } from '../readings/settle/sums.js';
import type { FlowValue } from '../values.js';
import { anchorsOf, type Anchor } from './anchors.js';
import { readingsOf } from './segment.js';

/** Share of the rows that must begin where label and count agree. */
const enough = 0.4;

/**
 * The table row by row where labels and counts agree, each stretch between two such rows by itself, so that a wrong figure of the report elsewhere does not
 * matter: what a stretch leaves open is read by the sums of its rows alone. `null` where too few rows can be told so.
 */
export function anchoredCells(
  block: FormBlock,
  values: readonly FlowValue[],
  form: Form,
  numberOf: (value: FlowValue) => number | null,
): Placed[] | null {
  const { rows, columns } = form;
  const anchors = anchorsOf(block, values, columns);
  if (anchors.length < rows * enough) return null;
  const numbers = values.map(numberOf);
  const placed: Placed[] = Array.from({ length: rows * columns }, () => null);
  const loose = new Set<number>();
  const open: Stretch[] = [];
  const stops = [...beginning(anchors, columns), ...anchors, { row: rows, at: values.length }];
  stops.forEach(({ row, at }, i) => {
    const next = stops[i + 1];
    if (next === undefined) return;
    const height = next.row - row;
    if (height <= 0 || next.at - at !== height * columns) return;
    const own = values.slice(at, next.at);
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
  const broken = brokenLines(placed, form, numberOf);
  if (broken.rows.length + broken.columns.length > mostBroken) return null;
  // Every wrong figure of a report breaks the sum of its row: where more columns are broken, figures of a row have changed places.
  if (broken.columns.length > broken.rows.length)
    for (const row of loose) for (const column of broken.columns) placed[row * columns + column] = null;
  return placed;
}

/** Two wrong figures of a report break so many rows and columns at most; more are broken where figures stand in the wrong rows. */
const mostBroken = 4;

/** The rows and columns of which a sum over figures that are all known does not hold. */
function brokenLines(
  placed: readonly Placed[],
  { rows, columns, alongRows, alongColumns }: Form,
  numberOf: (value: FlowValue) => number | null,
): { rows: number[]; columns: number[] } {
  const numberAt = (row: number, column: number) => {
    const value = placed[row * columns + column] ?? null;
    return value === null ? NaN : (numberOf(value) ?? 0);
  };
  const isBroken = (difference: number) => !Number.isNaN(difference) && !isNothing(difference);
  const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);
  return {
    rows: upTo(rows).filter((row) =>
      alongRows.some((sum) => isBroken(excess(sum, (column) => numberAt(row, column)))),
    ),
    columns: upTo(columns).filter((column) =>
      alongColumns.some((sum) => isBroken(excess(sum, (row) => numberAt(row, column)))),
    ),
  };
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

/**
 * The sums of a row that stands on several lines hold, or one wrong figure explains those of the row and of a column alike: otherwise a figure may have
 * changed places with one of another row.
 */
function isTold(
  row: number,
  placed: readonly Placed[],
  { rows, columns, alongRows, alongColumns }: Form,
  numberOf: (value: FlowValue) => number | null,
): boolean {
  const numberAt = (cell: number): number | null => {
    const value = placed[cell];
    return value === null || value === undefined ? null : (numberOf(value) ?? 0);
  };
  return alongRows.every((sum) => {
    const difference = excess(sum, (column) => numberAt(row * columns + column) ?? NaN);
    if (isNothing(difference)) return true;
    return [...sum.left, ...sum.right].some((column) => {
      const slip = sum.left.includes(column) ? difference : -difference;
      const own = alongColumns.filter(({ left, right }) => [...left, ...right].includes(row));
      return (
        own.length > 0 &&
        own.every((other) => {
          const found = excess(other, (each) =>
            each < rows ? (numberAt(each * columns + column) ?? NaN) : NaN,
          );
          return isNothing(found - (other.left.includes(row) ? slip : -slip));
        })
      );
    });
  });
}
