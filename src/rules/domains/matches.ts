import * as z from 'zod';
import { expressionOf, wordsOrPattern } from '../pattern.js';
import { search, stretchesOf } from '../evaluate/search.js';
import { bound, defineDomain } from './domain.js';

export const matches = defineDomain({
  name: 'matches',
  summary: {
    'zh-CN': '正文中与词语或正则表达式相符之处；正则表达式的命名组可作属性引用，如 {fee.amount}。',
    en: 'Places of the prose that match; named groups of the expression become properties such as {fee.amount}.',
  },
  params: z.strictObject(wordsOrPattern),
  properties: ({ pattern }) => ['text', 'quote', ...groupsOf(pattern ?? '')],
  selectors: () => [],
  sample: '1',
  members: (params, _, context) => {
    const stretches = context === null ? null : stretchesOf(params.in, context);
    if (stretches === null) return [];
    return search(stretches, compiled(params)).map((hit, index) => {
      const quote = hit.quote();
      return bound(String(index + 1), () => hit.text, {
        properties: { ...hit.groups, text: hit.text, quote: quote.quote },
        quotes: [quote],
      });
    });
  },
});

type Params = Parameters<typeof expressionOf>[0];

const expressions = new WeakMap<Params, RegExp>();

function compiled(params: Params): RegExp {
  const expression = expressions.get(params) ?? expressionOf(params);
  expressions.set(params, expression);
  return expression;
}

function groupsOf(pattern: string): string[] {
  return [...pattern.matchAll(/\(\?<(\w+)>/g)].map((match) => match[1] ?? '');
}
