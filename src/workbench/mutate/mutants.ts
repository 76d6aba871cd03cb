import { facts } from '../../rules/facts/index.js';
import { viewOf, type FormView } from '../../rules/form/form-view.js';
import type { RuleSet } from '../../rules/index.js';
import { rightFact } from '../../rules/load/compile.js';
import type { Condition, Leaf, Rule } from '../../rules/rule.js';
import { edited, nameOf, type Edit, type Path } from './edit.js';
import { neighbourOf } from './neighbour.js';
import { situationOf } from './situation.js';

/** A rule with one mistake in it. */
export interface Mutant {
  name: string;
  /** What a test that notices the mistake would be called. */
  situation: string;
  rule: Rule;
}

interface Scope {
  parameters: RuleSet['parameters'];
  views: readonly FormView[];
}

/**
 * The rule with every single mistake that its author may have made: another operator, a limit off by one, a term or condition left out, a
 * cell beside the right one, all for any, a limit of what it applies to left out. Words, patterns and texts are left as they are.
 */
export function mutantsOf(
  rule: Rule,
  { parameters, forms }: Pick<RuleSet, 'parameters' | 'forms'>,
): Mutant[] {
  const scope: Scope = { parameters, views: forms.map((form) => viewOf(form)).reverse() };
  const edits = [
    ...conditionEdits(rule.conditions, ['conditions'], scope),
    ...appliesEdits(rule),
    ...Object.entries(rule.each ?? {}).flatMap(([name, spec]) => domainEdits(spec, ['each', name])),
  ];
  return edits.map((edit) => ({
    name: nameOf(edit),
    situation: situationOf(rule, edit),
    rule: edited(rule, edit) as Rule,
  }));
}

function conditionEdits(condition: Condition, path: Path, scope: Scope): Edit[] {
  if ('not' in condition) {
    return [
      { path, to: condition.not, as: 'not left out' },
      ...conditionEdits(condition.not, [...path, 'not'], scope),
    ];
  }
  if ('fact' in condition) return leafEdits(condition, path, scope);
  const kind = 'all' in condition ? 'all' : 'any';
  const list = 'all' in condition ? condition.all : condition.any;
  const inner = list.flatMap((each, index) => conditionEdits(each, [...path, kind, index], scope));
  if (list.length < 2) return inner;
  return [
    kind === 'all' ? { path, to: { any: list }, as: 'any' } : { path, to: { all: list }, as: 'all' },
    ...list.map((_, index): Edit => ({ path: [...path, kind, index], drop: true })),
    ...inner,
  ];
}

const otherOperators: Readonly<Record<string, readonly string[]>> = {
  differsFrom: ['equal', 'greaterThan', 'lessThan'],
  notEqual: ['equal', 'greaterThan', 'lessThan'],
  equal: ['notEqual', 'greaterThanInclusive', 'lessThanInclusive'],
  greaterThan: ['greaterThanInclusive', 'lessThan', 'notEqual'],
  greaterThanInclusive: ['greaterThan', 'lessThanInclusive', 'equal'],
  lessThan: ['lessThanInclusive', 'greaterThan', 'notEqual'],
  lessThanInclusive: ['lessThan', 'greaterThanInclusive', 'equal'],
  in: ['notIn'],
  notIn: ['in'],
  notMultipleOf: ['notEqual'],
};

function leafEdits({ fact, params, operator, value }: Leaf, path: Path, scope: Scope): Edit[] {
  const isNumber = facts.get(fact)?.result === 'number';
  const operators = (otherOperators[operator] ?? []).filter(
    (name) => isNumber || name === 'equal' || name === 'notEqual' || name === 'in' || name === 'notIn',
  );
  const right = rightFact(value);
  return [
    ...operators.map((name): Edit => ({ path: [...path, 'operator'], to: name })),
    ...(right === null
      ? constantEdits(value, [...path, 'value'], scope)
      : paramEdits(right.params ?? {}, [...path, 'value', 'params'], scope)),
    ...paramEdits(params ?? {}, [...path, 'params'], scope),
  ];
}

