import {
  feeMeasures,
  type Cell,
  type CellAddress,
  type FormEdition,
  type Lang,
  type RegisterCell,
  type RegisterDifference,
  type RegisterRow,
  type RegisterTables,
  type Unclassified,
} from '../../model/index.js';
import { cellLabels } from '../labels.js';
import type { MessageKey, Translate } from '../translate.js';

/** What is told of registers. */
export interface RegisterView {
  tables: RegisterTables;
  /** `null`: no report was given. */
  differences: RegisterDifference[] | null;
  /** Cells of the report that are held against the registers, and that could not be. */
  compared: number;
  unread: number;
  forms: readonly FormEdition[];
  lang: Lang;
  t: Translate;
}

/** The id of the edition of the form that holds for a year. */
export function editionOf(forms: readonly FormEdition[], year: number): string | null {
  return forms.find(({ years: { from, to } }) => from <= year && year <= (to ?? Infinity))?.id ?? null;
}

export function labelsOf({ tables, forms, t }: RegisterView): (address: CellAddress) => string {
  return figureLabels(cellLabels(forms, editionOf(forms, tables.year), t), t);
}

type Measure = (typeof feeMeasures)[number];
const isMeasure = (address: string): address is Measure => feeMeasures.some((each) => each === address);

/** What cells are called, and fees. */
export function figureLabels(
  labelOf: (address: CellAddress) => string,
  t: Translate,
): (address: CellAddress) => string {
  return (address) => (isMeasure(address) ? t(`register.fee.${address}`) : labelOf(address));
}

/** A fee with its unit. */
export function amountText(measure: string, value: number, t: Translate): string {
  return t(measure === 'fees.notices' ? 'register.feeNotices' : 'register.feeYuan', { value });
}

/** Each fee that the registers give: what it is called, how much it is and the rows behind it. */
export function feesOf({
  tables,
  t,
}: RegisterView): { label: string; amount: string; figure: RegisterCell }[] {
  return feeMeasures.flatMap((measure) => {
    const figure = tables.fees[measure];
    if (figure === undefined) return [];
    return [{ label: t(`register.fee.${measure}`), amount: amountText(measure, figure.value, t), figure }];
  });
}

/** The computed figures as cells of a report. */
export function asCells({ cells }: RegisterTables): Record<CellAddress, Cell> {
  return Object.fromEntries(
    Object.entries(cells).map(([address, { value }]) => [
      address,
      { value, raw: String(value), state: 'number', at: null, confidence: 1, evidence: 'printed' },
    ]),
  );
}

/** Rows that are named in a line. */
const mostRows = 20;

/** Rows with their registration numbers, where they have such. */
export function rowsText(
  rows: readonly RegisterRow[],
  { numbers }: Pick<RegisterTables, 'numbers'>,
  t: Translate,
  most = mostRows,
): string {
  const nameOf = (row: RegisterRow) => {
    const number = numbers[row];
    return number === undefined ? row : t('register.numbered', { row, number });
  };
  const shown = rows.slice(0, most).map(nameOf).join(t('pretty.list'));
  return rows.length > most ? shown + t('register.more', { count: rows.length }) : shown;
}

export function fieldText(field: string | null, t: Translate): string {
  return field === null ? '' : t(`register.field.${field}` as MessageKey);
}

/** What is given of the text: its words, or its length. */
export function contentText({ text, length }: Unclassified, t: Translate): string {
  if (text !== undefined && text !== '') return t('register.text', { text });
  return length === undefined ? '' : t('register.length', { length });
}

export function whyText({ why }: Unclassified, t: Translate): string {
  return t(`register.why.${why}`);
}

export function countedText({ counted }: Unclassified, t: Translate): string {
  return t(counted ? 'register.counted' : 'register.notCounted');
}
