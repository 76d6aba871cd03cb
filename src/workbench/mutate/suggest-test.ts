import type { Outcome } from '../../model/index.js';
import type { RuleSet } from '../../rules/index.js';
import type { Rule } from '../../rules/rule.js';
import type { RuleTest } from '../../rules/test/rule-test.js';
import { evaluateTest } from '../../rules/test/test-rules.js';
import { changesFor } from './changes.js';
import type { Mutant } from './mutants.js';

/** Reports to try for one rule, with one change and with several. */
const MOST_SINGLE = 600;
const MOST_COMBINED = 600;
const MOST_BLAMED = 6;

/** For every mutant a test that tells it from the rule, found by changing a few things in the tests that there are. */
export async function suggestTests(
  rule: Rule,
  mutants: readonly Mutant[],
  ruleSet: RuleSet,
): Promise<Map<string, RuleTest>> {
  const found = new Map<string, RuleTest>();
  const trial = { ...rule, id: 'ORIGINAL' };
  let left = mutants.map((mutant, index) => ({ mutant, rule: { ...mutant.rule, id: `MUTANT${index}` } }));
  const judge = async (test: RuleTest): Promise<Map<string, Outcome[]>> => {
    const all = { ...ruleSet, rules: [trial, ...left.map((each) => each.rule)] };
    const outcomes = new Map<string, Outcome[]>();
    for (const outcome of await evaluateTest(test, all, 'zh-CN')) {
      outcomes.set(outcome.rule, [...(outcomes.get(outcome.rule) ?? []), outcome]);
    }
    return outcomes;
  };
  const cells = new Set<string>();
  for (const test of rule.tests) {
    for (const list of (await judge(test)).values())
      for (const each of list) each.cells.forEach((cell) => cells.add(cell));
  }
  for (const test of candidatesOf(rule, [...cells], ruleSet)) {
    if (left.length === 0) break;
    const outcomes = await judge(test);
    const own = outcomes.get('ORIGINAL') ?? [];
    left = left.filter(({ mutant, rule: { id } }) => {
      const other = outcomes.get(id) ?? [];
      if (signature(own) === signature(other)) return true;
      const verdict = verdictOf(own);
      const blames = verdict === 'fail' ? cellsOf(own).slice(0, MOST_BLAMED) : [];
      if (verdict === verdictOf(other) && blames.every((cell) => cellsOf(other).includes(cell))) return true;
      found.set(mutant.name, {
        ...test,
        name: mutant.situation,
        expect: verdict,
        ...(own.some(({ verdict: each, assuming }) => each === verdict && assuming.length > 0)
          ? { assuming: 'blank-as-none' as const }
          : {}),
        ...(blames.length === 0 ? {} : { blames }),
        ...(own.some(({ verdict: each, suspect }) => each === 'fail' && suspect === 'extraction')
          ? { suspect: 'extraction' as const }
          : {}),
      });
      return false;
    });
  }
  return found;
}

function verdictOf(outcomes: readonly Outcome[]): RuleTest['expect'] {
  const verdicts = outcomes.map(({ verdict }) => verdict);
  return (['fail', 'notAssessable', 'pass'] as const).find((each) => verdicts.includes(each)) ?? 'silent';
}

function cellsOf(outcomes: readonly Outcome[]): string[] {
  const failed = outcomes.filter(({ verdict }) => verdict === 'fail');
  return [...new Set(failed.flatMap(({ cells }) => cells))];
}

function signature(outcomes: readonly Outcome[]): string {
  return JSON.stringify([verdictOf(outcomes), cellsOf(outcomes)]);
}

/** The tests with one change each, then with several, without what they expect; odd changes come last. */
function* candidatesOf(rule: Rule, cells: readonly string[], ruleSet: RuleSet): Generator<RuleTest> {
  const { usual, odd } = changesFor(rule, cells, ruleSet);
  const bases = rule.tests.map(
    ({ blames: _, blamesClaims: __, says: ___, suspect: ____, assuming: _____, ...base }) => base,
  );
  const random = sequence(1);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  for (const changes of [usual, [...odd, ...usual]]) {
    const singles = bases.length * changes.length;
    const step = Math.max(1, Math.ceil(singles / MOST_SINGLE));
    for (let index = 0; index < singles; index += step) {
      const base = bases[index % bases.length];
      const change = changes[Math.floor(index / bases.length)];
      if (base !== undefined && change !== undefined) yield change(base);
    }
    for (let index = 0; index < MOST_COMBINED; index += 1) {
      let test = pick(bases);
      for (let count = 2 + Math.floor(random() * 3); count > 0 && test !== undefined; count -= 1) {
        test = pick(changes)?.(test) ?? test;
      }
      if (test !== undefined) yield test;
    }
  }
}

/** Numbers from 0 to 1, the same on every run. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
