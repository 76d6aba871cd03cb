import type { Label } from '../../model/index.js';
import { axisOf, type Axis } from '../form/form-view.js';
import { labelOf } from '../form/labels.js';
import { bound, defineDomain, type Bound } from './domain.js';

const PATTERN = /^(t\d+)\.(rows|columns|rowGroups|columnGroups)$/;

export const axis = defineDomain({
  name: 'axis',
  summary: {
    'zh-CN': '某表的各行（t3.rows）、各列（t3.columns）、各行组（t3.rowGroups）或各列组（t4.columnGroups）。',
    en: 'Rows (t3.rows), columns (t3.columns) or groups of them (t3.rowGroups, t4.columnGroups) of a table.',
  },
  params: (z) => z.string().regex(PATTERN).meta({ complete: 'axis' }),
  properties: () => [],
  selectors: () => [],
  sample: null,
  members: (text, view) => {
    const [, table = '', name = 'rows'] = PATTERN.exec(text) ?? [];
    return axisOf(view, table, name as Axis).map((entry) => lineOf(entry));
  },
});

/** A row, a column or a group of them: in messages by its label. */
export function lineOf(
  { id, label, parents }: { id: string; label: Label; parents: readonly Label[] },
  more: Partial<Bound> = {},
): Bound {
  const name = labelOf(label, parents);
  return bound(id, (lang) => (lang === 'en' ? `“${name}”` : name), more);
}
