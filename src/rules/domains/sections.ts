import { bound, defineDomain } from './domain.js';

export const sections = defineDomain({
  name: 'sections',
  summary: {
    'zh-CN': '报告中存在的各部分（可用 only 限定）。',
    en: 'The parts that the report has, limited by `only`.',
  },
  params: (z) =>
    z.strictObject({
      only: z
        .array(z.enum(['preface', '一', '二', '三', '四', '五', '六']))
        .min(1)
        .optional(),
    }),
  properties: () => ['heading'],
  selectors: () => [],
  sample: '一',
  members: ({ only }, view, context) =>
    (context?.report.sections ?? []).flatMap((section) => {
      if (only !== undefined && !(only as string[]).includes(section.id)) return [];
      const official = view.edition.sections.find((each) => each.ordinal === section.id);
      const label =
        official === undefined ? (section.heading ?? section.id) : `${official.ordinal}、${official.heading}`;
      return [bound(section.id, () => label, { properties: { heading: section.heading ?? label } })];
    }),
});
