import type { Cell, CellAddress, Report } from '../model/index.js';
import type { FormCells } from './form-cells.js';
import type { Constraint, System } from './system.js';

/** What the reader of the document, rather than the agency, may have got wrong. */
export type Misreading = 'unsure' | 'splitCell' | 'shiftedRow';

/** Another reading of one row. */
interface Reading {
  kind: Misreading;
  values: ReadonlyMap<CellAddress, number | null>;
  /** How many equations, besides that of the row itself, it has to put right before it is believed. */
  needed: number;
}

/** Below this the reader was not sure. */
const SURE = 0.9;

/**
 * Why the failed equations may be a misreading: the cells in question were not read with certainty, or another reading of a row puts
 * all of them right and breaks none. Where the document has real cells, a row cannot be misread like that.
 */
export function misreadingOf(
  cells: readonly CellAddress[],
  failed: readonly Constraint[],
  system: System,
  report: Report,
  form: FormCells,
): Misreading | null {
  if (cells.some((cell) => (report.cells[cell]?.confidence ?? 1) < SURE)) return 'unsure';
  const touched = failed.flatMap(({ terms }) => terms.map(({ cell }) => cell));
  const rows = new Set(touched.map((cell) => form.rowOf(cell)));
  for (const row of rows) {
    if (row.some((cell) => hasPlace(report.cells[cell]))) continue;
    const readings = readingsOf(row, system, report);
    const found = readings.find((each) => putsRight(each, failed, system, report));
    if (found !== undefined) return found.kind;
  }
  return null;
}

/** Whether the document itself says in which cell the number stands. */
function hasPlace(cell: Cell | undefined): boolean {
  const { cell: inRow, ref, path } = cell?.at ?? {};
  return inRow !== undefined || ref !== undefined || path !== undefined;
}

function readingsOf(row: readonly CellAddress[], system: System, report: Report): Reading[] {
  const read = row.map((cell) => report.cells[cell]?.value ?? null);
  const readings: Reading[] = [];
  for (const [index, left] of read.entries()) {
    const right = read[index + 1];
    if (!isDigit(left) || left === 0 || !isDigit(right)) continue;
    const values = new Map([
      [row[index] ?? '', left * 10 + right],
      [row[index + 1] ?? '', 0],
    ]);
    readings.push({ kind: 'splitCell', values, needed: 0 });
  }
  for (const by of [1, -1]) {
    const values = new Map(row.map((cell, index) => [cell, read[index + by] ?? null]));
    // The number that fell out of the row is the one that makes the row add up.
    const lost = by === 1 ? row.at(-1) : row[0];
    if (lost !== undefined) values.set(lost, missingIn(row, values, lost, system));
    readings.push({ kind: 'shiftedRow', values, needed: 2 });
  }
  return readings;
}

function isDigit(value: number | null | undefined): value is number {
  return value !== null && value !== undefined && Number.isInteger(value) && value >= 0 && value <= 9;
}

function missingIn(
  row: readonly CellAddress[],
  values: ReadonlyMap<CellAddress, number | null>,
  lost: CellAddress,
  system: System,
): number | null {
  const sum = system.constraints.find((each) => isWithin(each, row));
  const own = sum?.terms.find(({ cell }) => cell === lost);
  if (sum === undefined || own === undefined) return null;
  let rest = 0;
  for (const term of sum.terms) {
    if (term === own) continue;
    const value = values.get(term.cell) ?? null;
    if (value === null) return null;
    rest += term.coefficient * value;
  }
  const value = -rest / own.coefficient;
  return value >= 0 ? value : null;
}

/** Whether the equation is that of the row itself. */
function isWithin({ terms }: Constraint, row: readonly CellAddress[]): boolean {
  return terms.every(({ cell }) => row.includes(cell));
}

/** Whether all of the failed equations hold in the other reading, and none that held fails. */
function putsRight(
  { values, needed }: Reading,
  failed: readonly Constraint[],
  system: System,
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
  const breaks = system.constraints.some((each) => {
    if (each.state !== 'holds' || !each.terms.some(({ cell }) => values.has(cell))) return false;
    const sum = sumOf(each);
    return sum !== null && sum !== 0;
  });
  if (breaks || !failed.every((each) => sumOf(each) === 0)) return false;
  const row = [...values.keys()];
  return failed.filter((each) => !isWithin(each, row)).length >= needed;
}
