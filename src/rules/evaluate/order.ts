import { categories } from '../../model/index.js';
import type { Rule } from '../rule.js';
import type { RuleSet } from '../rule-set.js';

const sorted = new WeakMap<RuleSet, readonly Rule[]>();

/** The rules by category and id, so that results do not depend on the order of the files. */
export function orderOf(ruleSet: RuleSet): readonly Rule[] {
  const found = sorted.get(ruleSet);
  if (found !== undefined) return found;
  const list = [...ruleSet.rules].sort(
    (a, b) =>
      categories.indexOf(a.category) - categories.indexOf(b.category) ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  sorted.set(ruleSet, list);
  return list;
}
