import { expressionOf, wordsOrPattern } from '../../pattern/pattern.js';
import { lacking, search, sentenceAround, stretchesOf, type Hit } from '../../evaluate/search.js';
import { known, unknown } from '../../value.js';
import { defineFact } from '../fact.js';

export const sentences = defineFact({
  name: 'sentences',
  summary: {
    'zh-CN':
      '正文中同时出现 with 所列各个正则表达式的句子数，不论先后；under 为真时第二个起也可以出现在该段的小标题中；without 所列字样出现在该句、nextWithout 所列字样出现在该句或下一句的不算。分号、换行也断句。',
    en: 'How many sentences of the prose have a match of every expression in `with`, in any order; with `under` all but the first may match in the heading of the paragraph instead; those in which `without` matches, or in which or behind which `nextWithout` does, do not count. Semicolons and line breaks end a sentence, too.',
  },
  params: (z) => {
    const { pattern, in: places } = wordsOrPattern(z);
    const one = pattern.unwrap();
    return z.strictObject({
      /** The rarest first: it is looked for in the whole text, the others only in its sentences. */
      with: z.array(one).min(1),
      under: z.literal(true).optional(),
      without: one.optional(),
      nextWithout: one.optional(),
      in: places,
    });
  },
  result: 'number',
  selectors: () => [],
  prepare: ({ with: wanted, under = false, without, nextWithout, in: places }) => {
    const [first = '', ...others] = wanted;
    const rarest = expressionOf({ pattern: first });
    const beside = others.map((pattern) => expressionOf({ pattern }, ''));
    const here = without === undefined ? null : expressionOf({ pattern: without }, '');
    const near = nextWithout === undefined ? null : expressionOf({ pattern: nextWithout }, '');
    const counts = (hit: Hit, text: string): boolean => {
      const { start, sentence, next } = sentenceAround(text, hit.start);
      return (
        beside.every((each) => each.test(sentence) || (under && each.test(headingAbove(text, start)))) &&
        here?.test(sentence) !== true &&
        near?.test(sentence + next) !== true
      );
    };
    return (context) => {
      const stretches = stretchesOf(places, context);
      if (stretches === null) return unknown(lacking(places));
      const hits = stretches.flatMap((stretch) => {
        const starts = new Set<number>();
        return search([stretch], rarest).filter((hit) => {
          const { start } = sentenceAround(stretch.text, hit.start);
          if (starts.has(start) || !counts(hit, stretch.text)) return false;
          starts.add(start);
          return true;
        });
      });
      return known(hits.length, {
        quotes: () => hits.slice(0, 5).map((hit) => hit.quote()),
        items: () => hits.map((hit) => hit.text),
        sure: !context.textLost,
      });
    };
  },
});

/** Longer than a heading is. */
const LONG = 24;

/** What the paragraph of a sentence is headed with: its own first words up to a full stop, or a short line above it; a heading has no comma. */
function headingAbove(text: string, sentence: number): string {
  const line = text.lastIndexOf('\n', sentence - 1) + 1;
  const above = text.slice(text.lastIndexOf('\n', line - 2) + 1, Math.max(line - 1, 0));
  const [own = ''] = text.slice(line, sentence).split(/[。:]/, 1);
  return [above, own].filter((each) => each.length <= LONG && !each.includes(',')).join('\n');
}