/** A number off by one, one of a list left out. */
function constantEdits(value: unknown, path: Path, { parameters }: Scope): Edit[] {
  const name = typeof value === 'string' ? /^\{parameter\.(\w+)\}$/.exec(value)?.[1] : undefined;
  const known = name === undefined ? value : parameters[name];
  if (typeof known === 'number') return [1, -1].map((step): Edit => ({ path, to: known + step }));
  return Array.isArray(value) ? dropEach(value, path) : [];
}

function dropEach(list: readonly unknown[], path: Path): Edit[] {
  return list.length < 2 ? [] : list.map((_, index): Edit => ({ path: [...path, index], drop: true }));
}

/** Params that hold texts to look for. */
const texts: ReadonlySet<string> = new Set(['words', 'pattern', 'topics', 'claim', 'property']);

function paramEdits(params: Record<string, unknown>, path: Path, scope: Scope): Edit[] {
  return Object.entries(params).flatMap(([key, value]): Edit[] => {
    const at = [...path, key];
    if (texts.has(key)) return [];
    if (typeof value === 'boolean') return [{ path: at, to: !value }];
    if (typeof value === 'number') return constantEdits(value, at, scope);
    if (typeof value === 'string') return termEdits(value, at, scope);
    if (Array.isArray(value)) {
      const inner = value.flatMap((each: unknown, index): Edit[] => {
        if (typeof each === 'string') return termEdits(each, [...at, index], scope);
        return Array.isArray(each) ? listEdits(each, [...at, index], scope) : [];
      });
      return [...dropEach(value, at), ...inner];
    }
    return typeof value === 'object' && value !== null
      ? paramEdits(value as Record<string, unknown>, at, scope)
      : [];
  });
}

function listEdits(list: readonly unknown[], path: Path, scope: Scope): Edit[] {
  const inner = list.flatMap((each, index) =>
    typeof each === 'string' ? termEdits(each, [...path, index], scope) : [],
  );
  return [...dropEach(list, path), ...inner];
}

/** The cell beside the one that is meant, and the opposite sign. */
function termEdits(text: string, path: Path, { views }: Scope): Edit[] {
  if (text.includes('*.') || text.endsWith('*')) return [];
  const neighbour = neighbourOf(text, views);
  if (neighbour === null) return [];
  const isSum = path.includes('of') && path.length > 0;
  const negated = text.startsWith('-') ? text.slice(1) : `-${text}`;
  return [{ path, to: neighbour }, ...(isSum && !text.includes('+') ? [{ path, to: negated }] : [])];
}

function appliesEdits({ applies }: Rule): Edit[] {
  return Object.entries(applies ?? {}).flatMap(([key, value]): Edit[] => {
    const path: Path = ['applies', key];
    const whole: Edit = { path, drop: true };
    if (Array.isArray(value)) return [whole, ...dropEach(value, path)];
    if (key !== 'years') return [whole];
    const years = Object.entries(value as Record<string, number>);
    return years.flatMap(([end, year]): Edit[] => [
      { path: [...path, end], to: year + 1 },
      { path: [...path, end], to: year - 1 },
    ]);
  });
}

/** Members of a list, and limits of what a domain lets through, left out. */
function domainEdits(spec: unknown, path: Path): Edit[] {
  if (Array.isArray(spec)) return dropEach(spec, path);
  if (typeof spec !== 'object' || spec === null) return [];
  return Object.entries(spec as Record<string, Record<string, unknown>>).flatMap(([domain, params]) =>
    Object.entries(params).flatMap(([key, value]): Edit[] => {
      const at = [...path, domain, key];
      if (texts.has(key)) return [];
      const whole: Edit[] = key === 'measure' ? [] : [{ path: at, drop: true }];
      return [...whole, ...(Array.isArray(value) ? dropEach(value, at) : [])];
    }),
  );
}
