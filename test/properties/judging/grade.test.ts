import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Audit } from '../../../src/model/index.js';
import { htmlPage, plainHtml } from '../../generators/print/html.js';
import { officialWording, sheetsOf } from '../../generators/print/sheet.js';
import { reports, type ReportModel } from '../../generators/report.js';
import { audit, runs } from '../reading/reading.js';

const grades = ['A', 'B', 'C', 'D', 'E', 'U'];

type Defect = (report: ReportModel) => ReportModel;

const cell =
  (address: string, change: (value: number) => number): Defect =>
  (report) => ({ ...report, values: { ...report.values, [address]: change(report.values[address] ?? 0) } });

const part =
  (index: number, change: (part: ReportModel['parts'][number]) => ReportModel['parts'][number]): Defect =>
  (report) => ({ ...report, parts: report.parts.map((each, at) => (at === index ? change(each) : each)) });

/** Defects that do not touch one another. */
const defects: Record<string, Defect> = {
  'a wrong total in Table 3': cell('t3.carriedOut.research', (value) => value + 3),
  'a wrong total in Table 4': cell('t4.review.total', (value) => value + 2),
  'a negative count': cell('t2.penalty.decisions', () => -4),
  'a section without content': part(4, (each) => ({ ...each, paragraphs: ['无'] })),
  'a wrong ordinal': part(5, (each) => ({ ...each, heading: each.heading.replace('六、', '七、') })),
  'a placeholder left in': part(0, (each) => ({
    ...each,
    paragraphs: [...each.paragraphs, '详情请登录网站（具体网址）查阅。'],
  })),
  'a sum in the prose that does not add up': part(0, (each) => ({
    ...each,
    paragraphs: [
      ...each.paragraphs,
      '全年共发布政策解读材料90篇，其中文字解读60篇，图片解读20篇，视频解读7篇。',
    ],
  })),
  'last year in the preface': (report) => ({
    ...report,
    preface: report.preface.map((text) => text.replaceAll(`${report.year}年`, `${report.year - 1}年`)),
  }),
};

function audited(report: ReportModel): Promise<Audit> {
  const filling = Object.fromEntries(
    Object.entries(report.values).map(([address, value]) => [
      address,
      { text: String(value), state: 'number' as const, value },
    ]),
  );
  return audit(htmlPage(report, sheetsOf(report.form, filling, officialWording), plainHtml, 'utf-8'));
}

describe('grade', () => {
  test('a report without findings is A with full score', () =>
    fc.assert(
      fc.asyncProperty(reports({ edition: '2021' }), async (report) => {
        const { findings, grade, score } = await audited(report);
        fc.pre(findings.length === 0);
        expect({ grade, score }).toEqual({ grade: 'A', score: 100 });
      }),
      { numRuns: runs },
    ));

  test('a report that is right is graded A', () =>
    fc.assert(
      fc.asyncProperty(reports({ edition: '2021' }), async (report) => {
        expect((await audited(report)).grade).toBe('A');
      }),
      { numRuns: runs },
    ));

  test('a further defect never raises the score or the grade', () =>
    fc.assert(
      fc.asyncProperty(
        reports({ edition: '2021' }),
        fc.shuffledSubarray(Object.keys(defects), { minLength: 1 }),
        async (report, chosen) => {
          let current = report;
          let before = await audited(current);
          for (const name of chosen) {
            current = defects[name]?.(current) ?? current;
            const after = await audited(current);
            expect(after.score ?? 0, name).toBeLessThanOrEqual(before.score ?? 0);
            expect(grades.indexOf(after.grade), name).toBeGreaterThanOrEqual(grades.indexOf(before.grade));
            before = after;
          }
        },
      ),
      { numRuns: runs },
    ));
});
