import { isSure, type Cell, type CellAddress, type Report } from '../model/index.js';
import type { FormCells } from './repairs/form-cells.js';
import type { Constraint } from './repairs/system.js';

/** What the reader of the document, rather than the agency, may have got wrong. */
export type Misreading = 'unsure' | 'splitCell' | 'shiftedRow';

/** Another reading of one row. */
interface Reading {
  kind: Misreading;
  values: ReadonlyMap<CellAddress, number | null>;
  /** How many failed equations it has to put right before it is believed, not counting the one that told it a number. */
  needed: number;
  source: Constraint | null;
}

/**
 * Why the failed equations may be a misreading: none of them is between cells that were all read with certainty, or another reading of a row puts
 * them right and breaks no equation. Where the document has real cells, a row cannot be misread like that.
 */
export function misreadingOf(
  cells: readonly CellAddress[],
  failed: readonly Constraint[],
  all: readonly Constraint[],
  report: Report,
  form: FormCells,
): Misreading | null {
  const isUnsure = (cell: CellAddress) => report.cells[cell] !== undefined && !isSure(report.cells[cell]);
  // An equation that fails between figures which were all read surely fails in the document, whatever else is not sure.
  const isOpen = failed.every(({ terms }) => terms.some(({ cell }) => isUnsure(cell)));
  if (isOpen && cells.some(isUnsure)) return 'unsure';
  const touched = new Set(failed.flatMap(({ terms }) => terms.map(({ cell }) => cell)));
  for (const sum of all) {
    const row = form.rowOf(sum.terms[0]?.cell ?? '');
    // A row that adds up has not been misread.
    if (sum.state === 'holds' || !isWithin(sum, row) || !row.some((cell) => touched.has(cell))) continue;
    if (row.some((cell) => hasPlace(report.cells[cell]))) continue;
    const found = readingsOf(row, all, report).find((each) => putsRight(each, failed, all, report));
    if (found !== undefined) return found.kind;
  }
  return null;
}

/** Whether the document itself says in which cell the number stands. */
function hasPlace(cell: Cell | undefined): boolean {
  const { cell: inRow, ref, path } = cell?.at ?? {};
  return inRow !== undefined || ref !== undefined || path !== undefined;
}

/** Whether the equation is one of the row itself. */
function isWithin({ terms }: Constraint, row: readonly CellAddress[]): boolean {
  return terms.every(({ cell }) => row.includes(cell));
}

function readingsOf(row: readonly CellAddress[], all: readonly Constraint[], report: Report): Reading[] {
  const read = row.map((cell) => report.cells[cell]?.value ?? null);
  return [...joined(row, read), ...[1, -1].map((by) => moved(row, read, by, all))];
}

/** Two neighbouring digits taken as one number. */
function joined(row: readonly CellAddress[], read: readonly (number | null)[]): Reading[] {
  return row.flatMap((cell, index) => {
    const [left, right, next] = [read[index], read[index + 1], row[index + 1]];
    if (!isDigit(left) || left === 0 || !isDigit(right) || next === undefined) return [];
    const values = new Map([
      [cell, left * 10 + right],
      [next, 0],
    ]);
    return [{ kind: 'splitCell', values, needed: 1, source: null }];
  });
}

function isDigit(value: number | null | undefined): value is number {
  return value !== null && value !== undefined && Number.isInteger(value) && value >= 0 && value <= 9;
}

/** The row moved by one column; the number that fell out of it is the one that makes the row add up. */
function moved(
  row: readonly CellAddress[],
  read: readonly (number | null)[],
  by: number,
  all: readonly Constraint[],
): Reading {
  const values = new Map(row.map((cell, index) => [cell, read[index + by] ?? null]));
  const lost = (by > 0 ? row.at(-1) : row[0]) ?? '';
  const source =
    all.find((each) => isWithin(each, row) && each.terms.some(({ cell }) => cell === lost)) ?? null;
  values.set(lost, source === null ? null : solved(source, lost, values));
  return { kind: 'shiftedRow', values, needed: 2, source };
}

function solved(
  { terms }: Constraint,
  lost: CellAddress,
  values: ReadonlyMap<CellAddress, number | null>,
): number | null {
  let rest = 0;
  let own = 1;
  for (const { cell, coefficient } of terms) {
    const value = values.get(cell) ?? null;
    if (cell === lost) own = coefficient;
    else if (value === null) return null;
    else rest += coefficient * value;
  }
  const value = -rest / own;
  return value >= 0 ? value : null;
}

/** Whether the failed equations hold in the other reading, and with them all that it concerns, save what failed for other reasons. */
function putsRight(
  { values, needed, source }: Reading,
  failed: readonly Constraint[],
  all: readonly Constraint[],
  report: Report,
): boolean {
  const sumOf = ({ terms }: Constraint): number | null => {
    let sum = 0;
    for (const { cell, coefficient } of terms) {
      const value = values.has(cell) ? values.get(cell) : report.cells[cell]?.value;
      if (value === null || value === undefined) return null;
      sum += coefficient * value;
    }
    return sum;
  };
  const concerned = all.filter(({ terms }) => terms.some(({ cell }) => values.has(cell)));
  const fixed = concerned.filter((each) => each.state === 'fails' && sumOf(each) === 0);
  const verified = concerned.every(
    (each) => (each.state === 'fails' && !failed.includes(each)) || sumOf(each) === 0,
  );
  if (!verified || !failed.every((each) => fixed.includes(each))) return false;
  return fixed.filter((each) => each !== source).length >= needed;
}
