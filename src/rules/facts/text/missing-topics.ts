import { expressionOf, wordsOrPattern } from '../../pattern/pattern.js';
import { isLost, lacking, occurs, stretchesOf, type Stretch } from '../../evaluate/search.js';
import { known, unknown } from '../../value.js';
import { defineFact } from '../fact.js';

/** A number of items in the same clause; approximate ones count, shares and years do not. */
const count = String.raw`[^。;\n]{0,24}?\d[\d,]{0,9}(?:\.\d{1,4})?[余多]?万?(?:条|篇|件|项|次|期|个|场|部|份|例|则|人次)`;

/** The sentences of a stretch that match, each with the next one. */
function sentencesWith(stretch: Stretch, pattern: RegExp): Stretch[] {
  const sentences = stretch.text.split(/(?<=。)/u);
  return sentences.flatMap((text, i) =>
    pattern.test(text.replaceAll('\n', '')) ? [{ ...stretch, text: text + (sentences[i + 1] ?? '') }] : [],
  );
}

export const missingTopics = defineFact({
  name: 'missingTopics',
  summary: {
    'zh-CN':
      '所列主题中正文没有涉及的个数；每个主题以若干词语判断，出现任一词语即为涉及；counted 时其后还须有件数；near 时只看有该字样的句子和下一句。',
    en: 'How many of the topics the prose does not touch; a topic is touched when one of its words occurs; with `counted`, and a number of items behind it; with `near` only in sentences that match it, and the one behind each.',
  },
  params: (z) =>
    z.strictObject({
      topics: z.record(z.string(), z.array(z.string().min(1)).min(1)),
      counted: z.boolean().optional(),
      /** Only in a sentence with this, and the one behind it. */
      near: wordsOrPattern(z).pattern,
      in: wordsOrPattern(z).in,
    }),
  result: 'number',
  selectors: () => [],
  prepare: ({ topics, counted = false, near, in: places }) => {
    const around = near === undefined ? null : expressionOf({ pattern: near }, '');
    const list = Object.entries(topics).map(([name, words]) => {
      const pattern = expressionOf({ words }, '');
      return { name, pattern: counted ? new RegExp(`(?:${pattern.source})${count}`, 'u') : pattern };
    });
    return (context) => {
      const all = stretchesOf(places, context);
      if (all === null) return unknown(lacking(places));
      const stretches = around === null ? all : all.flatMap((each) => sentencesWith(each, around));
      // The end of a line or of a page may stand within a word.
      const unbroken = stretches.map((each) => ({ ...each, text: each.text.replaceAll('\n', '') }));
      const isTouched = (pattern: RegExp) => occurs(stretches, pattern) || occurs(unbroken, pattern);
      const missing = list.filter(({ pattern }) => !isTouched(pattern)).map(({ name }) => name);
      return known(missing.length, { items: () => missing, sure: !isLost(places, context) });
    };
  },
});
