import type { FreeRows } from './free-rows.js';
import { startsRow } from './parts.js';
import { brokenAlong, leastBroken, type Form } from './settle/sums.js';
import type { FlowValue } from '../values.js';

/** Rows read so far: for each cell, row by row, the index of its figure. */
interface Reading {
  cells: readonly number[];
  /** Sums along its rows that do not hold. */
  brokenRows: number;
  /** Sums of any kind that do not hold whatever follows. */
  broken: number;
  /** One line has moved; were it several, columns could change places. */
  moved: boolean;
}

/** Some rows read in one way, row by row. */
export interface Band {
  cells: readonly number[];
  /** The texts of the figures. */
  key: string;
  /** Sums along its rows that do not hold. */
  broken: number;
  /** One of its lines stands elsewhere than the text has it. */
  moved: boolean;
}

/** Rows whose figures come in any order. */
export type Free = Pick<FreeRows, 'first' | 'height'>;

/** Readings looked at together; more are not told apart. */
const mostReadings = 500;
/** A wrong cell breaks the sum of its row and two of its column. */
export const mostBroken = 3;

/** For each row the bands that begin with it, the row as it comes among them, without those that no single wrong cell explains. */
export function bandsFrom(
  ways: readonly number[][][],
  values: readonly FlowValue[],
  numbers: readonly (number | null)[],
  { columns, alongRows }: Form,
): Band[][] {
  return ways.map((each, row) => {
    const plain = Array.from({ length: columns }, (_, i) => row * columns + i);
    const all = [...(startsRow(values, row, columns) ? [plain] : []), ...each]
      .map((cells): Band => ({
        cells,
        key: cells.map((index) => values[index]?.text ?? '').join(' '),
        broken: brokenAlong(cells, numbers, columns, alongRows),
        moved: false,
      }))
      .filter(({ broken }) => broken <= mostBroken);
    return [...new Map(all.map((band) => [band.key, band])).values()];
  });
}

/** All readings that break no more than so many sums, without those over free rows, which are taken as they come; `null`: too many. */
export function readingsWithin(
  bands: readonly (readonly Band[])[],
  numbers: readonly (number | null)[],
  { rows, columns, alongColumns }: Form,
  most: number,
  { first, height }: Free = { first: rows, height: 0 },
): (readonly number[])[] | null {
  const states = Array.from({ length: rows + 1 }, () => new Map<string, Reading>());
  states[0]?.set('', { cells: [], brokenRows: 0, broken: 0, moved: false });
  const isFree = (row: number) => row >= first && row < first + height;
  const sums = alongColumns.filter(({ left, right }) => ![...left, ...right].some(isFree));
  const asTheyCome: Band = {
    cells: Array.from({ length: height * columns }, (_, i) => first * columns + i),
    key: '',
    broken: 0,
    moved: false,
  };
  for (let row = 0; row <= rows; row += 1) {
    const here = [...(states[row] ?? [])].map(([key, reading]) => ({
      key,
      ...reading,
      broken: reading.brokenRows + leastBroken(reading.cells, numbers, columns, sums),
    }));
    const alive = here.filter((each) => each.broken <= most);
    if (alive.length > mostReadings) return null;
    if (row === rows) return alive.map(({ cells }) => cells);
    for (const { cells, key: text, broken, moved } of row === first ? [asTheyCome] : (bands[row] ?? [])) {
      const below = row + cells.length / columns;
      if (row < first && below > first) continue;
      const reached = states[below];
      for (const before of alive) {
        if (moved && before.moved) continue;
        const key = `${before.key} ${text}${moved ? ' moved' : ''}`;
        if (before.brokenRows + broken <= most && reached?.has(key) !== true)
          reached?.set(key, {
            cells: [...before.cells, ...cells],
            brokenRows: before.brokenRows + broken,
            broken: 0,
            moved: moved || before.moved,
          });
      }
    }
  }
  return null;
}
