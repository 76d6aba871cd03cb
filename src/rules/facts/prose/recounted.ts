import { expressionOf, wordsOrPattern } from '../../pattern/pattern.js';
import { lacking, search, stretchesOf } from '../../evaluate/search.js';
import { known, unknown } from '../../value.js';
import { defineFact } from '../fact.js';

export const recounted = defineFact({
  name: 'recounted',
  summary: {
    'zh-CN':
      '后文（later）对前文（in）已经计数的同一事物另述其数的次数；pattern 的命名组 thing、count、unit 为事物、数和单位，名称、单位完全相同的才比较。',
    en: 'How often the later text gives another number for a thing that the text before has counted; the named groups thing, count and unit of the pattern say what is counted, and only what has the same name and unit is compared.',
  },
  params: (z) => {
    const { pattern, in: places } = wordsOrPattern(z);
    return z.strictObject({ pattern: pattern.unwrap(), in: places, later: places });
  },
  result: 'number',
  selectors: () => [],
  prepare: ({ pattern, in: places, later }) => {
    const counted = expressionOf({ pattern });
    return (context) => {
      const before = stretchesOf(places, context);
      const behind = stretchesOf(later, context);
      if (before === null || behind === null) return unknown(lacking(before === null ? places : later));
      const first = new Map<string, { count: string; text: string }>();
      const nameOf = ({ thing = '', unit = '' }: Readonly<Record<string, string>>) => `${thing}/${unit}`;
      for (const { groups, text } of search(before, counted)) {
        const name = nameOf(groups);
        if (!first.has(name)) first.set(name, { count: groups['count'] ?? '', text });
      }
      const others = search(behind, counted).filter(({ groups }) => {
        const known = first.get(nameOf(groups));
        return known !== undefined && known.count !== groups['count'];
      });
      return known(others.length, {
        quotes: () => others.slice(0, 5).map((hit) => hit.quote()),
        items: () => others.map(({ groups }) => `“${first.get(nameOf(groups))?.text ?? ''}”`),
        sure: !context.textLost,
      });
    };
  },
});
