import { bound, defineDomain } from './domain.js';

const sources = ['title', 'period', 'prose', 'heading', 'option'] as const;

export const mentions = defineDomain({
  name: 'mentions',
  summary: {
    'zh-CN': '报告中指明年度之处；source 限定出处：title 标题、period 统计期限、prose 正文、heading 小标题。',
    en: 'Places that name the report year; `source` limits them: title, period, prose, heading.',
  },
  params: (z) => z.strictObject({ source: z.array(z.enum(sources)).min(1).optional() }),
  properties: () => ['year', 'quote', 'source'],
  selectors: () => [],
  sample: 'm1',
  members: (params, _, context) =>
    (context?.report.years ?? []).flatMap((each, index) => {
      if (params.source !== undefined && !params.source.includes(each.source)) return [];
      return [
        bound(`m${index + 1}`, () => each.quote, {
          properties: { year: each.year, quote: each.quote, source: each.source },
          quotes: [{ quote: each.quote, at: each.at }],
        }),
      ];
    }),
});
