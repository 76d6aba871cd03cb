import { agencyKinds } from '../../../model/index.js';
import { daysAfter } from '../../days/calendar.js';
import { known, unknown } from '../../value.js';
import { defineFact } from '../fact.js';
import { membersOf } from './members.js';

export const lateMembers = defineFact({
  name: 'lateMembers',
  summary: {
    'zh-CN': '名录中所属各单位在规定日期之后发布报告的个数；发布日期均不明时为未知。',
    en: 'Members by the roster that published after the day; unknown when no publication date is known.',
  },
  params: (z) =>
    z.strictObject({
      day: z.string().regex(/^\d\d-\d\d$/),
      kinds: z.array(z.enum(agencyKinds)).min(1).optional(),
    }),
  result: 'number',
  selectors: () => [],
  prepare:
    ({ day, kinds }) =>
    (context) => {
      const { year } = context.report;
      if (year === null) return unknown('no-year');
      const all = membersOf(context);
      if ('known' in all) return all;
      const dated = all.flatMap(({ name, kind, report }) =>
        report?.published == null || kinds?.includes(kind) === false
          ? []
          : [{ name, published: report.published }],
      );
      if (dated.length === 0) return unknown('no-date');
      const late = dated.filter(({ published }) => daysAfter(published, `${year + 1}-${day}`) > 0);
      return known(late.length, { items: () => late.map((each) => each.name) });
    },
});
