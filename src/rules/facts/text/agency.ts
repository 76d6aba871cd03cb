import { known, unknown } from '../../value.js';
import { defineFact } from '../fact.js';

export const agency = defineFact({
  name: 'agency',
  summary: {
    'zh-CN': '报告机关的层级（level）、类别（kind）或名称（name）；不能确定时为未知。',
    en: 'Level, kind or name of the reporting agency; unknown when not certain.',
  },
  params: (z) => z.strictObject({ property: z.enum(['level', 'kind', 'name']) }),
  result: 'text',
  selectors: () => [],
  prepare:
    ({ property }) =>
    ({ report }) => {
      const value = report.agency[property];
      return value === null || value === 'unknown' ? unknown('no-agency-level') : known(value);
    },
});
