import { known, unknown } from '../../value.js';
import { defineFact } from '../fact.js';
import { membersOf } from './members.js';

export const missingMembers = defineFact({
  name: 'missingMembers',
  summary: {
    'zh-CN': '名录中所属各单位没有本年度报告的个数；已有报告的不足半数时视为未提供齐全，为未知。',
    en: 'Members by the roster without a report for the year; unknown when fewer than half have one, because the rest was then not handed over.',
  },
  params: (z) => z.strictObject({}),
  result: 'number',
  selectors: () => [],
  prepare: () => (context) => {
    const all = membersOf(context);
    if ('known' in all) return all;
    const missing = all.filter((each) => each.report === null);
    if (missing.length * 2 > all.length) return unknown('members-incomplete');
    return known(missing.length, { items: () => missing.map((each) => each.name) });
  },
});
