import { expect, test } from 'vitest';
import { loadDefaultRules, loadForms } from '../../defaults/defaults.js';
import { reportOf } from '../../rules/test/test-report.js';
import type { RuleTest } from '../../rules/rule.js';
import { evaluate } from '../../rules/index.js';
import type { Audit } from '../../model/index.js';
import { conclude } from '../index.js';

const forms = loadForms();
const rules = loadDefaultRules(forms);

async function audited(made: Partial<RuleTest>): Promise<Audit> {
  const report = reportOf({ name: '', expect: 'fail', layout: '2021', ...made }, forms);
  const outcomes = await evaluate(report, rules, { lang: 'zh-CN' });
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
