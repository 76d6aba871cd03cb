import type {
  Cell,
  CellAddress,
  FormEdition,
  Lang,
  RegisterDifference,
  RegisterRow,
  RegisterTables,
  Unclassified,
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
  return cellLabels(forms, editionOf(forms, tables.year), t);
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

export function rowsText(rows: readonly RegisterRow[], t: Translate, most = mostRows): string {
  const shown = rows.slice(0, most).join(t('pretty.list'));
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
