import * as z from 'zod';
import type { Cell, CellAddress, Lang, MissingReason } from '../../model/index.js';
import { parseTerm, resolveTerms, type Term } from '../address.js';
import type { Context } from '../context.js';
import { termLabel } from '../labels.js';
import { known, unknown, type FactValue } from '../value.js';
import { defineFact } from './fact.js';

const term = z.string().meta({ complete: 'cell' });

/** One term or several: an address, with a minus or a factor before it. */
export const terms = z.union([term, z.array(term).min(1)]);

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
    name: (lang) => nameOfSum(list, round(value), context, lang),
  });
}

/** `“一、本年新收…”22 + “二、上年结转…”1 = 23`; a single cell without the total. */
function nameOfSum(list: readonly Term[], total: number, { report, view }: Context, lang: Lang): string {
  const terms = list.map(({ cell, coefficient }, index) => {
    const sign = coefficient < 0 ? ' − ' : index === 0 ? '' : ' + ';
    const factor = Math.abs(coefficient) === 1 ? '' : `${Math.abs(coefficient)} × `;
    const space = lang === 'en' ? ' ' : '';
    return `${sign}${factor}${termLabel(view, cell, lang)}${space}${report.cells[cell]?.value ?? ''}`;
  });
  return list.length === 1 && list[0]?.coefficient === 1 ? terms.join('') : `${terms.join('')} = ${total}`;
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
