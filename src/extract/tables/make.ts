import { cutsOf } from './align/by-cutting.js';
import { isProvenRun, type RowSum } from './align/row-sums.js';
import type { RowSlots } from './slots/slots.js';

/** How the rows of one table are made, as far as all of them agree. */
export interface Make {
  /** Where the values of a row may begin behind its label; empty when the rows follow no rule. */
  offsets(row: RowSlots): number[];
  /** Rows are runs of digits, one for each cell, and no cell is left out. */
  runs: boolean;
  /** Cells of the longest row; the empty cells at the end of a shorter one are no sign that the form's cells are empty. */
  width: number;
}

interface Row {
  slots: RowSlots;
  count: number;
  sums: readonly RowSum[];
}

/** Label columns that a table has at most before its values. */
const mostLabelColumns = 4;
/** Rows with every cell filled that a rule needs for its proof. */
const fewestFullRows = 2;
/** So many rows may be runs whose sums do not hold, those of a report with wrong figures, where so many others prove how rows are written. */
const mostWrong = 2;
const fewestProven = 10;

function filledSpan(row: RowSlots): { first: number; last: number } | null {
  const filled = row.slots.flatMap((each, i) => (each.text === '' ? [] : [i]));
  const [first] = filled;
  return first === undefined ? null : { first, last: filled.at(-1) ?? first };
}

/**
 * Finds the rule by which the values of a table stand behind the labels: right behind them, or from a fixed column on. A rule counts when
 * every row allows it and rows without empty cells show it, or when every row has exactly as many cells as columns.
 */
export function makeOf(rows: readonly Row[]): Make {
  const separated = rows
    .filter((each) => each.slots.bounded && (each.slots.kind === 'separated' || each.slots.kind === 'grid'))
    .map(({ slots, count }) => ({ slots, count, span: filledSpan(slots) }));
  const rules: ((row: RowSlots) => number)[] = [() => 0];
  for (let column = 1; column <= mostLabelColumns; column += 1) rules.push((row) => column - row.labelCells);
  const allows = (rule: (row: RowSlots) => number) =>
    separated.every(({ slots, count, span }) => {
      const offset = rule(slots);
      return offset >= 0 && (span === null || (span.first >= offset && span.last < offset + count));
    });
  const full = separated.filter(
    ({ count, span }) => span !== null && count > 1 && span.last - span.first + 1 === count,
  );
  const exact = separated.length > 0 && separated.every(({ slots, count }) => slots.slots.length === count);
  const found = full.length >= fewestFullRows || exact ? rules.filter(allows) : [];
  return {
    offsets: (row) => (row.bounded ? found.map((rule) => rule(row)) : [0]),
    width: Math.max(0, ...full.map(({ slots }) => slots.labelCells + slots.slots.length)),
    runs: areRuns(rows),
  };
}

function areRuns(rows: readonly Row[]): boolean {
  const others: Row[] = [];
  for (const row of rows) {
    if (isProvenRun(row.slots, row.count, row.sums)) continue;
    if (others.length === mostWrong || cutsOf(row.slots, row.count).length === 0) return false;
    others.push(row);
  }
  return rows.length > 0 && (others.length === 0 || rows.length - others.length >= fewestProven);
}
