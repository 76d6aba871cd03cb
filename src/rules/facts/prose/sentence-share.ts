import { expressionOf, wordsOrPattern } from '../../pattern/pattern.js';
import { stretchesOf } from '../../evaluate/search.js';
import { known, unknown } from '../../value.js';
import { defineFact } from '../fact.js';

export const sentenceShare = defineFact({
  name: 'sentenceShare',
  summary: {
    'zh-CN': '含有所列词语的句子占该部分句子的百分比（取整）；该部分没有句子时为未知。',
    en: 'Whole per cent of the sentences of the parts that hold one of the words; unknown when there is no sentence.',
  },
  params: (z) => z.strictObject(wordsOrPattern(z)),
  result: 'number',
  selectors: () => [],
  prepare: (params) => {
    const pattern = expressionOf(params, '');
    return (context) => {
      const sentences = (stretchesOf(params.in, context) ?? []).flatMap((stretch) =>
        stretch.text.split(/[。!?;\n]/u).filter((sentence) => sentence.trim().length > 4),
      );
      if (sentences.length === 0) return unknown('section-missing');
      const hits = sentences.filter((sentence) => pattern.test(sentence));
      return known(Math.round((hits.length / sentences.length) * 100), { sure: !context.textLost });
    };
  },
});
