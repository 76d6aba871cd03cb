import { relationInstances } from '../../form/relations.js';
import type { CellAddress } from '../../model/index.js';
import type { FormView } from '../form/form-view.js';
import { subtotalLabel } from '../form/labels.js';
import { bound, defineDomain } from './domain.js';

/** The cell that the form states to be the sum of the parts and of others. */
function wholeOf({ edition }: FormView, parts: readonly CellAddress[]): CellAddress | null {
  const equation = relationInstances(edition).find(
    ({ left, right }) =>
      right.length === 1 && left.length > parts.length && parts.every((part) => left.includes(part)),
  );
  return equation?.right[0] ?? null;
}

export const subtotals = defineDomain({
  name: 'subtotals',
  summary: {
    'zh-CN':
      '某表在统一格式之外自行加列的各个小计（空白的除外）：行组在某列的小计（t3.denied.total）或列组在某行的小计（t3.received.organisations）；whole 为统一格式中包含该组的总计单元格。',
    en: 'The subtotals that a table prints beside the cells of the form, but for blank ones: of a group of rows in a column (t3.denied.total), or of a group of columns in a row (t3.received.organisations); `whole` is the cell of the form that adds up the group with others.',
  },
  params: (z) => z.string().regex(/^t\d+$/),
  properties: () => ['whole'],
  selectors: () => [],
  sample: 't3.denied.total',
  members: (table, view, context) =>
    Object.entries(context?.report.subtotals ?? {}).flatMap(([measure, { state, raw, at }]) => {
      const parts = view.measures.get(measure);
      if (!measure.startsWith(`${table}.`) || parts === undefined) return [];
      if (state !== 'number' && state !== 'unreadable') return [];
      return [
        bound(measure, (lang) => subtotalLabel(view, measure, lang), {
          properties: { whole: wholeOf(view, parts) },
          quotes: [{ quote: raw, at }],
        }),
      ];
    }),
});
