import * as z from 'zod';
import { known, unknown } from '../../value.js';
import { defineFact } from '../fact.js';

export const editions = defineFact({
  name: 'editions',
  summary: {
    'zh-CN': '报告各子表所用统一格式的版本数；没有识别出子表时为未知。',
    en: 'How many editions of the unified form the sub-tables come from; unknown when none was found.',
  },
  params: z.strictObject({}),
  result: 'number',
  selectors: () => [],
  prepare:
    (_, view) =>
    ({ report }) => {
      const tables = new Set(view.edition.tables.map((table) => table.id));
      const found = report.layout.blocks.filter(
        (each) => each.found && each.edition !== null && tables.has(each.table),
      );
      if (found.length === 0) return unknown('table-missing');
      const captions = found.map((each) => {
        const block = view.blocks.find((own) => own.table.id === each.table && own.block.id === each.block);
        return `${block?.block.caption ?? `表${block?.table.section ?? each.table}`}：${each.edition ?? ''}年版`;
      });
      return known(new Set(found.map((each) => each.edition)).size, { items: () => captions });
    },
});
