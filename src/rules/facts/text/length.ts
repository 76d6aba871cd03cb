import { wordsOrPattern } from '../../pattern/pattern.js';
import { lacking, stretchesOf } from '../../evaluate/search.js';
import { known, unknown } from '../../value.js';
import { defineFact } from '../fact.js';

export const length = defineFact({
  name: 'length',
  summary: {
    'zh-CN': '所指部分正文的字数，空白不计；该部分不存在时为未知。',
    en: 'Characters of the prose of the parts, white space left out; unknown when none of them exists.',
  },
  params: (z) => z.strictObject({ in: wordsOrPattern(z).in }),
  result: 'number',
  selectors: () => [],
  prepare:
    ({ in: places }) =>
    (context) => {
      const stretches = stretchesOf(places, context);
      if (stretches === null) return unknown(lacking(places));
      const characters = stretches.reduce((total, { text }) => total + text.replace(/\s/g, '').length, 0);
      const [first] = stretches.flatMap((stretch) => stretch.passages);
      return known(characters, {
        quotes: () =>
          first === undefined ? [] : [{ quote: first.source.trim().slice(0, 60), at: first.at }],
        sure: !context.textLost,
      });
    },
});
