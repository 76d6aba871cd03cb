import type { RuleSet } from '../../rules/index.js';
import type { Rule } from '../../rules/rule.js';
import { possible } from '../lint/possible.js';
import { readingsOf, type RuleReading } from '../lint/readings.js';
import type { Case } from '../lint/atoms.js';

/** Whether it is certain that no complete report is judged differently by the two, counts not being below zero. */
export function areEquivalent(rule: Rule, mutant: Rule, ruleSet: RuleSet): boolean {
  let seen = 0;
  for (const form of ruleSet.forms) {
    const one = readingsOf({ ...ruleSet, rules: [rule] }, form);
    const other = readingsOf({ ...ruleSet, rules: [mutant] }, form);
    if (one.length !== other.length) return false;
    seen += one.length;
    const same = one.every((reading, index) => {
      const changed = other[index];
      return changed !== undefined && within(reading, changed) && within(changed, reading);
    });
    if (!same) return false;
  }
  return seen > 0;
}

/** Whether whatever violates the one violates the other. */
function within(one: RuleReading, other: RuleReading): boolean {
  if (one.violated === null || other.holds === null) return false;
  const holds = other.holds;
  const cases = one.violated.flatMap((each) =>
    holds.map((inner): Case => ({
      constraints: [...each.constraints, ...inner.constraints],
      choices: [...each.choices, ...inner.choices],
    })),
  );
  return possible(cases, [...one.bounds, ...other.bounds]) === false;
}
