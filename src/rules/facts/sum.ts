import * as z from 'zod';
import type { Cell, CellAddress, MissingReason } from '../../model/index.js';
import { parseTerm, resolveTerms, type Term } from '../address.js';
import type { Context } from '../context.js';
import type { FormView } from '../form-view.js';
import { cellLabel } from '../labels.js';
import { known, unknown, type FactValue } from '../value.js';
import { defineFact } from './fact.js';

export const terms = z.union([z.string(), z.array(z.string()).min(1)]);

export function listOf(value: string | string[]): string[] {
  return typeof value === 'string' ? [value] : value;
}

/** Whether the cell was surely read as the document has it. */
export function isSure(cell: Cell | undefined): boolean {
  return cell !== undefined && cell.state !== 'unreadable' && cell.confidence >= 0.9;
}

/** Adds the cells up; unknown as soon as one of them has no number. */
export function addUp(list: readonly Term[], addresses: readonly CellAddress[], context: Context): FactValue {
  let value = 0;
  let sure = true;
  let missing: CellAddress[] | null = null;
  for (const { cell: address, coefficient } of list) {
    const cell = context.report.cells[address];
    if (cell === undefined || cell.value === null) (missing ??= []).push(address);
    else {
      value += coefficient * cell.value;
      if (!isSure(cell)) sure = false;
    }
  }
  if (missing !== null) return unknown(worst(missing.map((address) => context.missing(address))), missing);
  return known(round(value), {
    cells: addresses,
    sure,
    name: (lang) => list.map((term, index) => termName(term, index, context.view, lang)).join(''),
  });
}

function termName(term: Term, index: number, view: FormView, lang: 'zh-CN' | 'en'): string {
  const sign = term.coefficient < 0 ? ' − ' : index === 0 ? '' : ' + ';
  const factor = Math.abs(term.coefficient);
  return `${sign}${factor === 1 ? '' : `${factor} × `}${cellLabel(view, term.cell, lang)}`;
}

const order: readonly MissingReason[] = [
  'table-missing',
  'cell-unreadable',
  'cell-absent',
  'cell-text',
  'cell-placeholder',
  'cell-blank',
];

/** The reason to name when several cells are missing for several reasons. */
function worst(reasons: readonly MissingReason[]): MissingReason {
  return order.find((each) => reasons.includes(each)) ?? 'cell-unreadable';
}

/** Decimals of money add up without the noise of binary fractions. */
export function round(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}

export const sum = defineFact({
  name: 'sum',
  summary: {
    'zh-CN':
      '若干单元格之和；前加“-”表示减，前加“0.35*”表示乘以系数；写行组（如 t3.denied.total）即组内各项之和；plus 另加一个常数。任一单元格没有数字时为未知。',
    en: 'Sum of cells; a leading `-` subtracts, `0.35*` multiplies; a group of rows (t3.denied.total) is the sum of its items, `plus` adds a constant. Unknown when one cell has no number.',
  },
  params: z.strictObject({ of: terms, plus: z.number().optional() }),
  result: 'number',
  selectors: ({ of }) => selectorsOf(listOf(of)),
  prepare: ({ of, plus = 0 }, view) => {
    const list = resolveTerms(view, listOf(of));
    if (list === null) return null;
    const addresses = list.map((term) => term.cell);
    return (context) => {
      const total = addUp(list, addresses, context);
      return total.known && plus !== 0 ? { ...total, value: round(Number(total.value) + plus) } : total;
    };
  },
});

/** The addresses inside terms; text that is no term comes back whole, so that the check names it. */
export function selectorsOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.split('+')).map((text) => parseTerm(text)?.cell ?? text);
}
