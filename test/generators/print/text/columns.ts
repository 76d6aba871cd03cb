import * as fc from 'fast-check';
import { gridOf, type Sheet } from '../sheet.js';
import { padCentre, padEnd, widthOf } from './width.js';

/** Expands a sheet to texts per position: covered positions are empty, line breaks kept. */
function textsOf(sheet: Sheet): string[][] {
  return gridOf(sheet).map((row) =>
    row.map(({ cell, down, right }) => (down + right === 0 ? cell.text : '')),
  );
}

export interface LynxStyle {
  indent: number;
  /** lynx counts characters; other dumps count terminal columns. */
  measure: 'characters' | 'columns';
}

export const lynxStyles: fc.Arbitrary<LynxStyle> = fc.record({
  indent: fc.constantFrom(3, 0, 6),
  measure: fc.constantFrom('characters', 'columns'),
});

/**
 * Columns aligned by spaces, one between them, as text browsers dump tables: a header cell with a line break in it breaks
 * the line, and a label that spans columns runs over them.
 */
export function lynxTable(sheet: Sheet, style: LynxStyle): string {
  const measure = style.measure === 'columns' ? widthOf : (text: string): number => [...text].length;
  const grid = gridOf(sheet);
  const widths = Array.from({ length: sheet.columns }, (_, column) =>
    Math.max(
      1,
      ...sheet.cells
        .filter((cell) => cell.column === column && cell.columnSpan === 1 && !cell.text.includes('\n'))
        .map((cell) => measure(cell.text)),
    ),
  );
  // Spanning labels must fit over their columns; the last one gives way.
  for (const cell of sheet.cells.filter((each) => each.columnSpan > 1 && !each.text.includes('\n'))) {
    const last = cell.column + cell.columnSpan - 1;
    const room = widths.slice(cell.column, last + 1).reduce((all, each) => all + each + 1, -1);
    widths[last] = (widths[last] ?? 1) + Math.max(0, measure(cell.text) - room);
  }
  const margin = ' '.repeat(style.indent);
  return grid
    .map((row) => {
      const breaks = row.some(({ cell, down, right }) => down + right === 0 && cell.text.includes('\n'));
      if (breaks) {
        const texts = row.filter(({ down, right }) => down + right === 0).map(({ cell }) => cell.text);
        return margin + texts.join(' ').replaceAll('\n', `\n${margin}`);
      }
      let line = '';
      let start = 0;
      for (const [column, { cell, down, right }] of row.entries()) {
        if (down + right === 0) {
          line += ' '.repeat(Math.max(0, start - measure(line))) + cell.text;
        }
        start += (widths[column] ?? 1) + 1;
      }
      return (margin + line).trimEnd();
    })
    .join('\n');
}

export interface PandocStyle {
  /** `simple`: one line per row between two rules; `multiline`: blank lines between rows, cells of several lines, centred. */
  kind: 'simple' | 'multiline';
}

export const pandocStyles: fc.Arbitrary<PandocStyle> = fc.record({
  kind: fc.constantFrom('simple', 'multiline'),
});

/** Columns under rules of dashes, as pandoc writes tables that have no single header row. */
export function pandocTable(sheet: Sheet, style: PandocStyle): string {
  const texts = textsOf(sheet).map((row) =>
    row.map((text) => (style.kind === 'simple' ? [text.replaceAll('\n', '')] : text.split('\n'))),
  );
  const widths = Array.from({ length: sheet.columns }, (_, column) =>
    Math.max(10, ...texts.flatMap((row) => (row[column] ?? []).map((line) => widthOf(line) + 2))),
  );
  const rule = `  ${widths.map((width) => '-'.repeat(width)).join(' ')}`;
  const rows = texts.map((row) => {
    const height = Math.max(...row.map((lines) => lines.length));
    return Array.from({ length: height }, (_, at) => {
      const cells = row.map((lines, column) => {
        const pad = style.kind === 'multiline' && column >= 3 ? padCentre : padEnd;
        return pad(lines[at] ?? '', widths[column] ?? 10);
      });
      return `  ${cells.join(' ')}`;
    }).join('\n');
  });
  return [rule, rows.join(style.kind === 'multiline' ? '\n\n' : '\n'), rule].join('\n');
}

export interface MarkdownStyle {
  /** Covered positions as empty cells, or left out. */
  covered: boolean;
  aligned: boolean;
}

export const markdownStyles: fc.Arbitrary<MarkdownStyle> = fc.record({
  covered: fc.boolean(),
  aligned: fc.boolean(),
});

/** A Markdown table; its rule stands below the first row whatever the header is. */
export function markdownTable(sheet: Sheet, style: MarkdownStyle): string {
  const grid = gridOf(sheet);
  const rows = grid.map((row) =>
    row
      .filter(({ down, right }) => style.covered || down + right === 0)
      .map(({ cell, down, right }) => (down + right === 0 ? cell.text.replaceAll('\n', '<br>') : '')),
  );
  const widths = Array.from({ length: sheet.columns }, (_, column) =>
    Math.max(3, ...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  const lineOf = (texts: string[]): string =>
    `| ${texts.map((text, column) => (style.aligned ? padEnd(text, widths[column] ?? 3) : text)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => (style.aligned ? '-'.repeat(width) : '---')).join(' | ')} |`;
  const [first = [], ...others] = rows;
  return [lineOf(first), rule, ...others.map(lineOf)].join('\n');
}
