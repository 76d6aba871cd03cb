import { inert } from './tables/layout.js';

export type Value = string | number | null;

/** Signs by which a spreadsheet knows a formula, also in their full-width forms. */
const formula = /^[=+\-@＝＋－＠]./u;

/** Text of a document kept from being a formula when somebody opens, edits or copies it. */
export function harmless(text: string): string {
  const clean = inert(text);
  return formula.test(clean) ? `'${clean}` : clean;
}

function field(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = harmless(value);
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Makes spreadsheets take the file for UTF-8. */
export const byteOrderMark = '\ufeff';

/** One record of a CSV file. */
export function csvLine(values: readonly Value[]): string {
  return `${values.map(field).join(',')}\r\n`;
}
