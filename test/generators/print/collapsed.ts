import * as fc from 'fast-check';
import { gridOf, type Sheet } from './sheet.js';

export interface CollapsedStyle {
  separator: ' ' | '\t' | ' | ' | '|' | '　';
}

export const collapsedStyles: fc.Arbitrary<CollapsedStyle> = fc.record({
  separator: fc.constantFrom(' ', '\t', ' | ', '|', '　'),
});

/** All cells in one line, rows not set apart. */
export function collapsedTable(sheet: Sheet, style: CollapsedStyle): string {
  return sheet.cells
    .filter((cell) => cell.text !== '')
    .map((cell) => cell.text.replaceAll('\n', ''))
    .join(style.separator);
}

/** The cells of each row without anything between them. */
export function concatenatedRows(sheet: Sheet): string {
  return gridOf(sheet)
    .map((row) =>
      row.map(({ cell, down, right }) => (down + right === 0 ? cell.text.replaceAll('\n', '') : '')).join(''),
    )
    .join('\n');
}

/** Whether concatenated figures can be told apart: one figure in the row, or nothing but single digits. */
export function tellsDigitsApart(sheet: Sheet): boolean {
  return Array.from({ length: sheet.rows }, (_, row) =>
    sheet.cells.filter((cell) => cell.row === row && !cell.label).map((cell) => cell.text),
  ).every((texts) => texts.length === 1 || texts.every((text) => /^\d$/.test(text)));
}

/** A text whose repeated lines were taken for duplicates and dropped. */
export function withoutRepeatedLines(text: string): string {
  const seen = new Set<string>();
  return text
    .split('\n')
    .filter((line) => {
      const key = line.trim();
      if (key === '' || !seen.has(key)) {
        seen.add(key);
        return true;
      }
      return false;
    })
    .join('\n');
}
