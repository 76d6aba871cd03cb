import { isSelector } from '../../rules/form/address.js';
import { selectorsOf } from '../../rules/load/compile.js';
import type { Rule } from '../../rules/rule.js';
import type { Book } from './book.js';

const MOST = 8;

/** Rules that this one names or that name it, then those that read the same cells, the closest first. */
export function relatedTo(rule: Rule, { ruleSet }: Book): Rule[] {
  const others = ruleSet.rules.filter(({ id }) => id !== rule.id);
  const own = cellsOf(rule);
  const rated = others.map((other) => ({
    other,
    named: names(rule, other) || names(other, rule),
    shared: share(own, cellsOf(other)),
  }));
  return rated
    .filter(({ named, shared }) => named || shared >= 0.5)
    .sort((a, b) => Number(b.named) - Number(a.named) || b.shared - a.shared)
    .slice(0, MOST)
    .map(({ other }) => other);
}

function names(rule: Rule, { id }: Rule): boolean {
  const text = `${rule.note?.['zh-CN'] ?? ''} ${rule.note?.en ?? ''}`;
  return rule.implies?.includes(id) === true || new RegExp(`(?<![A-Z0-9-])${id}(?![A-Z0-9-])`).test(text);
}

function cellsOf(rule: Rule): ReadonlySet<string> {
  return new Set(selectorsOf(rule.conditions).filter((text) => isSelector(text.replace(/\{\w+\}/g, '*'))));
}

function share(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const all = new Set([...one, ...other]);
  const both = [...one].filter((each) => other.has(each));
  return all.size === 0 ? 0 : both.length / all.size;
}
