import { expect, test } from 'vitest';
import { reportOf } from '../../rules/test/test-report.js';
import { surroundingsOf } from '../../rules/test/test-surroundings.js';
import type { RuleTest } from '../../rules/test/rule-test.js';
import { evaluate } from '../../rules/index.js';
import type { Audit } from '../../model/index.js';
import { conclude } from '../index.js';
import { forms, rules } from '../../../test/fixtures/defaults.js';

async function audited(made: Partial<RuleTest>): Promise<Audit> {
  const written: RuleTest = { name: '', expect: 'fail', layout: '2021', ...made };
  const report = reportOf(written, forms);
  const surroundings = surroundingsOf(written, forms);
  const outcomes = await evaluate(report, rules, { lang: 'zh-CN', surroundings });
  return conclude(report, outcomes, { grading: rules.grading, forms, lang: 'zh-CN' });
}

const problems = ({ findings }: Audit, ...wanted: string[]) =>
  findings
    .filter(({ rule }) => wanted.includes(rule))
    .map(({ id, rule, sameAs, rootCause }) => ({ id, rule, sameAs, rootCause }));

const balanced = {
  't3.received.naturalPerson': 95,
  't3.received.total': 95,
  't3.granted.naturalPerson': 95,
  't3.granted.total': 95,
  't3.totalHandled.naturalPerson': 95,
  't3.totalHandled.total': 95,
};
const received = { measure: 't3.received.total', value: 17, quote: '共受理申请17件' };
const handled = { measure: 't3.totalHandled.total', value: 17 };

test('a sentence that states one wrong number is one problem and costs once', async () => {
  const claims = [received, { ...handled, quote: '均已按期答复' }];
  const audit = await audited({
    cells: balanced,
    claims,
    sections: { 一: '本年共受理申请17件，均已按期答复。' },
  });
  const [first, second] = problems(audit, 'N-RECV', 'N-HANDLED');
  expect(second).toMatchObject({ sameAs: first?.id, rootCause: null });
  expect(first).toMatchObject({ sameAs: null });
  const alone = await audited({ cells: balanced, claims: [received], sections: { 一: '共受理申请17件。' } });
  expect(audit.score).toBe(alone.score);
});

test('two wrong numbers of one sentence, and two sentences, are two problems', async () => {
  const twice = await audited({
    cells: balanced,
    claims: [received, { ...handled, quote: '办结17件' }],
    sections: { 一: '共受理申请17件，办结17件。' },
  });
  const apart = await audited({
    cells: balanced,
    claims: [received, { ...handled, quote: '均已按期答复' }],
    sections: { 一: '共受理申请17件。经研究，均已按期答复。' },
  });
  for (const audit of [twice, apart])
    expect(problems(audit, 'N-RECV', 'N-HANDLED')).toEqual([
      expect.objectContaining({ sameAs: null }),
      expect.objectContaining({ sameAs: null }),
    ]);
});

test('an application that the report lacks is one problem of Table 3, whatever cells it is missing from', async () => {
  const register = {
    ...balanced,
    't3.received.total': 96,
    't3.granted.total': 96,
    't3.totalHandled.total': 96,
    't4.review.upheld': 1,
    't4.review.total': 1,
  };
  const cells = { ...balanced, 't4.review.upheld': 0, 't4.review.total': 0 };
  const found = problems(await audited({ cells, register }), 'REG-FIGURE');
  const [first, , , fourth] = found;
  expect(found.map(({ sameAs }) => sameAs)).toEqual([null, first?.id, first?.id, null, fourth?.id]);
});
