import { known, unknown } from '../../../value.js';
import { defineFact } from '../../fact.js';

export const editions = defineFact({
  name: 'editions',
  summary: {
    'zh-CN': '报告各子表所用统一格式的版本数；没有识别出子表时为未知。',
    en: 'How many editions of the unified form the sub-tables come from; unknown when none was found.',
  },
  params: (z) => z.strictObject({}),
  result: 'number',
  selectors: () => [],
  prepare:
    (_, view) =>
    ({ report, labelsLost }) => {
      const tables = new Set(view.edition.tables.map((table) => table.id));
      const found = report.layout.blocks.flatMap(({ found, table, block, edition }) =>
        found && edition !== null && tables.has(table)
          ? [{ edition, own: view.blocks.find((each) => each.table.id === table && each.block.id === block) }]
          : [],
      );
      if (found.length === 0) return unknown('table-missing');
      const telling = found.filter(({ own }) => own?.sharedWith.length === 0);
      const captions = telling.map(
        ({ edition, own }) => `${own?.block.caption ?? `表${own?.table.section ?? ''}`}：${edition}年版`,
      );
      const told = new Set((telling.length === 0 ? found : telling).map(({ edition }) => edition));
      return known(told.size, { items: () => captions, sure: !labelsLost });
    },
});
