import { bandsOf } from './bands.js';
import { placedBySums, type FreeRows } from './free-rows.js';
import { beginsLine, startsRow } from './parts.js';
import { brokenAlong, isOneCellWrongAtMost, leastBroken, type Form } from './sums.js';
import type { Choice, SettledCells } from './settled-cells.js';
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
interface Band {
  cells: readonly number[];
  /** The texts of the figures. */
  key: string;
  /** Sums along its rows that do not hold. */
  broken: number;
  /** One of its lines stands elsewhere than the text has it. */
  moved: boolean;
}

/** Rows whose figures come in any order. */
type Free = Pick<FreeRows, 'first' | 'height'>;

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
  const bandOf = (cells: readonly number[]): Band => ({
    cells,
    key: cells.map((each) => values[each]?.text ?? '').join(' '),
    broken: brokenAlong(cells, numbers, columns, alongRows),
    moved: false,
  });
  const parted = bandsOf(values, numbers, form, false);
  const plain = values.map((_, index) => index);
  const isWhole = (index: number) =>
    index % columns === 0
      ? startsRow(values, index / columns, columns)
      : values[index]?.line === values[index - 1]?.line;
  if (choice === 'only' && parted.every((each) => each.length === 0) && plain.every(isWhole))
    return all(plain, false);
  const bands = withPlain(parted);
  const inOrder = readingsOf(bands);
  if (inOrder === null && alongColumns.length === 0) return null;
  const whole = (inOrder ?? []).filter(isTrue);
  const found = whole.length > 0 || alongColumns.length === 0 ? whole : outOfOrder().filter(isTrue);
  const [first] = found;
  if (first === undefined) return null;
  const agreed = first.map((index, cell) =>
    found.every((each) => values[each[cell] ?? -1]?.text === values[index]?.text) ? index : null,
  );
  return all(agreed, hasSums);

  /**
   * Readings in which one line has moved within its row, or all figures of one row or of the first two come in any order, as where programs write
   * them together with the labels around them: each column needs those that balance it.
   */
  function outOfOrder(): (readonly number[])[] {
    const known = bands.map((each) => new Set(each.map(({ key }) => key)));
    const moved = withPlain(bandsOf(values, numbers, form, true)).map((each, row) =>
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

  function withPlain(ways: readonly number[][][]): Band[][] {
    return ways.map((each, row) => {
      const own = startsRow(values, row, columns) ? [plain.slice(row * columns, (row + 1) * columns)] : [];
      const all = [...own, ...each].map(bandOf).filter(({ broken }) => broken <= mostBroken);
      return [...new Map(all.map((band) => [band.key, band])).values()];
    });
  }

  /** The readings that one wrong cell may break; where these are too many to tell, those that break nothing. */
  function readingsOf(bands: readonly (readonly Band[])[], free?: Free): (readonly number[])[] | null {
    const within = (most: number) => readingsWithin(bands, most, free)?.map(({ cells }) => cells) ?? null;
    const all = choice === 'unbroken' ? null : within(mostBroken);
    if (all !== null || !hasSums) return all;
    const unbroken = within(0);
    return unbroken?.length === 0 ? null : unbroken;
  }

  /** All readings that break no more than so many sums, without those over free rows, which are taken as they come; `null`: too many. */
  function readingsWithin(
    bands: readonly (readonly Band[])[],
    most: number,
    { first, height }: Free = { first: rows, height: 0 },
  ): Reading[] | null {
    const states = Array.from({ length: rows + 1 }, () => new Map<string, Reading>());
    states[0]?.set('', { cells: [], brokenRows: 0, broken: 0, moved: false });
    const isFree = (row: number) => row >= first && row < first + height;
    const sums = alongColumns.filter(({ left, right }) => ![...left, ...right].some(isFree));
    const asTheyCome: Band = {
      cells: plain.slice(first * columns, (first + height) * columns),
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
      if (row === rows) return alive;
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
}
