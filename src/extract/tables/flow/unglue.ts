import { beginsLine } from './readings/parts.js';
import { excess, isNothing, type LineSum } from './readings/settle/sums.js';
import { beginning, further } from '../positions.js';
import { listOf, type ColumnIndex, type FigureIndex } from './indexes.js';
import type { Figures, FlowValue } from './values.js';

/** Shorter runs of digits are one figure, unless they begin with a zero. */
const shortestGlued = 6;
/** More ways to part what ran together are not told apart. */
const mostWays = 24;
/** So many figures that ran together at most: rows without any blank between their figures are read one by one. */
const mostGlued = 12;
/** Longer runs of digits are not cut: the figures of a row have fewer. */
const longestGlued = 20;
/** Ways to cut that are tried for one table. */
const mostTrials = 200_000;

const isGlued = ({ text }: FlowValue): boolean =>
  /^\d+$/.test(text) && (text.length >= shortestGlued || /^0\d/.test(text));

/** The ways to cut digits into so many numbers. */
function cuts(digits: string, count: number): string[][] {
  if (count === 1) return digits === '0' || !digits.startsWith('0') ? [[digits]] : [];
  const ways: string[][] = [];
  const longest = digits.startsWith('0') ? 1 : digits.length - count + 1;
  for (let length = 1; length <= longest; length += 1)
    for (const rest of cuts(digits.slice(length), count - 1)) ways.push([digits.slice(0, length), ...rest]);
  return ways;
}

/** What is left to try in one table, so that a hostile text costs no more than a long report. */
interface Budget {
  trials: number;
}

/** The ways to cut the figures of one row that ran together, so that its sums hold; none once the budget is spent. */
function rowWays(
  own: Figures,
  columns: number,
  sums: readonly LineSum<ColumnIndex>[],
  numberOf: (value: FlowValue) => number | null,
  budget: Budget,
): FlowValue[][] {
  let ways: FlowValue[][] = [[]];
  for (const [i, value] of [...own].entries()) {
    const left = own.length - i - 1;
    if (isGlued(value) && value.text.length > longestGlued) return [];
    const next: FlowValue[][] = [];
    const piecesOf = (count: number): FlowValue[][] =>
      isGlued(value)
        ? cuts(value.text, count).map((pieces) => pieces.map((text, at) => pieceOf(value, text, at)))
        : [[value]];
    for (const way of ways) {
      const most = isGlued(value) ? columns - way.length - left : 1;
      for (let count = 1; count <= most; count += 1)
        for (const pieces of piecesOf(count)) {
          budget.trials -= 1;
          if (budget.trials < 0) return [];
          next.push([...way, ...pieces]);
        }
    }
    ways = next;
  }
  return ways.filter(
    (way) =>
      way.length === columns &&
      sums.every((sum) => {
        const at = (column: ColumnIndex) => {
          const value = way[column];
          return value === undefined ? 0 : (numberOf(value) ?? 0);
        };
        return Math.abs(excess(sum, at)) < 1e-6;
      }),
  );
}

const pieceOf = (value: FlowValue, text: string, at: number): FlowValue =>
  at === 0
    ? { ...value, text }
    : { ...value, text, apart: false, before: '', labelled: false, beside: false };

/** The figures of a table of one row that ran together and are one digit each: there are just as many digits as cells. */
export function singleDigits(
  values: Figures,
  { rows, columns }: { rows: number; columns: number },
): Figures | null {
  const [run, second] = values;
  if (rows > 1 || run === undefined || second !== undefined || !isGlued(run)) return null;
  return run.text.length === columns
    ? listOf([...run.text].map((digit, at) => pieceOf(run, digit, at)))
    : null;
}

/**
 * The ways to cut the only run of digits of a table of one row into as many figures as it has cells, so that its sums hold; empty where there are too many.
 */
export function cutRun(
  values: Figures,
  { rows, columns, alongRows }: { rows: number; columns: number; alongRows: readonly LineSum<ColumnIndex>[] },
): Figures[] {
  const [run, second] = values;
  if (rows > 1 || run === undefined || second !== undefined || !isGlued(run)) return [];
  const { text } = run;
  const ways: string[][] = [];
  const budget: Budget = { trials: mostTrials };
  const cut = (from: number, figures: readonly string[]): void => {
    budget.trials -= 1;
    const column = figures.length - 1;
    const ends = alongRows.filter(({ left, right }) => Math.max(...left, ...right) === column);
    const holds = ends.every((sum) => isNothing(excess(sum, (index) => Number(figures[index] ?? 0))));
    if (!holds || budget.trials < 0 || ways.length > mostWays) return;
    const missing = columns - figures.length;
    if (missing === 0) {
      if (from === text.length) ways.push([...figures]);
      return;
    }
    const longest = text[from] === '0' ? 1 : text.length - from - missing + 1;
    for (let length = missing === 1 ? text.length - from : 1; length <= longest; length += 1)
      cut(from + length, [...figures, text.slice(from, from + length)]);
  };
  cut(0, []);
  if (ways.length > mostWays || budget.trials < 0) return [];
  return ways.map((figures) => listOf(figures.map((figure, at) => pieceOf(run, figure, at))));
}

/**
 * The ways to part figures that ran together where their columns are narrow, so that there is one for every cell: in rows that come whole, by the
 * sums of the row. Empty where nothing shows that figures ran together, or the sums leave too many ways.
 */
export function unglued(
  values: Figures,
  { rows, columns, alongRows }: { rows: number; columns: number; alongRows: readonly LineSum<ColumnIndex>[] },
  numberOf: (value: FlowValue) => number | null,
): Figures[] {
  const missing = rows * columns - values.length;
  if (missing <= 0 || missing > mostGlued || alongRows.length === 0 || !values.some(isGlued)) return [];
  /** By how many values were taken, the ways to read the rows so far. */
  let ways: { taken: FigureIndex; read: FlowValue[] }[] = [{ taken: beginning, read: [] }];
  const budget: Budget = { trials: mostTrials };
  for (let row = 0; row < rows; row += 1) {
    ways = ways.flatMap(({ taken, read }) => {
      const left = taken - read.length + missing;
      const below = further(taken, columns);
      const whole = values.slice(taken, below);
      const next = whole.length === columns ? [{ taken: below, read: [...read, ...whole] }] : [];
      for (let count = Math.max(1, columns - left); count < columns; count += 1) {
        const end = further(taken, count);
        const own = values.slice(taken, end);
        if (!own.some(isGlued) || !beginsLine(values, taken) || !beginsLine(values, end)) continue;
        for (const way of rowWays(own, columns, alongRows, numberOf, budget))
          next.push({ taken: end, read: [...read, ...way] });
      }
      return next;
    });
    if (ways.length > mostWays || budget.trials < 0) return [];
  }
  return ways.flatMap(({ taken, read }) => (taken === values.length ? [listOf(read)] : []));
}
