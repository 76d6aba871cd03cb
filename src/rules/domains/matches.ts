import { expressionOf, wordsOrPattern } from '../pattern/pattern.js';
import { search, stretchesOf } from '../evaluate/search.js';
import { bound, defineDomain } from './domain.js';

export const matches = defineDomain({
  name: 'matches',
  summary: {
    'zh-CN':
      '正文中与词语或正则表达式（patterns 可列多个）相符之处；正则表达式的命名组可作属性引用，如 {fee.amount}。',
    en: 'Places of the prose that match the words or an expression (of several in patterns); named groups of the expression become properties such as {fee.amount}.',
  },
  params: (z) =>
    z.strictObject({
      ...wordsOrPattern(z),
      patterns: z.array(wordsOrPattern(z).pattern.unwrap()).min(1).optional(),
    }),
  properties: ({ pattern, patterns }) => [
    'text',
    'quote',
    ...new Set(groupsOf([pattern ?? '', ...(patterns ?? [])].join('|'))),
  ],
  selectors: () => [],
  sample: '1',
  members: (params, _, context) => {
    const stretches = context === null ? null : stretchesOf(params.in, context);
    if (stretches === null) return [];
    return compiled(params)
      .flatMap((each) => search(stretches, each))
      .map((hit, index) => {
        const quote = hit.quote();
        return bound(String(index + 1), () => hit.text, {
          properties: { ...hit.groups, text: hit.text, quote: quote.quote },
          quotes: [quote],
        });
      });
  },
});

type Params = Parameters<typeof expressionOf>[0] & { patterns?: readonly string[] | undefined };

const expressions = new WeakMap<Params, RegExp[]>();

function compiled(params: Params): RegExp[] {
  const found = expressions.get(params) ?? expressionsOf(params);
  expressions.set(params, found);
  return found;
}

function expressionsOf({ pattern, words, patterns = [] }: Params): RegExp[] {
  const own = pattern === undefined && words === undefined ? [] : [expressionOf({ pattern, words })];
  return [...own, ...patterns.map((each) => expressionOf({ pattern: each }))];
}

function groupsOf(pattern: string): string[] {
  return [...pattern.matchAll(/\(\?<(\w+)>/g)].map((match) => match[1] ?? '');
}
