import { fc } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { outcomeWith } from '../../../test/generators/assessed.js';
import { categories, type GradingPolicy } from '../../model/index.js';
import type { Cause } from '../causes/causes.js';
import { gradeOf } from './grade.js';
import { examples } from '../../../test/depth.js';
import type { Unread } from '../unread.js';

const outcomes = categories.map((category) => outcomeWith({ category }));

const allRead: Unread = { everything: false, cells: 0, whole: 0, any: false, selfProven: 0 };

const grade = (causes: Cause[], policy: GradingPolicy) =>
  gradeOf({ outcomes, causes, unread: allRead, reliable: () => true }, policy, 'zh-CN');

const plain: GradingPolicy = {
  penalties: { error: 10, warning: 5, info: 0 },
  caps: { error: 50, warning: 20, info: 0 },
  weights: { quality: 0.5 },
  extractionFactor: 0.5,
  thresholds: { A: 90, B: 80, C: 70, D: 60 },
  gates: [],
  notApplicable: [],
  coverageFloor: 0.5,
  verdict: { severities: ['error', 'warning'], correct: ['arithmetic'], verify: [] },
};

const cause = (of: Partial<Cause> = {}): Cause => ({
  rules: [],
  category: 'arithmetic',
  severity: 'error',
  count: 1,
  kind: 'explained',
  extraction: false,
  ref: { finding: 'f1' },
  title: '',
  ...of,
});

test('each further cause costs less, and all together never more than the cap', () => {
  const scores = [0, 1, 2, 3, 100].map((count) => grade([cause({ count })], plain).score);
  expect(scores).toEqual([100, 90, 82, 76, 50]);
  expect(grade([cause(), cause()], plain).score).toBe(82);
});

test('milder causes count towards the cap of the graver ones', () => {
  const warnings = cause({ severity: 'warning', count: 100 });
  expect(grade([warnings], plain).score).toBe(80);
  expect(grade([warnings, cause({ count: 100 })], plain).score).toBe(50);
});

test('weights by category, a factor for what the reading may be to blame for', () => {
  expect(grade([cause({ category: 'quality' })], plain).score).toBe(95);
  expect(grade([cause({ extraction: true })], plain).score).toBe(95);
  expect(grade([cause({ severity: 'info' })], plain).score).toBe(100);
});

test('what could not be read costs nothing: little of it leaves the grade alone, much caps it, more withholds it', () => {
  const policy = {
    ...plain,
    gates: [
      {
        id: '1',
        when: { unread: 0.4, causes: 1 },
        cap: 'B' as const,
        reason: { 'zh-CN': '理由', en: 'reason' },
      },
    ],
  };
  const graded = (unread: Partial<Unread>) =>
    gradeOf(
      { outcomes, causes: [], unread: { ...allRead, any: true, ...unread }, reliable: () => true },
      policy,
      'en',
    );
  expect(graded({ cells: 0.1, whole: 0.1 })).toMatchObject({ grade: 'A', score: 100, gradeReason: null });
  expect(graded({ cells: 0.45, whole: 0.45 })).toMatchObject({ grade: 'B', score: 89 });
  expect(graded({ cells: 0.51, whole: 0.51 })).toMatchObject({ grade: 'U', score: null });
  expect(graded({ everything: true, cells: 0, whole: 1 })).toMatchObject({ grade: 'U', score: null });
});

test('the steps add up to what is missing to 100, and the last ones say what to mend', () => {
  const policy = {
    ...plain,
    gates: [
      {
        id: '1',
        when: { category: 'layout' as const, causes: 1 },
        cap: 'C' as const,
        reason: { 'zh-CN': '版式不符', en: 'another form' },
      },
    ],
  };
  const causes = [
    cause({ category: 'layout', severity: 'warning', ref: { finding: 'f2' }, title: '版式' }),
    cause({ count: 2, ref: { repair: 'r1' }, title: '勾稽' }),
  ];
  expect(grade(causes, policy).gradeSteps).toEqual([
    { repair: 'r1', cost: 18, text: '勾稽：2处，共扣18分' },
    { finding: 'f2', cost: 3, text: '版式：扣3分' },
    { cost: 0, text: '得79分，为C级（90分以上A，80分以上B，70分以上C，60分以上D，其余E）' },
    { cost: 0, text: '改正“版式”（f2）后可评为B级' },
  ]);
});

test('a score for each category, from its own causes', () => {
  expect(grade([cause(), cause({ category: 'layout', severity: 'warning' })], plain).subscores).toEqual({
    ...Object.fromEntries(categories.map((category) => [category, 100])),
    arithmetic: 90,
    layout: 95,
  });
});

test.each([
  [90, 'A'],
  [89, 'B'],
  [80, 'B'],
  [79, 'C'],
  [70, 'C'],
  [69, 'D'],
  [60, 'D'],
  [59, 'E'],
])('%i points are %s', (score, expected) => {
  const penalties = { error: 100 - score, warning: 0, info: 0 };
  const policy = { ...plain, penalties, caps: { error: 100, warning: 0, info: 0 } };
  expect(grade([cause()], policy)).toMatchObject({ score, grade: expected });
});

