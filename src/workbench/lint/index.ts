import type { RuleSet } from '../../rules/index.js';
import type { Rule } from '../../rules/rule.js';
import { compile } from '../../rules/load/compile.js';
import { combinations, isOverReport } from '../../rules/evaluate/evaluate.js';
import { viewOf } from '../../rules/form/form-view.js';
import type { Catalogue } from '../catalogue.js';
import { citedNotices } from './cited.js';
import { logicNotices } from './logic.js';
import type { Notice } from './notice.js';
import { writtenNotices } from './written.js';

/**
 * Everything about the rules that is probably not meant, in the order of the rules. `catalogue`: the checks that they answer to; `own`: the
 * rules to look at, against all of them.
 */
export function lintRules(
  ruleSet: RuleSet,
  catalogue: Catalogue | null,
  own: readonly Rule[] = ruleSet.rules,
): Notice[] {
  const ids = new Set(own.map(({ id }) => id));
  const order = new Map(ruleSet.rules.map(({ id }, index) => [id, index]));
  const place = ({ rule }: Notice): number => (rule === null ? order.size : (order.get(rule) ?? 0));
  return [
    ...writtenNotices(ruleSet, own),
    ...inapplicable(ruleSet, own),
    ...logicNotices(ruleSet, own),
    ...citedNotices(ruleSet).filter(({ rule }) => rule === null || ids.has(rule)),
    ...catalogueNotices(ruleSet, catalogue),
  ].sort((a, b) => place(a) - place(b));
}

/** Rules that apply to no report on any edition of the form. */
function inapplicable({ forms, parameters }: RuleSet, own: readonly Rule[]): Notice[] {
  const views = forms.map((form) => viewOf(form));
  return own
    .filter((rule) => {
      const { from, to } = rule.applies?.years ?? {};
      if (from !== undefined && to !== undefined && from > to) return true;
      if (isOverReport(rule)) return false;
      return views.every((view) =>
        combinations(rule, view, null).every(
          (bindings) => compile(rule, bindings, view, view.edition.years.from, parameters) === null,
        ),
      );
    })
    .map(({ id }) => ({ code: 'neverApplies', rule: id, values: {} }));
}

function catalogueNotices({ rules }: RuleSet, catalogue: Catalogue | null): Notice[] {
  const ids = new Set(rules.map(({ id }) => id));
  return (catalogue?.entries ?? []).flatMap(({ id, rules: named = [] }) =>
    named
      .filter((rule) => !ids.has(rule))
      .map((rule): Notice => ({ code: 'catalogueUnknown', rule: null, values: { id, rule } })),
  );
}
