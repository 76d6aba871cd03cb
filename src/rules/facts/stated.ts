import * as z from 'zod';
import type { Localised } from '../../model/index.js';
import { known, unknown } from '../value.js';
import { defineFact } from './fact.js';

const names: Record<'agency' | 'year' | 'period' | 'title', Localised> = {
  agency: { 'zh-CN': '机关名称', en: 'the agency' },
  year: { 'zh-CN': '报告年度', en: 'the year' },
  period: { 'zh-CN': '数据统计期限', en: 'the statistics period' },
  title: { 'zh-CN': '标题', en: 'the title' },
};

export const stated = defineFact({
  name: 'stated',
  summary: {
    'zh-CN': '报告是否载明：机关名称（agency）、年度（year）、统计期限（period）、标题（title）。',
    en: 'Whether the report states its agency, year, statistics period, or title.',
  },
  params: z.strictObject({ what: z.enum(['agency', 'year', 'period', 'title']) }),
  result: 'boolean',
  selectors: () => [],
  prepare:
    ({ what }) =>
    ({ report, textLost }) => {
      if (report.sections.length === 0) return unknown('section-missing');
      const value = {
        agency: report.agency.name,
        year: report.year,
        period: report.period,
        title: report.title,
      }[what];
      return known(value !== null, {
        items: (lang) => (value === null ? [names[what][lang]] : []),
        sure: !textLost,
      });
    },
});
