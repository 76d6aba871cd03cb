import { namesOfCells } from '../../form/labels.js';
import { isSure } from '../../../model/index.js';
import { known, unknown } from '../../value.js';
import { defineFact } from '../fact.js';

export const restated = defineFact({
  name: 'restated',
  summary: {
    'zh-CN': '同一机关同一年度另有报告时，两者数字不同的单元格个数；没有另外的报告时为未知。',
    en: 'Cells whose numbers differ in another version of the report for the same year; unknown when there is none.',
  },
  params: (z) => z.strictObject({}),
  result: 'number',
  selectors: () => [],
  prepare: (_, view) => (context) => {
    const { versions, earlier } = context.surroundings;
    if (versions.length === 0) return earlier === null ? unknown('no-prior-year') : known(0);
    const cells = [...new Set(versions.flatMap((each) => each.differs))];
    return known(cells.length, {
      cells,
      items: (lang) => namesOfCells(view, cells, lang),
      sure: cells.every((each) => isSure(context.report.cells[each])),
    });
  },
});
