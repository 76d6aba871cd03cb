import { conclude } from '../conclude/index.js';
import type { Resources } from './audit.js';
import { contradictedIn, type Category, type Figures, type Report } from '../model/index.js';
import { evaluate } from '../rules/evaluate/evaluate.js';
import type { RuleSet } from '../rules/index.js';

const ofTables: readonly Category[] = ['arithmetic', 'impossible'];
const withTables = new WeakMap<RuleSet, RuleSet>();

/** The figures of a report that its own tables contradict, by what the rules say of it alone. */
export async function contradictionsOf(
  report: Report,
  { rules, forms }: Pick<Resources, 'rules' | 'forms'>,
): Promise<Figures['contradicted']> {
  const own = withTables.get(rules) ?? { ...rules, rules: rules.rules.filter(isOfTables) };
  withTables.set(rules, own);
  const outcomes = await evaluate(report, own, { lang: 'zh-CN' });
  return contradictedIn(conclude(report, outcomes, { grading: rules.grading, forms, lang: 'zh-CN' }));
}

function isOfTables({ category, applies }: RuleSet['rules'][number]): boolean {
  return ofTables.includes(category) && applies?.given === undefined;
}
