import { nestedOf } from './nested.js';
import { partsOf, startsRow, uniformOf } from './parts.js';
import { placesOf } from './places.js';
import { brokenAlong, excess, isOneCellWrongAtMost, leastBroken, type LineSum } from './sums.js';
import type { Choice, SettledCells } from './settled-cells.js';
import type { FlowValue } from '../values.js';

export interface Form {
  rows: number;
  columns: number;
  /** Sums along every row, over columns. */
  alongRows: readonly LineSum[];
  /** Sums along every column, over rows. */
  alongColumns: readonly LineSum[];
}

/** Rows read so far: for each cell, row by row, the index of its figure. */
interface Reading {
  cells: readonly number[];
  /** Sums along its rows that do not hold. */
  brokenRows: number;
  /** Sums of any kind that do not hold whatever follows. */
  broken: number;
}

/** Readings looked at together; more are not told apart. */
const mostReadings = 500;
/** A wrong cell breaks the sum of its row and two of its column. */
const mostBroken = 3;

/**
 * The table whose figures come in the order of a text made from a page: row by row, or some rows part by part, as programs write columns that
 * stand apart. Where that leaves several readings, those count that break no sum of the form, or only those of one cell, because the report may be
 * wrong itself.
 * @param choice whether the figures are one of several choices
 * @returns for each cell, row by row, the index of its figure, `null` where the readings differ; `null` as a whole when there are too many
 * readings to tell, or none, or not as many figures as cells
 */
export function settleRectangles(
  values: readonly FlowValue[],
  numbers: readonly (number | null)[],
  form: Form,
  choice: Choice = 'only',
): SettledCells | null {
  const all = (cells: readonly (number | null)[], bySums: boolean): SettledCells => ({
    cells,
    bySums: cells.map(() => bySums),
  });
  const hasSums = form.alongRows.length + form.alongColumns.length > 0;
  const { rows, columns, alongRows, alongColumns } = form;
  if (values.length !== rows * columns) return null;
  const isTrue = (cells: readonly number[]) =>
    choice === 'unbroken'
      ? brokenAlong(cells, numbers, columns, alongRows) +
          leastBroken(cells, numbers, columns, alongColumns) ===
        0
      : isOneCellWrongAtMost(cells, numbers, columns, alongRows, alongColumns);
  const bandOf = (cells: readonly number[]) => ({
    cells,
    key: cells.map((each) => values[each]?.text ?? '').join(' '),
    broken: brokenAlong(cells, numbers, columns, alongRows),
  });
  const parted = bandsOf(values, numbers, form);
  if (parted.every((each) => each.length === 0)) {
    const plain = values.map((_, index) => index);
    const wholeRows = plain.every(
      (index) => index % columns === 0 || values[index]?.line === values[index - 1]?.line,
    );
    if (!plain.every((index) => index % columns > 0 || startsRow(values, index / columns, columns)))
      return null;
    if (wholeRows && choice === 'only') return all(plain, false);
    return isTrue(plain) ? all(plain, hasSums) : null;
  }
  const bands = parted.map((each, row) => {
    const plain = startsRow(values, row, columns)
      ? [Array.from({ length: columns }, (_, i) => row * columns + i)]
      : [];
    const all = [...plain, ...each].map(bandOf).filter(({ broken }) => broken <= mostBroken);
    return [...new Map(all.map((band) => [band.key, band])).values()];
  });
  const inOrder = readingsOf(0);
  if (inOrder === null && alongColumns.length === 0) return null;
  const whole = (inOrder ?? []).map(({ cells }) => cells).filter(isTrue);
  const found = whole.length > 0 || alongColumns.length === 0 ? whole : withFirstRow().filter(isTrue);
  const [first] = found;
  if (first === undefined) return null;
  const agreed = first.map((index, cell) =>
    found.every((each) => values[each[cell] ?? -1]?.text === values[index]?.text) ? index : null,
  );
  return all(agreed, hasSums);

  /**
   * Readings whose first row comes in any order, as where programs write its figures together with the labels above them: each column needs the one
   * that balances it.
   */
  function withFirstRow(): (readonly number[])[] {
    const balance = alongColumns.find((sum) => sum.left.includes(0));
    if (balance === undefined) return [];
    return (readingsOf(1) ?? []).flatMap(({ cells }) => {
      const free = cells.slice(0, columns);
      const row = Array.from({ length: columns }, (_, column) => {
        const at = (index: number) =>
          index === 0 ? 0 : (numbers[cells[index * columns + column] ?? -1] ?? 0);
        const needed = -excess(balance, at);
        const found = free.findIndex((index) => Math.abs((numbers[index] ?? 0) - needed) < 1e-6);
        return found === -1 ? null : (free.splice(found, 1)[0] ?? null);
      });
      return row.every((each) => each !== null) ? [[...row, ...cells.slice(columns)]] : [];
    });
  }

  /** The readings that one wrong cell may break; where these are too many to tell, those that break nothing. */
  function readingsOf(from: number): Reading[] | null {
    const all = choice === 'unbroken' ? null : readingsWithin(mostBroken, from);
    if (all !== null || !hasSums) return all;
    const unbroken = readingsWithin(0, from);
    return unbroken?.length === 0 ? null : unbroken;
  }

  /** All readings that break no more than so many sums, without those of the first rows, which are taken as they come; `null`: too many. */
  function readingsWithin(most: number, from: number): Reading[] | null {
    const states = Array.from({ length: rows + 1 }, () => new Map<string, Reading>());
    const opening = Array.from({ length: from * columns }, (_, index) => index);
    states[from]?.set('', { cells: opening, brokenRows: 0, broken: 0 });
    const sums = alongColumns.filter(
      ({ left, right }) => from === 0 || ![...left, ...right].some((index) => index < from),
    );
    for (let row = from; row <= rows; row += 1) {
      const here = [...(states[row] ?? [])].map(([key, reading]) => ({
        key,
        ...reading,
        broken: reading.brokenRows + leastBroken(reading.cells, numbers, columns, sums),
      }));
      const alive = here.filter((each) => each.broken <= most);
      if (alive.length > mostReadings) return null;
      if (row === rows) return alive;
      for (const { cells, key: text, broken } of bands[row] ?? []) {
        const reached = states[row + cells.length / columns];
        for (const before of alive) {
          const key = `${before.key} ${text}`;
          if (before.brokenRows + broken <= most && reached?.has(key) !== true)
            reached?.set(key, {
              cells: [...before.cells, ...cells],
              brokenRows: before.brokenRows + broken,
              broken: 0,
            });
        }
      }
    }
    return null;
  }
}

/**
 * For each row all the ways in which it and some rows below it can stand otherwise than one behind the other, as far as that makes a difference: the
 * indexes of their figures, row by row.
 */
function bandsOf(
  values: readonly FlowValue[],
  numbers: readonly (number | null)[],
  { rows, columns, alongRows }: Form,
): number[][][] {
  const kinds = [
    partsOf(values, rows, columns),
    placesOf(values, rows, columns),
    uniformOf(values, rows, columns),
    nestedOf(values, numbers, rows, columns, alongRows),
  ];
  const isPlain = (cells: readonly number[], row: number) =>
    cells.every((index, i) => values[index]?.text === values[row * columns + i]?.text) &&
    cells.every((_, i) => i % columns > 0 || startsRow(values, row + i / columns, columns));
  return Array.from({ length: rows }, (_, row) =>
    kinds.flatMap((each) => each[row] ?? []).filter((cells) => !isPlain(cells, row)),
  );
}
