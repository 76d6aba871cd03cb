import type { Localised, Report } from '../../../model/index.js';
import { known, unknown } from '../../value.js';
import { defineFact } from '../fact.js';

const whats = ['agency', 'year', 'period', 'title'] as const;
type What = (typeof whats)[number];

const names: Record<What, Localised> = {
  agency: { 'zh-CN': '机关名称', en: 'the agency' },
  year: { 'zh-CN': '报告年度', en: 'the year' },
  period: { 'zh-CN': '数据统计期限', en: 'the statistics period' },
  title: { 'zh-CN': '标题', en: 'the title' },
};

function isStated(each: What, report: Report): boolean {
  return (each === 'agency' ? report.agency.name : report[each]) !== null;
}

export const unstated = defineFact({
  name: 'unstated',
  summary: {
    'zh-CN': '报告没有载明的事项数：机关名称（agency）、年度（year）、统计期限（period）、标题（title）。',
    en: 'How many of agency, year, statistics period and title the report does not state.',
  },
  params: (z) => z.strictObject({ of: z.array(z.enum(whats)).min(1) }),
  result: 'number',
  selectors: () => [],
  prepare:
    ({ of }) =>
    ({ report, textLost }) => {
      if (report.sections.length === 0) return unknown('section-missing');
      const lacking = of.filter((each) => !isStated(each, report));
      return known(lacking.length, {
        items: (lang) => lacking.map((each) => names[each][lang]),
        sure: !textLost,
      });
    },
});
