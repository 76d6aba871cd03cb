import * as z from 'zod';
import type { Cell, Section } from '../../model/index.js';
import { known, unknown } from '../value.js';
import { defineFact } from './fact.js';

/** Lines of nothing but a figure, or lines of several, that a part without its table holds at most. */
const fewestFigures = 5;
const figures = /(?:^|[\s|])\d{1,9}(?=[\s|]|$)/g;

function holdsFigures({ passages }: Section): boolean {
  const found = passages.map(({ source }) => source.match(figures)?.length ?? 0);
  return found.reduce((total, each) => total + each, 0) >= fewestFigures;
}

const isFilled = (cell: Cell | undefined): boolean =>
  cell !== undefined && (cell.value !== null || cell.state === 'placeholder' || cell.state === 'text');

export const table = defineFact({
  name: 'table',
  summary: {
    'zh-CN':
      '表格中填有数字或“无”“/”等占位符的单元格数（content: numbers），或识别出的子表数（content: blocks）。',
    en: 'Cells of the table with a number or a mark in its place (content: numbers), or sub-tables of it that were found (content: blocks).',
  },
  params: z.strictObject({ table: z.string().regex(/^t\d+$/), content: z.enum(['numbers', 'blocks']) }),
  result: 'number',
  selectors: () => [],
  prepare: ({ table: id, content }, view) => {
    if (!view.blocks.some((each) => each.table.id === id)) return null;
    const addresses = [...view.cells.values()]
      .filter((cell) => cell.table === id)
      .map((cell) => cell.address);
    const title = view.blocks.find((each) => each.table.id === id)?.table;
    return ({ report, textLost, section }) => {
      const found = report.layout.blocks.filter((each) => each.table === id && each.found);
      if (content === 'blocks') {
        const part = title === undefined ? undefined : section(title.section)?.section;
        // A picture or an attachment may hold the table that the text lacks, and bare figures are a table that was not recognised.
        const hidden = part !== undefined && (part.asides.length > 0 || holdsFigures(part));
        return known(found.length, { sure: !textLost && !hidden });
      }
      if (found.length === 0) return unknown('table-missing', addresses);
      const numbers = addresses.filter((address) => isFilled(report.cells[address]));
      const unreadable = addresses.filter((address) => report.cells[address]?.state === 'unreadable');
      if (numbers.length === 0 && unreadable.length > 0) return unknown('cell-unreadable', unreadable);
      return known(numbers.length, { cells: numbers, sure: unreadable.length === 0 });
    };
  },
});
