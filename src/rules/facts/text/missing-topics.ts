import { expressionOf, wordsOrPattern } from '../../pattern.js';
import { lacking, occurs, stretchesOf } from '../../evaluate/search.js';
import { known, unknown } from '../../value.js';
import { defineFact } from '../fact.js';

export const missingTopics = defineFact({
  name: 'missingTopics',
  summary: {
    'zh-CN': '所列主题中正文没有涉及的个数；每个主题以若干词语判断，出现任一词语即为涉及。',
    en: 'How many of the topics the prose does not touch; a topic is touched when one of its words occurs.',
  },
  params: (z) =>
    z.strictObject({
      topics: z.record(z.string(), z.array(z.string().min(1)).min(1)),
      in: wordsOrPattern(z).in,
    }),
  result: 'number',
  selectors: () => [],
  prepare: ({ topics, in: places }) => {
    const list = Object.entries(topics).map(([name, words]) => ({
      name,
      pattern: expressionOf({ words }, ''),
    }));
    return (context) => {
      const stretches = stretchesOf(places, context);
      if (stretches === null) return unknown(lacking(places));
      const missing = list.filter(({ pattern }) => !occurs(stretches, pattern)).map(({ name }) => name);
      return known(missing.length, { items: () => missing, sure: !context.textLost });
    };
  },
});