test('a closed gate takes the score down with the grade and says why; the strictest counts', () => {
  const gate = (id: string, cap: 'B' | 'C', causes: number) => ({
    id,
    when: { category: 'layout' as const, causes },
    cap,
    reason: { 'zh-CN': `理由${id}`, en: `reason ${id}` },
  });
  const policy = { ...plain, gates: [gate('1', 'B', 1), gate('2', 'C', 2)] };
  const layout = cause({ category: 'layout', severity: 'warning' });
  expect(grade([cause({ severity: 'warning' })], policy)).toMatchObject({
    grade: 'A',
    score: 95,
    gradeReason: null,
  });
  expect(grade([layout], policy)).toMatchObject({ grade: 'B', score: 89, gradeReason: '理由1，等级最高为B' });
  expect(grade([layout, layout], policy)).toMatchObject({
    grade: 'C',
    score: 79,
    gradeReason: '理由2，等级最高为C',
  });
});

const severities = ['info', 'warning', 'error'] as const;

const ascending = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }))
  .map((values) => [...values].sort((one, other) => one - other))
  .map(([info = 0, warning = 0, error = 0]) => ({ info, warning, error }));

const policies: fc.Arbitrary<GradingPolicy> = fc
  .record({
    penalties: ascending,
    extractionFactor: fc.constantFrom(0, 0.25, 1),
    weights: fc.dictionary(fc.constantFrom(...categories), fc.constantFrom(0, 0.5, 1, 2)),
    gates: fc.array(
      fc.record({
        id: fc.constant('gate'),
        when: fc.record(
          {
            category: fc.constantFrom(...categories),
            unexplained: fc.constant(true),
            causes: fc.integer({ min: 1, max: 4 }),
          },
          { requiredKeys: ['causes'] },
        ),
        cap: fc.constantFrom('B' as const, 'C' as const, 'D' as const, 'E' as const),
        reason: fc.constant({ 'zh-CN': '理由', en: 'reason' }),
      }),
      { maxLength: 3 },
    ),
  })
  .map((some) => ({ ...plain, caps: { error: 70, warning: 30, info: 10 }, ...some }));

const causes: fc.Arbitrary<Cause> = fc.record({
  rules: fc.constant([]),
  category: fc.constantFrom(...categories),
  severity: fc.constantFrom(...severities),
  count: fc.integer({ min: 1, max: 8 }),
  kind: fc.constantFrom('explained' as const, 'unexplained' as const),
  extraction: fc.boolean(),
  ref: fc.constant({ finding: 'f1' }),
  title: fc.constant('wrong'),
});

const rank = (letter: string): number => 'ABCDEU'.indexOf(letter);

test('another cause never raises score or grade', () => {
  fc.assert(
    fc.property(policies, fc.array(causes, { maxLength: 12 }), causes, (policy, before, added) => {
      const [one, two] = [grade(before, policy), grade([added, ...before], policy)];
      expect(two.score).toBeLessThanOrEqual(one.score ?? 0);
      expect(rank(two.grade)).toBeGreaterThanOrEqual(rank(one.grade));
    }),
    { numRuns: examples(2000) },
  );
});

test('a graver cause never raises score or grade, though it leaves the cap of the milder ones', () => {
  fc.assert(
    fc.property(
      policies,
      fc.array(causes, { maxLength: 12 }),
      causes,
      fc.nat(2),
      (policy, rest, which, to) => {
        const graver = severities[Math.max(to, severities.indexOf(which.severity))] ?? 'error';
        const [one, two] = [
          grade([which, ...rest], policy),
          grade([{ ...which, severity: graver }, ...rest], policy),
        ];
        expect(two.score).toBeLessThanOrEqual(one.score ?? 0);
      },
    ),
    { numRuns: examples(2000) },
  );
});

test('a cause costs what its dearest rule costs by itself, whatever its severity and category', () => {
  const policy: GradingPolicy = { ...plain, deductions: { LATE: 20, TITLE: 2, BOTH: 3 } };
  const scoreFor = (...causes: Partial<Cause>[]) => grade(causes.map(cause), policy).score;
  expect(scoreFor({ rules: ['LATE'], severity: 'warning' })).toBe(80);
  expect(scoreFor({ rules: ['TITLE'], severity: 'info' })).toBe(98);
  expect(scoreFor({ rules: ['TITLE', 'BOTH', 'OTHER'], severity: 'info', category: 'quality' })).toBe(97);
  expect(scoreFor({ rules: ['OTHER'], severity: 'info' })).toBe(100);
  expect(scoreFor({ rules: ['LATE'], extraction: true })).toBe(90);
  // Beside other causes it costs no less, until nothing is left.
  expect(scoreFor({ rules: ['LATE'], severity: 'warning' }, { rules: ['TITLE'], severity: 'info' })).toBe(78);
  expect(scoreFor(...Array.from({ length: 6 }, () => ({ rules: ['LATE'] })))).toBe(0);
});
