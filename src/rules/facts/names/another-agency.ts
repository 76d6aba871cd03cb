import { known, unknown } from '../../value.js';
import { defineFact } from '../fact.js';
import { areDifferent } from './same-agency.js';

export const anotherAgency = defineFact({
  name: 'anotherAgency',
  summary: {
    'zh-CN':
      '所写名称是否显然是另一个同类机关；简称、带或不带地名、名称大部分相同的，`bodies` 列为同一机关的，以及类别不同的，均为否。报告机关名称不明时为未知。',
    en: 'Whether a name is surely that of another agency of the same kind; short forms, forms with or without the place, names with much in common, those that `bodies` lists as one body, and names of another kind are not. Unknown without the name of the reporting agency.',
  },
  params: (z) =>
    z.strictObject({ name: z.string(), bodies: z.record(z.string(), z.array(z.string().min(1)).min(1)) }),
  result: 'boolean',
  selectors: () => [],
  prepare:
    ({ name, bodies }) =>
    ({ report: { agency } }) =>
      agency.name === null
        ? unknown('no-agency-level')
        : known(areDifferent(agency.name, name, Object.values(bodies))),
});
