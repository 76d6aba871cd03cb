import { isFilled } from '../../../model/index.js';
import { known, unknown } from '../../value.js';
import { defineFact } from '../fact.js';
import { tracesOf } from './table-traces.js';

export const table = defineFact({
  name: 'table',
  summary: {
    'zh-CN':
      '表格中填有数字或文字的单元格数（content: numbers），或识别出的子表数（content: blocks）；没有读出表格而原文可能另有该表的（见 tableTraces），子表数为未知。',
    en: 'Cells of the table with a number or words (content: numbers), or sub-tables of it that were found (content: blocks); unknown where none was read although the document may have it, see tableTraces.',
  },
  params: (z) =>
    z.strictObject({ table: z.string().regex(/^t\d+$/), content: z.enum(['numbers', 'blocks']) }),
  result: 'number',
  selectors: () => [],
  prepare: ({ table: id, content }, view) => {
    const form = view.blocks.find((each) => each.table.id === id)?.table;
    if (form === undefined) return null;
    const addresses = [...view.cells.values()]
      .filter((cell) => cell.table === id)
      .map((cell) => cell.address);
    return (context) => {
      const { report } = context;
      const found = report.layout.blocks.filter((each) => each.table === id && each.found);
      if (content === 'blocks')
        return found.length === 0 && tracesOf(form, view, context).length > 0
          ? unknown('table-missing')
          : known(found.length);
      if (found.length === 0) return unknown('table-missing', addresses);
      const numbers = addresses.filter((address) => isFilled(report.cells[address]));
      const unreadable = addresses.filter((address) => report.cells[address]?.state === 'unreadable');
      if (numbers.length === 0 && unreadable.length > 0) return unknown('cell-unreadable', unreadable);
      return known(numbers.length, { cells: numbers, sure: unreadable.length === 0 });
    };
  },
});
