import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categories, contradictedIn, type Category, type Doubted } from '../model/index.js';
import { outcomeWith } from '../../test/generators/assessed.js';
import { weighed } from './doubt.js';
import { sayIn } from './messages.js';

const say = sayIn('zh-CN');
const accusing: readonly Category[] = ['narrative', 'continuity', 'rollup'];

describe('what rests on a doubtful figure', () => {
  const failure = outcomeWith({
    category: 'narrative',
    verdict: 'fail',
    message: '不符。',
    cells: ['a', 'b'],
  });

  test('is a hint that says so', () => {
    expect(weighed(failure, { b: null }, say, 'zh-CN')).toMatchObject({
      severity: 'info',
      message: '不符。（表内其他数字与所据数字矛盾，仅作提示）',
    });
    expect(weighed({ ...failure, suspect: 'extraction' }, {}, say, 'zh-CN')).toMatchObject({
      severity: 'info',
    });
    expect(weighed({ ...failure, contradicted: ['2022年度报告“总计”'] }, {}, say, 'zh-CN')).toMatchObject({
      severity: 'info',
      message: '不符。（所据2022年度报告“总计”与该报告其他数字矛盾，仅作提示）',
    });
  });

  test('nothing else changes, and no doubt makes anything graver', () => {
    const cells = fc.subarray(['a', 'b', 'c']);
    fc.assert(
      fc.property(
        fc.record({
          category: fc.constantFrom(...categories),
          severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const),
          verdict: fc.constantFrom('pass' as const, 'fail' as const, 'notAssessable' as const),
          suspect: fc.constantFrom('report' as const, 'extraction' as const),
          contradicted: fc.subarray(['x']),
          cells,
        }),
        fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(null, 1)),
        (part, contradicted) => {
          const outcome = outcomeWith(part);
          const after = weighed(outcome, contradicted, say, 'zh-CN');
          const doubtful =
            part.suspect === 'extraction' ||
            part.contradicted.length > 0 ||
            part.cells.some(
              (cell) =>
                contradicted[cell] === null || (cell in contradicted && part.category !== 'narrative'),
            );
          const accuses =
            part.verdict === 'fail' && part.severity !== 'info' && accusing.includes(part.category);
          if (accuses && doubtful) expect(after.severity).toBe('info');
          else expect(after).toEqual(outcome);
        },
      ),
    );
  });
});

describe('the figures that a report contradicts', () => {
  const finding: Doubted['findings'][number] = {
    category: 'arithmetic',
    severity: 'error',
    cells: ['a', 'b'],
    rootCause: 'r1',
  };

  test('one possible repair clears the others and proves a number', () => {
    const repairs = [{ id: 'r1', cells: [{ cell: 'a', to: 3 }], unique: true }];
    expect(contradictedIn({ findings: [finding], repairs })).toEqual({ a: 3 });
  });

  test('several possible repairs clear nobody and prove nothing', () => {
    const repairs = [
      { id: 'r1', cells: [{ cell: 'a', to: 3 }], unique: false },
      { id: 'r2', cells: [{ cell: 'b', to: 4 }], unique: false },
    ];
    expect(contradictedIn({ findings: [finding], repairs })).toEqual({ a: null, b: null });
  });

  test('an error without a repair casts doubt on all its cells, a hint or the prose on none', () => {
    const alone = { ...finding, rootCause: null };
    expect(contradictedIn({ findings: [alone], repairs: [] })).toEqual({ a: null, b: null });
    expect(
      contradictedIn({
        findings: [
          { ...alone, severity: 'info' },
          { ...alone, category: 'narrative' },
        ],
        repairs: [],
      }),
    ).toEqual({});
  });
});
