import type { FormEdition } from '../../model/index.js';
import { compile, lookupOf } from '../../rules/load/compile.js';
import { combinations, isOverReport } from '../../rules/evaluate/evaluate.js';
import { viewOf, type FormView } from '../../rules/form/form-view.js';
import type { RuleSet } from '../../rules/index.js';
import { substitute, Untold } from '../../rules/message/placeholders.js';
import type { Condition, Rule } from '../../rules/rule.js';
import { boundsOf, casesOf, type Case } from './atoms.js';
import type { Constraint } from './feasible.js';

/** A rule for one combination of its variables on one edition of the form. */
export interface RuleReading {
  rule: Rule;
  /** It runs over what a report says, so that it cannot be compared with rules that do not run over the same. */
  open: boolean;
  view: FormView;
  conditions: Condition;
  /** Cases in which it is violated, and in which it holds; `null`: too many to look at. */
  violated: readonly Case[] | null;
  holds: readonly Case[] | null;
  bounds: readonly Constraint[];
  /** It states that two sums of cells are equal, and nothing else. */
  equation: Constraint | null;
  /** What it speaks of: cells, and other facts with their params. */
  quantities: ReadonlySet<string>;
}

/** Every way in which the rules apply to an edition. What a rule over the statements of a report reads of them stays open. */
export function readingsOf(ruleSet: RuleSet, form: FormEdition): RuleReading[] {
  const view = viewOf(form);
  return ruleSet.rules.flatMap((rule) => {
    const open = isOverReport(rule);
    const bindings = open ? [{}] : combinations(rule, view, null);
    return bindings.flatMap((each): RuleReading[] => {
      const applies = open || compile(rule, each, view, form.years.from, ruleSet.parameters) !== null;
      if (!applies) return [];
      const conditions = filled(rule, lookupOf(each, form.years.from, ruleSet.parameters));
      if (conditions === null) return [];
      const violated = casesOf(conditions, view, false);
      const holds = casesOf(conditions, view, true);
      const [only] = holds ?? [];
      const alone = holds?.length === 1 && only?.choices.length === 0 ? only.constraints : [];
      const equation = alone.length === 1 && alone[0]?.sense === '=' ? alone[0] : null;
      const quantities = new Set(
        [...(violated ?? []), ...(holds ?? [])].flatMap(({ constraints, choices }) => [
          ...constraints.flatMap(({ terms }) => [...terms.keys()]),
          ...choices.map(({ quantity }) => quantity),
        ]),
      );
      return [
        {
          rule,
          open,
          view,
          conditions,
          violated,
          holds,
          bounds: boundsOf(conditions, view),
          equation,
          quantities,
        },
      ];
    });
  });
}

function filled(rule: Rule, lookup: (name: string) => unknown): Condition | null {
  try {
    return substitute(rule.conditions, lookup) as Condition;
  } catch (error) {
    if (error instanceof Untold) return null;
    throw error;
  }
}
