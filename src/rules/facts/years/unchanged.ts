import { isSure } from '../../../model/index.js';
import { known, unknown } from '../../value.js';
import { earlierReport, isReport } from './earlier-report.js';
import { defineFact } from '../fact.js';

export const unchanged = defineFact({
  name: 'unchanged',
  summary: {
    'zh-CN': '各表非零数字与上年度报告完全相同时，其中不同数值的个数；有任何不同时为0。',
    en: 'How many different values there are among the numbers other than 0, when all of them are those of the year before; 0 when any differs.',
  },
  params: (z) => z.strictObject({}),
  result: 'number',
  selectors: () => [],
  prepare: () => (context) => {
    const { report } = context;
    const found = earlierReport(context);
    if (!isReport(found)) return found;
    if (found.layout !== report.layout.id) return unknown('no-prior-year');
    const own = Object.entries(report.cells).filter(([, { value }]) => value !== null && value !== 0);
    const earlier = Object.values(found.numbers).filter((value) => value !== 0);
    const same =
      own.length === earlier.length && own.every(([address, { value }]) => found.numbers[address] === value);
    if (!same) return known(0);
    return known(new Set(earlier).size, {
      cells: own.map(([address]) => address),
      sure: own.every(([, cell]) => isSure(cell)) && found.unsure.length === 0,
      items: () => [String(own.length)],
    });
  },
});
