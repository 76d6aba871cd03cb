import { officialPart } from '../../form/parts.js';
import { part } from '../form/part.js';
import { bound, defineDomain } from './domain.js';

export const sections = defineDomain({
  name: 'sections',
  summary: {
    'zh-CN': '报告中存在的各部分（可用 only 限定）。',
    en: 'The parts that the report has, limited by `only`.',
  },
  params: (z) => z.strictObject({ only: z.array(part(z)).min(1).optional() }),
  properties: () => ['heading'],
  selectors: () => [],
  sample: 'overview',
  members: ({ only }, view, context) =>
    (context?.report.sections ?? []).flatMap((section) => {
      if (only?.some((each) => each === section.id || each === section.role) === false) return [];
      const official = officialPart(view.edition, section);
      const label =
        official === undefined ? (section.heading ?? section.id) : `${official.ordinal}、${official.heading}`;
      return [bound(section.id, () => label, { properties: { heading: section.heading ?? label } })];
    }),
});
