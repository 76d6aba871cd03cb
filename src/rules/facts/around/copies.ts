import { known, unknown } from '../../value.js';
import { comparedIn, comparedPart } from '../../form/part.js';
import { defineFact } from '../fact.js';
import { openingOf } from '../text/parts/opening.js';

export const copies = defineFact({
  name: 'copies',
  summary: {
    'zh-CN':
      '同一年度其他机关的报告中，该部分正文相似度不低于 atLeast（百分比）的份数；数字、机关名称不计，未作比较时为未知。',
    en: 'Reports of other agencies for the same year whose part is at least so alike, in per cent, figures and names left out; unknown when nothing was compared.',
  },
  params: (z) => z.strictObject({ section: comparedPart(z), atLeast: z.number().min(85).max(100) }),
  result: 'number',
  selectors: () => [],
  prepare:
    ({ section, atLeast }) =>
    (context) => {
      const { copies: all } = context.surroundings;
      if (all === null) return unknown('no-roster');
      const part = comparedIn(context, section);
      if (part === null) return unknown('section-missing');
      const found = all.filter((each) => each.section === part && each.likeness >= atLeast);
      return known(found.length, {
        items: (lang) =>
          found.map((each) =>
            lang === 'en' ? `${each.agency} (${each.likeness}%)` : `${each.agency}（${each.likeness}%）`,
          ),
        quotes: () => (found.length === 0 ? [] : openingOf(context, section)),
        sure: !context.textLost,
      });
    },
});
