import { wordsOrPattern } from '../../pattern/pattern.js';
import { search, stretchesOf } from '../../evaluate/search.js';
import { known, unknown } from '../../value.js';
import { defineFact } from '../fact.js';

/** Two to ten characters, not all the same, written twice: a word, or a phrase. */
const DOUBLED = /(?<word>\p{Script=Han}{2,10})\k<word>/gu;

/** The word begins with the end of `second`, not with all of it, and goes on in what follows. */
function beginsWithin(word: string, second: string, after: string): boolean {
  for (let at = 1; at < second.length; at += 1) {
    const end = second.slice(at);
    if (word.length > end.length && (end + after).startsWith(word)) return true;
  }
  return false;
}

export const doubled = defineFact({
  name: 'doubled',
  summary: {
    'zh-CN':
      '正文中误写两遍的词语（二至十字）个数；except 列举本可重叠的词语，heads 列举其后接成另一词语的字样（如“公开公开指南”的“指南”），owners 列举其前自成一词的字样（如“县政府政府信息”的“县”），tails 列举自第二遍之中开始的词语（如“并举并举办”的“举办”），firsts 列举表示逐一的首字（如“一遍一遍”的“一”），always 列举不论前后都不可重叠的词语。',
    en: 'Words or phrases of two to ten characters written twice by mistake; except lists words that may be doubled, heads what makes another word of the second (the guide in 公开公开指南), owners what makes another word of the first (the county in 县政府政府信息), tails words that begin within the second (举办 in 并举并举办), firsts what a word for one by one begins with (一遍一遍), always words that are a mistake whatever stands beside them.',
  },
  params: (z) =>
    z.strictObject({
      except: z.array(z.string().min(1)),
      heads: z.array(z.string().min(1)),
      owners: z.array(z.string().min(1)),
      tails: z.array(z.string().min(2)),
      firsts: z.array(z.string().length(1)),
      always: z.array(z.string().min(2)),
      in: wordsOrPattern(z).in,
    }),
  result: 'number',
  selectors: () => [],
  prepare: ({ except, heads, owners, tails, firsts, always, in: places }) => {
    const allowed = new Set(except);
    return (context) => {
      const stretches = stretchesOf(places, context);
      if (stretches === null) return unknown('section-missing');
      const hits = stretches.flatMap((stretch) => {
        const mistakes = search([stretch], DOUBLED);
        return mistakes.filter(({ text, start }) => {
          const word = text.slice(0, text.length / 2);
          const after = stretch.text.slice(start + text.length, start + text.length + 4);
          const before = stretch.text.slice(Math.max(0, start - 4), start);
          return (
            always.includes(word) ||
            (new Set(word).size > 1 &&
              !allowed.has(word) &&
              !firsts.includes(word.charAt(0)) &&
              !tails.some((each) => beginsWithin(each, word, after)) &&
              !heads.some((each) => after.startsWith(each)) &&
              !owners.some((each) => before.endsWith(each)))
          );
        });
      });
      return known(hits.length, {
        quotes: () => hits.slice(0, 5).map((hit) => hit.quote()),
        items: () => [...new Set(hits.map(({ text }) => text))],
        sure: !context.textLost,
      });
    };
  },
});
