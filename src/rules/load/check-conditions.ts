import { isSelector, selectCells } from '../form/address.js';
import { lookupOf, rightFact, type Parameters } from './compile.js';
import type { Bound } from '../domains/domain.js';
import { facts } from '../facts/index.js';
import type { Fact } from '../facts/fact.js';
import type { FormView } from '../form/form-view.js';
import { operators } from '../operators/index.js';
import type { Operator } from '../operators/operator.js';
import { placeholdersOf, substitute } from '../message/placeholders.js';
import type { Problem } from '../../yaml/problem.js';
import type { ParsedSource, Path } from '../../yaml/source.js';
import { suggest } from '../../yaml/suggest.js';
import { problemsOf } from '../../yaml/zod-problems.js';
import { paramsOf } from './params.js';

/** What the conditions of one rule are checked against. */
export interface Checking {
  source: ParsedSource;
  parameters: Parameters;
  /** Names that may stand between braces. */
  placeholders: ReadonlySet<string>;
  /** Every form the rule may meet, with the combinations of its variables there. */
  cases: readonly { view: FormView; bindings: readonly Readonly<Record<string, Bound>>[] }[];
  keys: readonly string[];
}

const SAMPLE_YEAR = 2021;

export function checkCondition(node: unknown, path: Path, checking: Checking): Problem[] {
  const { source } = checking;
  if (typeof node !== 'object' || node === null || Array.isArray(node))
    return [source.problem('not-a-mapping', path)];
  const keys = Object.keys(node);
  const kinds = keys.filter((key) => key === 'all' || key === 'any' || key === 'not' || key === 'fact');
  const [kind] = kinds;
  if (kinds.length !== 1 || kind === undefined) return [source.problem('mixed-condition', path)];
  const allowed = kind === 'fact' ? ['fact', 'params', 'operator', 'value'] : [kind];
  const strange = keys
    .filter((key) => !allowed.includes(key))
    .map((key) => source.problemAtKey('unknown-key', [...path, key], { key }, suggest(key, allowed)));
  const inner = (node as Record<string, unknown>)[kind];
  if (kind === 'fact') return [...strange, ...checkLeaf(node as Record<string, unknown>, path, checking)];
  if (kind === 'not') return [...strange, ...checkCondition(inner, [...path, kind], checking)];
  if (!Array.isArray(inner) || inner.length === 0) {
    return [...strange, source.problem('empty-condition', [...path, kind], { key: kind })];
  }
  return [
    ...strange,
    ...inner.flatMap((each, index) => checkCondition(each, [...path, kind, index], checking)),
  ];
}

function checkLeaf(leaf: Record<string, unknown>, path: Path, checking: Checking): Problem[] {
  const { source } = checking;
  const fact = facts.get(String(leaf['fact']));
  const operator = operators.get(String(leaf['operator']));
  const problems = checkFact(leaf, path, checking);
  for (const key of ['operator', 'value']) {
    if (!(key in leaf)) problems.push(source.problem('missing-key', path, { key }));
  }
  if ('operator' in leaf && operator === undefined) {
    const value = String(leaf['operator']);
    problems.push(
      source.problem('unknown-operator', [...path, 'operator'], { value }, suggest(value, operators.keys())),
    );
  }
  if (fact !== undefined && operator !== undefined && !operator.accepts.includes(fact.result)) {
    problems.push(
      source.problem('operand-type', [...path, 'operator'], { operator: operator.name, type: fact.result }),
    );
  }
  if ('value' in leaf)
    problems.push(...checkValue(leaf['value'], fact, operator, [...path, 'value'], checking));
  return problems;
}

function checkValue(
  value: unknown,
  fact: Fact | undefined,
  operator: Operator | undefined,
  path: Path,
  checking: Checking,
): Problem[] {
  const { source } = checking;
  const right = rightFact(value);
  if (right !== null) {
    const problems = checkFact({ ...right }, path, checking);
    const result = facts.get(right.fact)?.result;
    if (fact !== undefined && result !== undefined && result !== fact.result) {
      problems.push(source.problem('wrong-type', path, { key: 'value', expected: fact.result }));
    }
    return problems;
  }
  const strange = checkPlaceholders(value, path, checking);
  if (strange.length > 0) return strange;
  const filled = fillSample(value, checking);
  const isList = Array.isArray(filled);
  if (operator !== undefined && isList !== (operator.right === 'list')) {
    return [
      source.problem('wrong-type', path, {
        key: 'value',
        expected: operator.right === 'list' ? 'list' : 'value',
      }),
    ];
  }
  const expected =
    fact === undefined ? null : { number: 'number', text: 'string', boolean: 'boolean' }[fact.result];
  const wrong = [filled]
    .flat()
    .find((each) => expected !== null && typeof each !== expected && !hasPlaceholder(each));
  return wrong === undefined
    ? []
    : [source.problem('wrong-type', path, { key: 'value', expected: fact?.result ?? '' })];
}

