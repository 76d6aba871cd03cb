import type { RegisterCell } from '../../../model/index.js';
import { known, unknown } from '../../value.js';
import { defineFact } from '../fact.js';

/** Rows that the name of a figure gives. */
const mostRows = 8;

export const register = defineFact({
  name: 'register',
  summary: {
    'zh-CN':
      '由本机关台账计算出的一个单元格的数；有未归类的行可能属于此格时为“至少”，台账中没有此数时为未知。',
    en: 'The number that the registers of the agency give for a cell: “at least” where rows that could not be classified may belong to it, unknown when the registers have none.',
  },
  params: (z) => z.strictObject({ cell: z.string().meta({ complete: 'cell' }) }),
  result: 'number',
  selectors: (params) => [params.cell],
  prepare:
    ({ cell }) =>
    ({ surroundings }) => {
      const { register: tables } = surroundings;
      const found: RegisterCell | undefined = { ...tables?.fees, ...tables?.cells }[cell];
      if (found === undefined) return unknown('no-register');
      const { value, rows, open } = found;
      return known(value, {
        atLeast: open.length > 0,
        rows,
        // Rows are numbers of sheets and rows: nothing else of a register may leave it.
        items: (lang) => (rows.length === 0 ? [] : [rowsText(rows, lang)]),
      });
    },
});

function rowsText(rows: readonly string[], lang: 'zh-CN' | 'en'): string {
  const shown = rows.slice(0, mostRows).join(lang === 'en' ? ', ' : '、');
  if (rows.length <= mostRows) return lang === 'en' ? `rows ${shown}` : `台账行${shown}`;
  return lang === 'en' ? `rows ${shown} … (${rows.length})` : `台账行${shown}等${rows.length}行`;
}
