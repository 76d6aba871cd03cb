import type { Equation, MissingReason } from '../../model/index.js';
import { selectCells } from '../form/address.js';
import type { Bound } from '../domains/domain.js';
import { facts } from '../facts/index.js';
import type { FactReading } from '../facts/fact.js';
import { listOf } from '../facts/terms.js';
import type { FormView } from '../form/form-view.js';
import { resolveSum, type LinearSum } from '../evaluate/linear-sum.js';
import { operators } from '../operators/index.js';
import type { Literal, Operator } from '../operators/operator.js';
import { substitute, Untold, type Lookup } from '../message/placeholders.js';
import type { Condition, Leaf, ParameterValue, Rule } from '../rule.js';
import { unknown } from '../value.js';

export interface CompiledLeaf {
  left: FactReading;
  operator: Operator;
  right: { reading: FactReading } | { literal: Literal | readonly Literal[] };
}

export type Tree<L = CompiledLeaf> = { all: Tree<L>[] } | { any: Tree<L>[] } | { not: Tree<L> } | L;

/** A rule for one combination of its variables, bound to a form. */
export interface Instance {
  rule: Rule;
  bindings: Readonly<Record<string, Bound>>;
  tree: Tree;
  equation: Equation | null;
  /** The comparison that a finding shows; `null`: the one that decides. */
  shows: CompiledLeaf | null;
}

/** What many instances ask for, by what it says: it is made once, so that a report is asked for it once. */
export interface Asked {
  readings: Map<string, FactReading | null>;
  leaves: Map<string, CompiledLeaf | null>;
}

export const nothingAsked = (): Asked => ({ readings: new Map(), leaves: new Map() });

/** Cells of the form that the instance reads, by the params of its facts. */
export function selectorsOf(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(selectorsOf);
  if ('any' in condition) return condition.any.flatMap(selectorsOf);
  if ('not' in condition) return selectorsOf(condition.not);
  const right = rightFact(condition.value);
  return [
    ...(facts.get(condition.fact)?.selectors(condition.params ?? {}) ?? []),
    ...(right === null ? [] : (facts.get(right.fact)?.selectors(right.params ?? {}) ?? [])),
  ];
}

export function rightFact(value: unknown): { fact: string; params?: Record<string, unknown> } | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !('fact' in value)) return null;
  return value as { fact: string; params?: Record<string, unknown> };
}

/** `null` when the rule does not apply: the form lacks what it reads, or holds it in another edition. */
export function compile(
  rule: Rule,
  bindings: Readonly<Record<string, Bound>>,
  view: FormView,
  year: number | null,
  parameters: Parameters,
  asked: Asked = nothingAsked(),
): Instance | null {
  const lookup = lookupOf(bindings, year, parameters);
  let conditions: Condition;
  try {
    conditions = substitute(rule.conditions, lookup) as Condition;
  } catch (error) {
    if (!(error instanceof Untold)) throw error;
    return { rule, bindings, tree: untold(error.placeholder), equation: null, shows: null };
  }
  const layouts = rule.applies?.layouts;
  if (layouts !== undefined) {
    const editions = selectorsOf(conditions)
      .flatMap((selector) => selectCells(view, selector))
      .map((address) => view.editionOf(address));
    const used = editions.length === 0 ? [view.edition.id] : editions;
    if (!used.every((edition) => edition !== undefined && layouts.includes(edition))) return null;
  }
  const compiling = { view, asked };
  const tree = compileCondition(conditions, compiling);
  if (tree === null) return null;
  const shows = shownBy(rule, lookup, compiling);
  return { rule, bindings, tree, equation: equationOf(conditions, view), shows };
}

interface Compiling {
  view: FormView;
  asked: Asked;
}

function shownBy({ shows }: Rule, lookup: Lookup, compiling: Compiling): CompiledLeaf | null {
  if (shows === undefined) return null;
  const { left, right } = substitute(shows, lookup) as typeof shows;
  return compileLeaf(
    { fact: left.fact, params: left.params ?? {}, operator: 'notEqual', value: right },
    compiling,
  );
}

export type Parameters = Readonly<Record<string, ParameterValue>>;

