import * as fc from 'fast-check';
import { cellsOfForm, type CellAddress, type FormEdition } from '../../../src/model/index.js';
import type { ReportModel } from '../report.js';

/** Cells that stand in some equation of the form. */
export function boundCells(form: FormEdition): CellAddress[] {
  const tables = new Set(form.relations.map((relation) => relation.table));
  return cellsOfForm(form)
    .map((cell) => cell.address)
    .filter((address) => tables.has(address.split('.')[0] ?? ''));
}

export interface Slip {
  cell: CellAddress;
  from: number;
  to: number;
}

/** What a clerk's slip makes of a number: one more or less, a digit doubled, dropped or swapped, a zero too many. */
function slipsOf(value: number): number[] {
  const digits = String(value);
  const swapped =
    digits.length > 1 ? Number(digits.slice(0, -2) + digits.slice(-1) + digits.slice(-2, -1)) : value;
  const made = [
    value + 1,
    value - 1,
    value + 10,
    value * 10,
    Number(digits + digits.slice(-1)),
    Number(digits.slice(1) || '0'),
    swapped,
  ];
  return [...new Set(made)].filter((each) => each >= 0 && each !== value);
}

/** One cell of an otherwise balanced report changed. */
export function slips(report: ReportModel): fc.Arbitrary<{ report: ReportModel; slip: Slip }> {
  return fc.constantFrom(...boundCells(report.form)).chain((cell) => {
    const from = report.values[cell] ?? 0;
    return fc.constantFrom(...slipsOf(from)).map((to) => ({
      report: { ...report, values: { ...report.values, [cell]: to } },
      slip: { cell, from, to },
    }));
  });
}
