import { beginning, further } from '../../positions.js';
import { firstFigureOf, listOf, range, type List, type RowIndex } from '../indexes.js';
import type { Figures } from '../values.js';
import type { FreeRows } from './free-rows.js';
import { startsRow, type Ways } from './parts.js';
import { brokenAlong, leastBroken, type Cells, type Form, type Numbers } from './settle/sums.js';

/** Rows read so far. */
interface Reading {
  cells: Cells;
  /** Sums along its rows that do not hold. */
  brokenRows: number;
  /** Sums of any kind that do not hold whatever follows. */
  broken: number;
  /** One line has moved; were it several, columns could change places. */
  moved: boolean;
}

/** Some rows read in one way, row by row. */
export interface Band {
  cells: Cells;
  /** The texts of the figures. */
  key: string;
  /** Sums along its rows that do not hold. */
  broken: number;
  /** One of its lines stands elsewhere than the text has it. */
  moved: boolean;
}

/** For each row the bands that begin with it. */
export type Bands = List<RowIndex, readonly Band[]>;

/** Rows whose figures come in any order. */
export type Free = Pick<FreeRows, 'first' | 'height'>;

/** Readings looked at together; more are not told apart. */
const mostReadings = 500;
/** A wrong cell breaks the sum of its row and two of its column. */
export const mostBroken = 3;

/** For each row the bands that begin with it, the row as it comes among them, without those that no single wrong cell explains. */
export function bandsFrom(
  ways: Ways,
  values: Figures,
  numbers: Numbers,
  { columns, alongRows }: Form,
): Bands {
  return ways.map((each, row) => {
    const plain: Cells = listOf(range(firstFigureOf(row, columns), columns));
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
  bands: Bands,
  numbers: Numbers,
  { rows, columns, alongColumns }: Form,
  most: number,
  { first, height }: Free = { first: further(beginning, rows), height: 0 },
): Cells[] | null {
  const states = Array.from({ length: rows + 1 }, () => new Map<string, Reading>());
  states[0]?.set('', { cells: listOf([]), brokenRows: 0, broken: 0, moved: false });
  const isFree = (row: RowIndex) => row >= first && row < first + height;
  const sums = alongColumns.filter(({ left, right }) => ![...left, ...right].some(isFree));
  const asTheyCome: Band = {
    cells: listOf(range(firstFigureOf(first, columns), height * columns)),
    key: '',
    broken: 0,
    moved: false,
  };
  for (let row: RowIndex = beginning; row <= rows; row++) {
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
            cells: listOf([...before.cells, ...cells]),
            brokenRows: before.brokenRows + broken,
            broken: 0,
            moved: moved || before.moved,
          });
      }
    }
  }
  return null;
}
