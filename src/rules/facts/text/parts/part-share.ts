import { known, numberText, round, unknown } from '../../../value.js';
import { defineFact } from '../../fact.js';

export const partShare = defineFact({
  name: 'partShare',
  summary: {
    'zh-CN': '一项百分比陈述中所述部分占所述整体的百分比；句中没有同时写明两数时为未知。',
    en: 'Per cent that the stated part makes of the stated base in a percentage claim; unknown unless the sentence states both.',
  },
  params: (z) => z.strictObject({ claim: z.string() }),
  result: 'number',
  selectors: () => [],
  prepare:
    ({ claim: id }) =>
    (context) => {
      const [part, base, ...rest] = context.claim(id)?.parts ?? [];
      if (part === undefined || base === undefined || rest.length > 0 || base.value === 0) {
        return unknown('no-claim', [], [id]);
      }
      if (part.qualifier !== 'exact' || base.qualifier !== 'exact') return unknown('no-claim', [], [id]);
      const value = round((part.value / base.value) * 100);
      return known(value, {
        claims: [id],
        name: () => `${part.value} ÷ ${base.value} = ${numberText(value)}`,
        sure: !context.textLost,
      });
    },
});
