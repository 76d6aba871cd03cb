import { officialPart } from '../../../../form/parts.js';
import type { FormEdition, FormSection, Section } from '../../../../model/index.js';
import { known, unknown } from '../../../value.js';
import { defineFact } from '../../fact.js';

type Problem = 'missing' | 'order' | 'ordinal';

const FEWEST_SURE = 3;

export const headings = defineFact({
  name: 'headings',
  summary: {
    'zh-CN':
      '六个部分标题中有问题的个数：missing 缺失、order 次序颠倒、ordinal 序号有误；全文没有识别出任何部分时为未知。',
    en: 'How many of the official headings are missing, out of order, or wrongly numbered (ordinal); unknown when no part was recognised.',
  },
  params: (z) => z.strictObject({ problem: z.enum(['missing', 'order', 'ordinal']) }),
  result: 'number',
  selectors: () => [],
  prepare: ({ problem }, view) => {
    const official = view.edition.sections;
    if (official.length === 0) return null;
    return (context) => {
      const found = context.report.sections.filter((each) => officialPart(view.edition, each) !== undefined);
      if (found.length === 0) return unknown('section-missing');
      const wrong = faults(problem, view.edition, found);
      return known(wrong.length, {
        items: () => wrong.map((each) => `“${each.ordinal}、${each.heading}”`),
        quotes: () =>
          wrong.flatMap((each) => {
            const section = found.find((own) => officialPart(view.edition, own) === each);
            return section === undefined || section.heading === null
              ? []
              : [{ quote: section.heading, at: section.at }];
          }),
        sure: !context.labelsLost && found.length >= FEWEST_SURE,
      });
    };
  },
});

function faults(problem: Problem, edition: FormEdition, found: readonly Section[]): FormSection[] {
  const official = edition.sections;
  const firstOf = (own: FormSection) => found.find((each) => officialPart(edition, each) === own);
  switch (problem) {
    case 'missing':
      return official.filter((own) => firstOf(own) === undefined);
    case 'ordinal':
      return official.filter((own) => {
        const { printedOrdinal, id } = firstOf(own) ?? { printedOrdinal: null, id: own.ordinal };
        return (printedOrdinal ?? id) !== own.ordinal;
      });
    case 'order': {
      const order = found.flatMap((each) => {
        const own = officialPart(edition, each);
        return own === undefined ? [] : [official.indexOf(own)];
      });
      return order.flatMap((position, index) => {
        const own = official[position];
        return index > 0 && position < Math.max(...order.slice(0, index)) && own !== undefined ? [own] : [];
      });
    }
  }
}
