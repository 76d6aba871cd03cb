import { isSure } from '../../../model/index.js';
import { known, unknown } from '../../value.js';
import { defineFact } from '../fact.js';

export const subtotal = defineFact({
  name: 'subtotal',
  summary: {
    'zh-CN':
      '报告自行加列的小计，以其所含各项的合称表示（如 t3.denied.total）；没有加列、没有填数或者不能确认识读无误时为未知。',
    en: 'A subtotal that the report prints beside the form, by what it adds up (t3.denied.total); unknown when there is none, or it holds no number or was not surely read.',
  },
  params: (z) => z.strictObject({ of: z.string().meta({ complete: 'cell' }) }),
  result: 'number',
  selectors: ({ of }) => [of],
  prepare:
    ({ of }) =>
    ({ report }) => {
      const cell = report.subtotals?.[of];
      if (cell === undefined) return unknown('cell-absent');
      // What a sum of the form placed is no figure to hold against others.
      if (!isSure(cell) || cell.evidence === 'proven') return unknown('cell-unreadable');
      return cell.value === null ? unknown('cell-text') : known(cell.value);
    },
});
