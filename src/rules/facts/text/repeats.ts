import { expressionOf, wordsOrPattern } from '../../pattern/pattern.js';
import { search, stretchesOf } from '../../evaluate/search.js';
import { known, unknown } from '../../value.js';
import { defineFact } from '../fact.js';

const BREAK = /[。!?;\n]/u;

export const repeats = defineFact({
  name: 'repeats',
  summary: {
    'zh-CN': '正文中一字不差重复出现的句子数，只计不少于若干字的句子。',
    en: 'Sentences of at least so many characters that occur again word for word.',
  },
  params: (z) => z.strictObject({ atLeast: z.number().int().min(5), in: wordsOrPattern(z).in }),
  result: 'number',
  selectors: () => [],
  prepare:
    ({ atLeast, in: places }) =>
    (context) => {
      const stretches = stretchesOf(places, context);
      if (stretches === null) return unknown('section-missing');
      const seen = new Set<string>();
      const again = stretches
        .flatMap((stretch) =>
          stretch.text.split(BREAK).map((sentence) => ({ stretch, sentence: sentence.trim() })),
        )
        .filter(({ sentence }) => {
          if (sentence.length < atLeast) return false;
          if (seen.has(sentence)) return true;
          seen.add(sentence);
          return false;
        });
      return known(again.length, {
        quotes: () =>
          again.slice(0, 5).flatMap(({ stretch, sentence }) =>
            search([stretch], expressionOf({ words: [sentence] }))
              .slice(-1)
              .map((hit) => hit.quote()),
          ),
        items: () => again.map(({ sentence }) => sentence),
        sure: !context.textLost,
      });
    },
});
