import type { RuleSet } from '../../rules/index.js';
import type { Rule } from '../../rules/rule.js';
import type { RuleTest } from '../../rules/test/rule-test.js';
import { evaluateTest, judgeTest } from '../../rules/test/test-rules.js';
import { areEquivalent } from './equivalent.js';
import { mutantsOf, type Mutant } from './mutants.js';
import { suggestTests } from './suggest-test.js';

export interface Survivor {
  mutant: string;
  /** A test that tells it from the rule; `null`: none was found. */
  test: RuleTest | null;
}

/** How well the tests of a rule guard it. */
export interface RuleScore {
  rule: string;
  /** Mutants that a test could tell from the rule. */
  mutants: number;
  killed: number;
  /** Mutants that say the same as the rule: proved so, or explained in the file. */
  equivalent: number;
  survivors: Survivor[];
}

/** Mutates every rule and runs its tests on the mutants: one that no test notices shows what is not tested. */
export async function mutateRules(ruleSet: RuleSet, suggest = true): Promise<RuleScore[]> {
  const scores: RuleScore[] = [];
  for (const rule of ruleSet.rules) scores.push(await mutateRule(rule, ruleSet, suggest));
  return scores;
}

async function mutateRule(rule: Rule, ruleSet: RuleSet, suggest: boolean): Promise<RuleScore> {
  const all = mutantsOf(rule, ruleSet);
  const alive = await survivorsOf(rule, all, ruleSet);
  const explained = new Set(rule.equivalent?.map(({ mutant }) => mutant));
  const open = alive.filter(
    ({ name, rule: mutant }) => !explained.has(name) && !areEquivalent(rule, mutant, ruleSet),
  );
  const tests =
    suggest && open.length > 0 ? await suggestTests(rule, open, ruleSet) : new Map<string, RuleTest>();
  return {
    rule: rule.id,
    mutants: all.length - alive.length + open.length,
    killed: all.length - alive.length,
    equivalent: alive.length - open.length,
    survivors: open.map(({ name }) => ({ mutant: name, test: tests.get(name) ?? null })),
  };
}

/** The mutants that pass every test of the rule. All are judged at once, under ids of their own. */
async function survivorsOf(rule: Rule, mutants: readonly Mutant[], ruleSet: RuleSet): Promise<Mutant[]> {
  let alive = mutants.map((mutant, index) => ({ mutant, rule: { ...mutant.rule, id: `MUTANT${index}` } }));
  for (const test of rule.tests) {
    if (alive.length === 0) break;
    const outcomes = await evaluateTest(test, { ...ruleSet, rules: alive.map((each) => each.rule) }, 'zh-CN');
    alive = alive.filter(({ rule: { id } }) => {
      const own = outcomes.filter((outcome) => outcome.rule === id);
      return judgeTest(id, test, own).faults.length === 0;
    });
  }
  return alive.map(({ mutant }) => mutant);
}