/** What placeholders mean in conditions: variables by id, their properties, parameters, years. */
export function lookupOf(
  bindings: Readonly<Record<string, Bound>>,
  year: number | null,
  parameters: Parameters,
): Lookup {
  return (name) => {
    if (name === 'year') return year;
    if (name === 'nextYear') return year === null ? null : year + 1;
    if (name === 'previousYear') return year === null ? null : year - 1;
    const own = bindings[name];
    if (own !== undefined) return own.id;
    const [variable = '', property = ''] = name.split('.');
    if (variable === 'parameter') return parameters[property];
    return bindings[variable]?.properties[property];
  };
}

/** A tree that is unknown because a placeholder stands for something that the report does not tell. */
function untold(placeholder: string): Tree {
  const reason: MissingReason = /year$/i.test(placeholder) ? 'no-year' : 'no-claim';
  const operator = operators.get('equal');
  if (operator === undefined) throw new Error('operator equal');
  return { left: () => unknown(reason), operator, right: { literal: 0 } };
}

function compileCondition(condition: Condition, compiling: Compiling): Tree | null {
  if ('all' in condition) return compileList(condition.all, compiling, (all) => ({ all }));
  if ('any' in condition) return compileList(condition.any, compiling, (any) => ({ any }));
  if ('not' in condition) {
    const inner = compileCondition(condition.not, compiling);
    return inner === null ? null : { not: inner };
  }
  return compileLeaf(condition, compiling);
}

function compileList(list: Condition[], compiling: Compiling, wrap: (trees: Tree[]) => Tree): Tree | null {
  const trees = list.map((each) => compileCondition(each, compiling));
  return trees.every((tree) => tree !== null) ? wrap(trees) : null;
}

function compileLeaf(leaf: Leaf, compiling: Compiling): CompiledLeaf | null {
  const { leaves } = compiling.asked;
  const key = JSON.stringify(leaf);
  const found = leaves.get(key);
  if (found !== undefined) return found;
  const made = leafOf(leaf, compiling);
  leaves.set(key, made);
  return made;
}

function leafOf(leaf: Leaf, compiling: Compiling): CompiledLeaf | null {
  const left = readingOf(leaf, compiling);
  const operator = operators.get(leaf.operator);
  if (left === null || operator === undefined) return null;
  const right = rightFact(leaf.value);
  if (right === null) return { left, operator, right: { literal: leaf.value as Literal | Literal[] } };
  const reading = readingOf(right, compiling);
  return reading === null ? null : { left, operator, right: { reading } };
}

/** `null`: the form lacks what the fact is asked of. */
function readingOf(
  { fact, params = {} }: { fact: string; params?: Record<string, unknown> },
  { view, asked: { readings } }: Compiling,
): FactReading | null {
  const key = `${fact} ${JSON.stringify(params)}`;
  const found = readings.get(key);
  if (found !== undefined) return found;
  const reading = facts.get(fact)?.prepare(params, view) ?? null;
  readings.set(key, reading);
  return reading;
}

/** The equation that a rule states when it is violated where two sums of cells differ; what else `all` asks for only says when it counts. */
export function equationOf(condition: Condition, view: FormView): Equation | null {
  if ('all' in condition) {
    const stated = condition.all.flatMap((each) => equationOf(each, view) ?? []);
    return stated.length === 1 ? (stated[0] ?? null) : null;
  }
  if ('any' in condition) {
    const [only] = condition.any;
    return condition.any.length === 1 && only !== undefined ? equationOf(only, view) : null;
  }
  if ('not' in condition || condition.operator !== 'differsFrom') return null;
  const right = rightFact(condition.value);
  const left = termsOf(condition.fact, condition.params, view);
  const other =
    right === null ? (condition.value === 0 ? [] : null) : termsOf(right.fact, right.params, view);
  if (left === null || other === null) return null;
  return {
    terms: [
      ...left.map((term) => ({ cell: term.cell, coefficient: term.coefficient })),
      ...other.map((term) => ({ cell: term.cell, coefficient: -term.coefficient })),
    ],
  };
}

function termsOf(
  fact: string,
  params: Record<string, unknown> | undefined,
  view: FormView,
): LinearSum['terms'] | null {
  if (params?.['plus'] !== undefined) return null;
  const of = fact === 'sum' ? params?.['of'] : fact === 'cell' ? params?.['cell'] : undefined;
  return of === undefined ? null : (resolveSum(view, listOf(of as string | string[]))?.terms ?? null);
}
