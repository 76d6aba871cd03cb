import type { FormSection, Section } from '../../../model/index.js';
import type { Context } from '../../evaluate/context.js';
import { known, unknown } from '../../value.js';
import { defineFact } from '../fact.js';

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
      const found = context.report.sections.filter((each) => official.some((own) => own.ordinal === each.id));
      if (found.length === 0) return unknown('section-missing');
      const wrong = faults(problem, official, found, context);
      return known(wrong.length, {
        items: () => wrong.map((each) => `“${each.ordinal}、${each.heading}”`),
        quotes: () =>
          wrong.flatMap((each) => {
            const section = found.find((own) => own.id === each.ordinal);
            return section === undefined || section.heading === null
              ? []
              : [{ quote: section.heading, at: section.at }];
          }),
        sure: !context.labelsLost && found.length >= FEWEST_SURE,
      });
    };
  },
});

function faults(
  problem: Problem,
  official: readonly FormSection[],
  found: readonly Section[],
  context: Context,
): FormSection[] {
  switch (problem) {
    case 'missing':
      return official.filter((own) => context.section(own.ordinal) === undefined);
    case 'ordinal':
      return official.filter(
        (own) => (context.section(own.ordinal)?.section.printedOrdinal ?? null) !== null,
      );
    case 'order': {
      const order = found.map((each) => official.findIndex((own) => own.ordinal === each.id));
      return order.flatMap((position, index) => {
        const own = official[position];
        return index > 0 && position < Math.max(...order.slice(0, index)) && own !== undefined ? [own] : [];
      });
    }
  }
}
