import { isFilled } from '../../../model/index.js';
import { known, unknown } from '../../value.js';
import { defineFact } from '../fact.js';

export const table = defineFact({
  name: 'table',
  summary: {
    'zh-CN': '表格中填有数字或文字的单元格数（content: numbers），或识别出的子表数（content: blocks）。',
    en: 'Cells of the table with a number or words (content: numbers), or sub-tables of it that were found (content: blocks).',
  },
  params: (z) =>
    z.strictObject({ table: z.string().regex(/^t\d+$/), content: z.enum(['numbers', 'blocks']) }),
  result: 'number',
  selectors: () => [],
  prepare: ({ table: id, content }, view) => {
    if (!view.blocks.some((each) => each.table.id === id)) return null;
    const addresses = [...view.cells.values()]
      .filter((cell) => cell.table === id)
      .map((cell) => cell.address);
    return ({ report }) => {
      const found = report.layout.blocks.filter((each) => each.table === id && each.found);
      if (content === 'blocks') return known(found.length);
      if (found.length === 0) return unknown('table-missing', addresses);
      const numbers = addresses.filter((address) => isFilled(report.cells[address]));
      const unreadable = addresses.filter((address) => report.cells[address]?.state === 'unreadable');
      if (numbers.length === 0 && unreadable.length > 0) return unknown('cell-unreadable', unreadable);
      return known(numbers.length, { cells: numbers, sure: unreadable.length === 0 });
    };
  },
});
