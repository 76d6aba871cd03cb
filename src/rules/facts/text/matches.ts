import { expressionOf, wordsOrPattern } from '../../pattern/pattern.js';
import { lacking, search, stretchesOf } from '../../evaluate/search.js';
import { known, unknown } from '../../value.js';
import { defineFact } from '../fact.js';

export const matches = defineFact({
  name: 'matches',
  summary: {
    'zh-CN': '正文中出现所列词语或正则表达式的次数；所指部分均不存在时为未知。',
    en: 'How often the words or the regular expression occur in the prose; unknown when none of the parts exists.',
  },
  params: (z) => z.strictObject(wordsOrPattern(z)),
  result: 'number',
  selectors: () => [],
  prepare: (params) => {
    const pattern = expressionOf(params);
    return (context) => {
      const stretches = stretchesOf(params.in, context);
      if (stretches === null) return unknown(lacking(params.in));
      const hits = search(stretches, pattern);
      return known(hits.length, {
        quotes: () => hits.slice(0, 5).map((hit) => hit.quote()),
        items: () => hits.map((hit) => hit.text),
        // What was found stands there, whatever was lost elsewhere.
        surely: hits.length,
        sure: !context.textLost || params.in?.every((place) => place === 'agency') === true,
      });
    };
  },
});
