import { resolveSum } from '../../rules/evaluate/linear-sum.js';
import { selectCells } from '../../rules/form/address.js';
import { viewOf } from '../../rules/form/form-view.js';
import type { RuleSet } from '../../rules/index.js';
import { selectorsOf } from '../../rules/load/compile.js';
import type { Condition, Rule } from '../../rules/rule.js';

/** Terms of the sums, with their coefficients on the newest form that has them. */
export type Sum = readonly { cell: string; coefficient: number }[];

/** Numbers that the rule compares with, parameters by their value. */
export function numbersIn(rule: Rule, { parameters }: RuleSet): number[] {
  const found = new Set<number>();
  const collect = (node: unknown): void => {
    if (typeof node === 'number') found.add(Math.abs(node));
    else if (typeof node === 'string') {
      const value = parameters[/^\{parameter\.(\w+)\}$/.exec(node)?.[1] ?? ''];
      if (typeof value === 'number') found.add(value);
    } else if (typeof node === 'object' && node !== null) Object.values(node).forEach(collect);
  };
  collect(rule.conditions);
  return [...found];
}

export function sumsIn(condition: Condition, ruleSet: RuleSet): Sum[] {
  const views = ruleSet.forms.map((form) => viewOf(form)).reverse();
  const found: Sum[] = [];
  const collect = (node: unknown): void => {
    if (Array.isArray(node) && node.every((each) => typeof each === 'string')) {
      for (const view of views) {
        const texts = node.map((text: string) => text.replace(/\{\w+\}/g, 'total'));
        const sum = resolveSum(view, texts);
        if (sum === null) continue;
        found.push(sum.terms);
        return;
      }
    } else if (typeof node === 'object' && node !== null) Object.values(node).forEach(collect);
  };
  collect(condition);
  return found;
}

/** A cell or two for each selector of the conditions. */
export function cellsIn(rule: Rule, { forms }: RuleSet): string[] {
  const views = forms.map((form) => viewOf(form)).reverse();
  return [...new Set(selectorsOf(rule.conditions))].flatMap((selector) => {
    const pattern = selector.replace(/\{\w+\}/g, '*');
    const [found = []] = views.map((view) => selectCells(view, pattern)).filter((list) => list.length > 0);
    return found.slice(0, 2);
  });
}

/** Measures that the claims of the rule may have. */
export function measuresIn(rule: Rule, { forms }: RuleSet): string[] {
  const found = new Set<string>();
  const views = forms.map((form) => viewOf(form)).reverse();
  for (const spec of Object.values(rule.each ?? {})) {
    const params = typeof spec === 'object' && !Array.isArray(spec) ? spec['claims'] : undefined;
    const measure = (params as { measure?: string | string[] } | undefined)?.measure;
    for (const text of [measure ?? []].flat()) {
      const parts = text.split('+').map((part) => {
        const pattern = part.replace(/^(share|change)\./, '');
        const prefix = part.slice(0, part.length - pattern.length);
        const [matching = [pattern]] = views
          .map((view) => selectCells(view, pattern))
          .filter((list) => list.length > 0);
        return matching.slice(0, 24).map((each) => prefix + each);
      });
      const [first = [], ...rest] = parts;
      for (const each of first)
        found.add([each, ...rest.map((list) => list[list.length - 1] ?? '')].join('+'));
    }
  }
  return [...found];
}