export function checkFact(leaf: Record<string, unknown>, path: Path, checking: Checking): Problem[] {
  const { source, keys } = checking;
  const name = String(leaf['fact']);
  const fact = facts.get(name);
  if (fact === undefined) {
    return [source.problem('unknown-fact', [...path, 'fact'], { value: name }, suggest(name, facts.keys()))];
  }
  const params = leaf['params'] ?? {};
  const at = [...path, 'params'];
  const strange = checkPlaceholders(params, at, checking);
  if (strange.length > 0) return strange;
  const parsed = paramsOf(fact).safeParse(fillSample(params, checking));
  if (!parsed.success) return problemsOf(parsed.error, params, at, source, keys);
  return checkCells(fact, params, at, checking);
}

/**
 * Every address must exist in at least one form that the rule may meet; one with placeholders for at least one of their values, because
 * editions differ in rows and columns.
 */
function checkCells(fact: Fact, params: unknown, path: Path, checking: Checking): Problem[] {
  const tried = new Map<number, string>();
  const known = new Set<number>();
  for (const { view, bindings } of checking.cases) {
    for (const each of bindings) {
      const filled = substitute(params, lookupOf(each, SAMPLE_YEAR, checking.parameters));
      fact.selectors(filled).forEach((selector, index) => {
        if (hasPlaceholder(selector) || known.has(index)) return;
        if (isSelector(selector) && selectCells(view, selector).length > 0) known.add(index);
        else if (!tried.has(index)) tried.set(index, selector);
      });
    }
  }
  const candidates = new Set(checking.cases.flatMap(({ view }) => [...view.measures.keys()]));
  return [...tried]
    .filter(([index]) => !known.has(index))
    .slice(0, 1)
    .map(([, value]) =>
      checking.source.problem(
        'unknown-cell',
        pathOf(params, value, path),
        { value },
        suggest(value, candidates),
      ),
    );
}

/** Where in the params the address stands, as far as it stands there unchanged. */
function pathOf(params: unknown, value: string, path: Path): Path {
  if (typeof params !== 'object' || params === null) return path;
  for (const [key, inner] of Object.entries(params)) {
    const step = Array.isArray(params) ? Number(key) : key;
    if (typeof inner === 'string' && inner.includes(value)) return [...path, step];
    const deeper = pathOf(inner, value, [...path, step]);
    if (deeper.length > path.length + 1) return deeper;
  }
  return path;
}

/** Placeholders in every text of a structure that stand for nothing. */
export function checkPlaceholders(template: unknown, path: Path, checking: Checking): Problem[] {
  if (typeof template === 'string') {
    return placeholdersOf(template)
      .filter((name) => !checking.placeholders.has(name))
      .map((value) =>
        value.startsWith('parameter.')
          ? checking.source.problem(
              'unknown-parameter',
              path,
              { value },
              suggest(value, checking.placeholders),
            )
          : checking.source.problem(
              'unknown-placeholder',
              path,
              { value },
              suggest(value, checking.placeholders),
            ),
      );
  }
  if (typeof template !== 'object' || template === null) return [];
  return Object.entries(template).flatMap(([key, value]) =>
    checkPlaceholders(value, [...path, Array.isArray(template) ? Number(key) : key], checking),
  );
}

function fillSample(template: unknown, checking: Checking): unknown {
  const bindings = checking.cases.find((each) => each.bindings.length > 0)?.bindings[0] ?? {};
  return substitute(template, lookupOf(bindings, SAMPLE_YEAR, checking.parameters));
}

function hasPlaceholder(value: unknown): boolean {
  return typeof value === 'string' && value.includes('{');
}
