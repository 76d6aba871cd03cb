import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';

import type { Block } from '../../../model/index.js';
import { blocksOf } from './blocks.js';
import type { Glyph, Page, Rule, Turn } from './page.js';

const width = 595;
const height = 842;

function pageOf(number: number, glyphs: Glyph[], horizontal: Rule[], vertical: Rule[]): Page {
  return {
    number,
    width,
    height,
    glyphs,
    rules: { horizontal, vertical },
    pictures: [],
    invisible: 0,
    unit: 1,
    turned: 0,
  };
}

function glyphAt(text: string, left: number, top: number, size: number, run = 0, turn: Turn = 0): Glyph {
  return { text, left, top, right: left + size / 2, bottom: top + size, size, turn, run };
}

const textsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.flatMap((row) => row.map((cell) => cell.text))
      : block.kind === 'paragraph'
        ? [block.text]
        : [],
  );

const letters = (text: string): string[] => [...text.replace(/\s/g, '')].sort();

describe('every page', () => {
  const coordinate = fc.integer({ min: 0, max: 80 }).map((step) => step * 10);
  const glyph = fc
    .tuple(
      fc.constantFrom(...'0123456789表件'),
      coordinate,
      coordinate,
      fc.constantFrom(8, 10, 18),
      fc.integer({ min: 0, max: 5 }),
      fc.constantFrom<Turn>(0, 0, 0, 1, 3),
    )
    .map(([text, left, top, size, run, turn]) => glyphAt(text, left, top, size, run, turn));
  const rule = fc
    .tuple(coordinate, coordinate, fc.integer({ min: 0, max: 500 }))
    .map(([at, from, length]): Rule => ({ at, from, to: from + length }));
  const pages = fc.array(
    fc.tuple(
      fc.array(glyph, { maxLength: 60 }),
      fc.array(rule, { maxLength: 20 }),
      fc.array(rule, { maxLength: 20 }),
    ),
    { minLength: 1, maxLength: 3 },
  );

  test.prop([pages])('yields no character that is not drawn, and none twice', (drawn) => {
    const blocks = blocksOf(
      drawn.map(([glyphs, horizontal, vertical], index) => pageOf(index + 1, glyphs, horizontal, vertical)),
    );
    const left = letters(drawn.flatMap(([glyphs]) => glyphs.map((each) => each.text)).join(''));
    for (const letter of letters(textsOf(blocks).join(''))) {
      expect(left).toContain(letter);
      left.splice(left.indexOf(letter), 1);
    }
  });

  test.prop([pages])('is read the same whatever the order of its lines', (drawn) => {
    const read = (turned: boolean): Block[] =>
      blocksOf(
        drawn.map(([glyphs, horizontal, vertical], index) =>
          pageOf(
            index + 1,
            glyphs,
            turned ? horizontal.toReversed() : horizontal,
            turned ? vertical.toReversed() : vertical,
          ),
        ),
      );
    expect(read(true)).toEqual(read(false));
  });
});

/** A table cut into cells: each takes a rectangle of the grid that is still free. */
const layouts = fc
  .tuple(
    fc.integer({ min: 2, max: 6 }),
    fc.integer({ min: 2, max: 6 }),
    fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), {
      minLength: 36,
      maxLength: 36,
    }),
  )
  .map(([rows, columns, wishes]) => {
    const taken = new Set<string>();
    const cells: { row: number; column: number; rowSpan: number; columnSpan: number }[] = [];
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        if (taken.has(`${String(row)} ${String(column)}`)) continue;
        const [down, across] = wishes[cells.length] ?? [1, 1];
        const isFree = (span: number) =>
          column + span <= columns && !taken.has(`${String(row)} ${String(column + span - 1)}`);
        let columnSpan = 1;
        while (columnSpan < across && isFree(columnSpan + 1)) columnSpan++;
        const rowSpan = Math.min(down, rows - row);
        for (let y = row; y < row + rowSpan; y++)
          for (let x = column; x < column + columnSpan; x++) taken.add(`${String(y)} ${String(x)}`);
        cells.push({ row, column, rowSpan, columnSpan });
      }
    }
    return cells;
  });

describe('a ruled table', () => {
  const pitch = { x: 60, y: 24 };
  const origin = { x: 50, y: 100 };

  test.prop([layouts, fc.boolean(), fc.integer({ min: 0, max: 2 })])(
    'comes back cell by cell, however its lines are drawn',
    (cells, pieces, shift) => {
      const horizontal: Rule[] = [];
      const vertical: Rule[] = [];
      const glyphs: Glyph[] = [];
      for (const [index, { row, column, rowSpan, columnSpan }] of cells.entries()) {
        const [left, right] = [origin.x + column * pitch.x, origin.x + (column + columnSpan) * pitch.x];
        const [top, bottom] = [origin.y + row * pitch.y, origin.y + (row + rowSpan) * pitch.y];
        // Neighbouring cells draw their common border twice, perhaps a little apart.
        horizontal.push(
          { at: top + shift * 0.4, from: left, to: right },
          { at: bottom - shift * 0.4, from: left, to: right },
        );
        vertical.push(
          { at: left + shift * 0.4, from: top, to: bottom },
          { at: right - shift * 0.4, from: top, to: bottom },
        );
        if (pieces) horizontal.push({ at: top, from: left, to: (left + right) / 2 });
        for (const [place, digit] of [...String(index)].entries())
          glyphs.push(glyphAt(digit, left + 10 + place * 5, top + 6, 10, index));
      }
      // A grid line at which no cell begins or ends is not drawn: the table has as many columns and rows as there are lines.
      const lines = (ends: number[]) => [...new Set(ends)].sort((one, other) => one - other);
      const xs = lines(cells.flatMap(({ column, columnSpan }) => [column, column + columnSpan]));
      const ys = lines(cells.flatMap(({ row, rowSpan }) => [row, row + rowSpan]));
      const expected = ys.slice(1).map((): string[] => []);
      for (const [index, { row, column, rowSpan, columnSpan }] of cells.entries()) {
        const [left, top] = [xs.indexOf(column), ys.indexOf(row)];
        const [across, down] = [xs.indexOf(column + columnSpan) - left, ys.indexOf(row + rowSpan) - top];
        expected[top]?.push(`${String(left)}+${String(across)} v${String(down)}: ${String(index)}`);
      }
      // A single column is no table.
      fc.pre(xs.length > 2);
      const [table, ...others] = blocksOf([pageOf(1, glyphs, horizontal, vertical)]);
      expect(others).toEqual([]);
      expect(
        table?.kind === 'table'
          ? table.rows.map((row) =>
              row.map(
                ({ column, columnSpan, rowSpan, text }) =>
                  `${String(column)}+${String(columnSpan)} v${String(rowSpan)}: ${text}`,
              ),
            )
          : table,
      ).toEqual(expected);
    },
  );
});
