import { isLeftOut, isSure, type CellAddress, type Lang, type MissingReason } from '../../model/index.js';
import { parseTerm } from '../form/address.js';
import type { Context } from './context.js';
import type { FormView } from '../form/form-view.js';
import { termLabel } from '../form/labels.js';
import { known, round, unknown, type FactValue } from '../value.js';

/** One term as written: a cell, or a group of rows by its cells. */
interface Part {
  measure: string;
  coefficient: number;
  cells: readonly CellAddress[];
}

/** A sum of cells as a form has it. */
export interface LinearSum {
  parts: readonly Part[];
  terms: readonly { cell: CellAddress; coefficient: number }[];
  addresses: readonly CellAddress[];
}

/** Reads terms such as `t3.received.total`, `-t3.other.misc.total`, joined by `+` or listed; `null` when the form lacks one of them. */
export function resolveSum(view: FormView, texts: readonly string[]): LinearSum | null {
  const parts: Part[] = [];
  for (const text of texts.flatMap((each) => each.split('+'))) {
    const term = parseTerm(text);
    if (term === null) return null;
    for (const measure of view.members.get(term.cell) ?? [term.cell]) {
      const cells = view.measures.get(measure);
      if (cells === undefined) return null;
      parts.push({ measure, coefficient: term.coefficient, cells });
    }
  }
  const terms = parts.flatMap(({ coefficient, cells }) => cells.map((cell) => ({ cell, coefficient })));
  return { parts, terms, addresses: terms.map((term) => term.cell) };
}

/** Adds the cells up; unknown as soon as one of them has no number. */
export function addUp(sum: LinearSum, context: Context): FactValue {
  let value = 0;
  let sure = true;
  let missing: CellAddress[] | null = null;
  for (const { cell: address, coefficient } of sum.terms) {
    const number = context.numberIn(address);
    if (number === null) (missing ??= []).push(address);
    else {
      value += coefficient * number;
      if (!isSure(context.report.cells[address])) sure = false;
    }
  }
  if (missing !== null) return unknown(worst(missing.map((address) => context.missing(address))), missing);
  return known(round(value), {
    cells: sum.addresses,
    sure,
    name: (lang) => nameOf(sum, round(value), context, lang),
  });
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

const LONGEST_NAME = 3;

/** What stands for the number of cells left out, whatever the sign in them. */
const leftOut = { 'zh-CN': '空白', en: 'blank' } as const;

/** `“一、本年新收…”22 + “二、上年结转…”1 = 23`; a single term without its total, a long sum without its zeros. */
function nameOf({ parts }: LinearSum, total: number, { report, view }: Context, lang: Lang): string {
  const valued = parts.map((part) => ({
    ...part,
    value: round(part.cells.reduce((sum, cell) => sum + (report.cells[cell]?.value ?? 0), 0)),
    left: part.cells.every((cell) => isLeftOut(report.cells[cell])),
  }));
  const telling = valued.filter(({ value }) => value !== 0);
  const shown = valued.length > LONGEST_NAME && telling.length > 0 ? telling : valued;
  const text = shown.map(({ measure, coefficient, value, left }, index) => {
    const sign = coefficient < 0 ? ' − ' : index === 0 ? '' : ' + ';
    const factor = Math.abs(coefficient) === 1 ? '' : `${Math.abs(coefficient)} × `;
    return `${sign}${factor}${termLabel(view, measure)}${lang === 'en' ? ' ' : ''}${left ? leftOut[lang] : value}`;
  });
  const [only] = valued;
  return valued.length === 1 && only?.coefficient === 1 ? text.join('') : `${text.join('')} = ${total}`;
}
