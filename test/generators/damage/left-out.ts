import * as fc from 'fast-check';
import { cellsOfForm, type CellAddress } from '../../../src/model/index.js';
import type { CellText, Filling } from '../filling.js';
import type { ReportModel } from '../report.js';

/** What agencies leave in place of a zero. */
export const signs = ['', '/', '—', '无'] as const;
export type Sign = (typeof signs)[number];

const left = (sign: Sign): CellText => ({
  text: sign,
  state: sign === '' ? 'blank' : 'placeholder',
  value: null,
});

/** The figures of a report, some cells with a sign in their place. */
export function withSigns(
  { form, values }: ReportModel,
  cells: ReadonlySet<CellAddress>,
  sign: Sign,
): Filling {
  return Object.fromEntries(
    cellsOfForm(form).map(({ address }) => {
      const value = values[address] ?? 0;
      const digits: CellText = { text: String(value), state: 'number', value };
      return [address, cells.has(address) ? left(sign) : digits];
    }),
  );
}

/** Zeros of Tables 3 and 4: all of them or any, at least one. */
export function zerosOf({ form, values }: ReportModel): fc.Arbitrary<Set<CellAddress>> {
  const zeros = cellsOfForm(form)
    .filter(({ table, address }) => table !== 't2' && (values[address] ?? 0) === 0)
    .map(({ address }) => address);
  const all = fc.constant(zeros);
  const some = zeros.length === 0 ? all : fc.subarray(zeros, { minLength: 1 });
  return fc.oneof(all, some).map((cells) => new Set(cells));
}
