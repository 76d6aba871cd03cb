import * as fc from 'fast-check';
import { gridOf, type Sheet } from '../sheet.js';

export interface LineStyle {
  /** What stands before and after each cell on its line. */
  around: [before: string, after: string];
  betweenCells: '' | '\n';
  /** Between rows; the line break of the last cell comes first. */
  betweenRows: '' | '\n' | '\n\n' | '|\n';
  /** Whether a position covered by a cell further up has an empty line of its own. */
  covered: boolean;
  /** Spaces before the figures. */
  padding: '' | '　　' | ' \u00a0  ';
}

export const lineStyles: fc.Arbitrary<LineStyle> = fc.record({
  around: fc.constantFrom<[string, string]>(
    ['\t', ''],
    ['', ''],
    ['', ' |'],
    ['', '\n|'],
    ['| ', ''],
    ['|\n', ''],
    ['', '\t'],
  ),
  betweenCells: fc.constantFrom('', '\n'),
  betweenRows: fc.constantFrom('\n', '', '\n\n', '|\n'),
  covered: fc.boolean(),
  padding: fc.constantFrom('', '　　', ' \u00a0  '),
});

/** A blank figure shows only where each cell has a mark of its own and rows are set apart. */
export function showsEmptyLines(style: LineStyle): boolean {
  const [before, after] = style.around;
  return before + after !== '' && style.betweenCells === '' && style.betweenRows.startsWith('\n');
}

/** One cell per line. */
export function cellLines(sheet: Sheet, style: LineStyle): string {
  const [before, after] = style.around;
  return gridOf(sheet)
    .map((row) =>
      row
        .filter(({ down, right }) => right === 0 && (down === 0 || style.covered))
        .map(({ cell, down }) => {
          const text = down > 0 ? '' : cell.label ? cell.text : style.padding + cell.text;
          return `${before}${text}${after}\n`;
        })
        .join(style.betweenCells),
    )
    .join(style.betweenRows);
}
