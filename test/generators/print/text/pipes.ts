import * as fc from 'fast-check';
import { gridOf, type Sheet } from '../sheet.js';

export interface PipeStyle {
  /** Positions covered by a span: left where they are, or moved behind the last cell as bare pipes. */
  spanned: 'inPlace' | 'behind';
  leading: boolean;
  trailing: boolean;
  /** With or without spaces around the pipes. */
  tight: boolean;
  /** Empty pipes behind every row beyond the width of the table. */
  flood: number;
  /** Rows at which a page begins and the group labels in force are printed again. */
  pages: number[];
}

export const pipeStyles: fc.Arbitrary<PipeStyle> = fc.record({
  spanned: fc.constantFrom('behind', 'inPlace'),
  leading: fc.boolean(),
  trailing: fc.boolean(),
  tight: fc.boolean(),
  flood: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.constantFrom(3, 240) },
  ),
  pages: fc.array(fc.integer({ min: 5, max: 26 }), { maxLength: 2 }),
});

/** A blank first cell shows only between two pipes. */
export function keepsPipeColumns(style: PipeStyle): boolean {
  return style.leading && style.spanned === 'inPlace' && style.trailing && style.flood === 0;
}

function rowOf(texts: readonly string[], width: number, style: PipeStyle): string {
  const between = style.tight ? '|' : ' | ';
  const missing = Math.max(0, width - texts.length) + style.flood;
  const closing = style.trailing ? (style.tight ? '|' : ' |') : '';
  const fillers = missing === 0 ? '' : (style.tight || !style.trailing ? '' : ' ') + '|'.repeat(missing);
  return (style.leading ? (style.tight ? '|' : '| ') : '') + texts.join(between) + closing + fillers;
}

/** Rows of cells between pipes, with ragged runs of pipes at the end. */
export function pipeRows(sheet: Sheet, style: PipeStyle): string {
  const pages = sheet.table === 't3' ? style.pages : [];
  return gridOf(sheet)
    .map((row, index) => {
      const texts = row.flatMap(({ cell, down, right }) => {
        if (down === 0 && right === 0) return [cell.text];
        if (right === 0 && down > 0 && cell.label && pages.includes(index)) return [cell.text];
        return style.spanned === 'inPlace' ? [''] : [];
      });
      return rowOf(texts, sheet.columns, style);
    })
    .join('\n');
}
