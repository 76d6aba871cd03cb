import type { Lang, Outcome } from '../../model/index.js';
import { evaluate } from '../evaluate/evaluate.js';
import type { Rule } from '../rule.js';
import type { RuleTest } from './rule-test.js';
import type { RuleSet } from '../rule-set.js';
import { onEdition, reportOf } from './test-report.js';
import { surroundingsOf } from './test-surroundings.js';

export interface RuleTestResult {
  rule: string;
  test: string;
  expected: RuleTest['expect'];
  /** What the rule said; `silent`: nothing. */
  actual: RuleTest['expect'];
  /** Why the test does not hold, empty when it does. */
  faults: string[];
  outcomes: Outcome[];
}

/** Runs the tests of every rule, each rule alone; `lang` is that of the messages, and the tests expect Chinese ones. */
export async function testRules(ruleSet: RuleSet, lang: Lang = 'zh-CN'): Promise<RuleTestResult[]> {
  const results: RuleTestResult[] = [];
  for (const rule of ruleSet.rules) {
    const alone: RuleSet = { ...ruleSet, rules: [rule] };
    for (const test of rule.tests) results.push(await runTest(rule, test, alone, lang));
  }
  return results;
}

/** What the rules say of the report that a test describes, in the surroundings that it describes. */
export function evaluateTest(test: RuleTest, ruleSet: RuleSet, lang: Lang): Promise<Outcome[]> {
  const pinned = onEdition(test, ruleSet);
  const surroundings = surroundingsOf(pinned, ruleSet.forms);
  return evaluate(reportOf(pinned, ruleSet.forms), ruleSet, { lang, surroundings });
}

async function runTest(rule: Rule, test: RuleTest, ruleSet: RuleSet, lang: Lang): Promise<RuleTestResult> {
  return judgeTest(rule.id, test, await evaluateTest(test, ruleSet, lang));
}

/** Holds what a rule said of the report that a test describes against what the test expects. */
export function judgeTest(rule: string, test: RuleTest, outcomes: Outcome[]): RuleTestResult {
  const verdicts = new Set(outcomes.map((outcome) => outcome.verdict));
  const actual =
    (['fail', 'notAssessable', 'pass'] as const).find((verdict) => verdicts.has(verdict)) ?? 'silent';
  const failed = outcomes.filter((outcome) => outcome.verdict === 'fail');
  const faults: string[] = [];
  if (actual !== test.expect) faults.push(`expected ${test.expect}, got ${actual}`);
  const rests = outcomes.some(({ verdict, assuming }) => verdict === actual && assuming.length > 0);
  if (actual === test.expect && rests !== (test.assuming !== undefined))
    faults.push(rests ? 'rests on blanks as none' : 'does not rest on blanks as none');
  if (test.expect === 'fail') {
    const cells = new Set(failed.flatMap((outcome) => outcome.cells));
    const claims = new Set(failed.flatMap((outcome) => outcome.claims));
    const messages = failed.map((outcome) => `${outcome.message}\n${outcome.fix ?? ''}`).join('\n');
    for (const cell of test.blames ?? []) if (!cells.has(cell)) faults.push(`does not blame ${cell}`);
    for (const claim of test.blamesClaims ?? [])
      if (!claims.has(claim)) faults.push(`does not blame ${claim}`);
    for (const words of test.says ?? []) if (!messages.includes(words)) faults.push(`does not say ${words}`);
    if (/[{}]|undefined|NaN/.test(messages)) faults.push(`unfilled placeholder: ${messages}`);
    const suspect = test.suspect ?? 'report';
    if (failed.some((outcome) => outcome.suspect !== suspect)) faults.push(`suspect is not ${suspect}`);
  }
  return { rule, test: test.name, expected: test.expect, actual, faults, outcomes };
}
