import { claimFilter, claimsOf } from '../../domains/claims.js';
import { known, unknown } from '../../value.js';
import { defineFact } from '../fact.js';

export const claims = defineFact({
  name: 'claims',
  summary: {
    'zh-CN': '正文中符合条件的陈述的个数。',
    en: 'How many statements of the prose meet the conditions.',
  },
  params: claimFilter,
  result: 'number',
  selectors: () => [],
  prepare: (filter) => (context) => {
    if (context.report.sections.length === 0) return unknown('section-missing');
    const found = claimsOf(filter, context);
    return known(found.length, {
      claims: found.map((each) => each.id),
      quotes: () => found.slice(0, 5).map((each) => ({ quote: each.quote, at: each.at })),
      items: () => found.map((each) => `“${each.quote}”`),
      sure: !context.textLost,
    });
  },
});
