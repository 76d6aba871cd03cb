import { selectCells } from '../../rules/form/address.js';
import { rightFact } from '../../rules/load/compile.js';
import { facts } from '../../rules/facts/index.js';
import { listOf } from '../../rules/facts/terms.js';
import type { FormView } from '../../rules/form/form-view.js';
import { resolveSum } from '../../rules/evaluate/linear-sum.js';
import type { Condition, Leaf } from '../../rules/rule.js';
import type { Constraint } from './feasible.js';

/** A quantity that is no number takes one of these values, or none of them. */
interface Choice {
  quantity: string;
  values: readonly (string | number | boolean)[];
  among: boolean;
}

/** What must hold together for a rule to be violated, or to hold, as far as it can be said in numbers and choices. */
export interface Case {
  constraints: readonly Constraint[];
  choices: readonly Choice[];
}

const MOST_CASES = 64;
/** Money has at most six decimals: in these units all numbers are whole. */
const UNIT = 1_000_000;

/**
 * The cases in which the conditions hold, or with `negated` in which they do not; `null` when there are too many. A fact that is no sum of
 * cells is a quantity of its own, the same wherever its params are the same.
 */
export function casesOf(condition: Condition, view: FormView, negated: boolean): Case[] | null {
  if ('not' in condition) return casesOf(condition.not, view, !negated);
  if ('fact' in condition) return leafCases(condition, view, negated);
  const list = 'all' in condition ? condition.all : condition.any;
  const parts = list.map((each) => casesOf(each, view, negated));
  const together = 'all' in condition ? !negated : negated;
  let cases: Case[] = together ? [{ constraints: [], choices: [] }] : [];
  for (const part of parts) {
    if (part === null) return null;
    cases = together ? cases.flatMap((one) => part.map((other) => both(one, other))) : [...cases, ...part];
    if (cases.length > MOST_CASES) return null;
  }
  return cases;
}

function both(one: Case, other: Case): Case {
  return {
    constraints: [...one.constraints, ...other.constraints],
    choices: [...one.choices, ...other.choices],
  };
}

function leafCases(leaf: Leaf, view: FormView, negated: boolean): Case[] {
  const { fact, params, operator, value } = leaf;
  const quantity = nameOf(fact, params);
  if (operator === 'in' || operator === 'notIn') {
    const values = Array.isArray(value) ? (value as string[]) : [];
    return [{ constraints: [], choices: [{ quantity, values, among: (operator === 'in') !== negated }] }];
  }
  const right = rightFact(value);
  if (facts.get(fact)?.result !== 'number') {
    if (right !== null) return [{ constraints: [], choices: [] }];
    const among = (operator === 'equal') !== negated;
    return [{ constraints: [], choices: [{ quantity, values: [value as string | boolean], among }] }];
  }
  const left = termsOf(fact, params, view);
  const other = right === null ? constant(Number(value)) : termsOf(right.fact, right.params, view);
  const difference = subtract(left, other);
  return relationsOf(operator, negated).map((relation) => ({
    constraints: relation === null ? [] : [constraintOf(difference, relation)],
    choices: [],
  }));
}

type Relation = '<' | '<=' | '=' | '>=' | '>';

const opposite: Readonly<Record<string, readonly Relation[]>> = {
  differsFrom: ['='],
  notEqual: ['='],
  equal: ['<', '>'],
  greaterThan: ['<='],
  greaterThanInclusive: ['<'],
  lessThan: ['>='],
  lessThanInclusive: ['>'],
};

const direct: Readonly<Record<string, readonly Relation[]>> = {
  differsFrom: ['<', '>'],
  notEqual: ['<', '>'],
  equal: ['='],
  greaterThan: ['>'],
  greaterThanInclusive: ['>='],
  lessThan: ['<'],
  lessThanInclusive: ['<='],
};

/** `null`: an operator of which nothing is known here, which any numbers may meet. */
function relationsOf(operator: string, negated: boolean): readonly (Relation | null)[] {
  return (negated ? opposite : direct)[operator] ?? [null];
}

interface Linear {
  terms: Map<string, number>;
  constant: number;
}

function constant(value: number): Linear {
  return { terms: new Map(), constant: value };
}

function subtract(left: Linear, right: Linear): Linear {
  const terms = new Map(left.terms);
  for (const [name, value] of right.terms) terms.set(name, (terms.get(name) ?? 0) - value);
  return { terms, constant: left.constant - right.constant };
}

function termsOf(fact: string, params: Record<string, unknown> | undefined, view: FormView): Linear {
  const of = fact === 'cell' ? params?.['cell'] : fact === 'sum' ? params?.['of'] : undefined;
  const sum = of === undefined ? null : resolveSum(view, listOf(of as string | string[]));
  if (sum === null) return { terms: new Map([[nameOf(fact, params), 1]]), constant: 0 };
  const terms = new Map<string, number>();
  for (const { cell, coefficient } of sum.terms) terms.set(cell, (terms.get(cell) ?? 0) + coefficient);
  return { terms, constant: Number(params?.['plus'] ?? 0) };
}

function nameOf(fact: string, params: Record<string, unknown> | undefined): string {
  return `${fact}${JSON.stringify(params ?? {})}`;
}

/** `difference` stands in the relation to zero, as whole numbers. */
function constraintOf({ terms, constant: rest }: Linear, relation: Relation): Constraint {
  const sign = relation === '<' || relation === '<=' ? -1 : 1;
  const scaled = new Map([...terms].map(([name, value]) => [name, sign * Math.round(value * UNIT)]));
  const strict = relation === '<' || relation === '>' ? stepOf(terms) : 0;
  const whole = Math.round(-sign * rest * UNIT) + strict;
  return reduced({ terms: scaled, sense: relation === '=' ? '=' : '>=', constant: whole });
}

/** Counts are whole; elsewhere the smallest step is a fen. */
function stepOf(terms: ReadonlyMap<string, number>): number {
  return [...terms].every(([name, value]) => isWhole(name) && Number.isInteger(value)) ? UNIT : 1;
}

function isWhole(quantity: string): boolean {
  const [fact = ''] = quantity.split('{');
  return /^t[34]\./.test(quantity) || (counting.has(fact) && fact !== 'sentenceShare');
}

function reduced({ terms, sense, constant: value }: Constraint): Constraint {
  let divisor = Math.abs(value);
  for (const each of terms.values()) divisor = greatest(divisor, Math.abs(each));
  if (divisor <= 1) return { terms, sense, constant: value };
  return {
    terms: new Map([...terms].map(([name, each]) => [name, each / divisor])),
    sense,
    constant: value / divisor,
  };
}

function greatest(a: number, b: number): number {
  return b === 0 ? a : greatest(b, a % b);
}

/** What is known of the quantities whatever a report says: a count has at least none and at most all of its cells. */
export function boundsOf(condition: Condition, view: FormView): Constraint[] {
  if ('all' in condition) return condition.all.flatMap((each) => boundsOf(each, view));
  if ('any' in condition) return condition.any.flatMap((each) => boundsOf(each, view));
  if ('not' in condition) return boundsOf(condition.not, view);
  const right = rightFact(condition.value);
  return [
    ...factBounds(condition.fact, condition.params, view),
    ...(right === null ? [] : factBounds(right.fact, right.params, view)),
  ];
}

/** Facts that count something: never below zero. */
const counting: ReadonlySet<string> = new Set([
  'asides',
  'cellText',
  'claims',
  'copies',
  'count',
  'earlierValues',
  'editions',
  'headings',
  'labels',
  'lastingProblems',
  'lateMembers',
  'length',
  'matches',
  'missingMembers',
  'missingTopics',
  'missingYears',
  'notes',
  'repeatedFigures',
  'repeats',
  'restated',
  'sentences',
  'sentenceShare',
  'table',
  'unchanged',
  'unstated',
]);

/** A sum of cells in another report: never below zero unless something is taken away. */
function isSumElsewhere(fact: string, params: Record<string, unknown> | undefined): boolean {
  if (fact !== 'prior' && fact !== 'members') return false;
  return listOf((params?.['of'] ?? []) as string | string[]).every((term) => !term.startsWith('-'));
}

function factBounds(fact: string, params: Record<string, unknown> | undefined, view: FormView): Constraint[] {
  if (!counting.has(fact) && !isSumElsewhere(fact, params)) return [];
  const name = nameOf(fact, params);
  const least: Constraint = { terms: new Map([[name, 1]]), sense: '>=', constant: 0 };
  if (fact !== 'count') return [least];
  const selected = (key: string): string[] =>
    listOf((params?.[key] ?? []) as string | string[]).flatMap((each) => [...selectCells(view, each)]);
  const left = new Set(selected('except'));
  const cells = new Set(selected('of').filter((each) => !left.has(each)));
  return [least, { terms: new Map([[name, -1]]), sense: '>=', constant: -cells.size }];
}

/** Whether the choices of a case can be made together. */
export function choosable({ choices }: Case): boolean {
  const quantities = new Set(choices.map(({ quantity }) => quantity));
  return [...quantities].every((quantity) => {
    const own = choices.filter((choice) => choice.quantity === quantity);
    const wanted = own.filter(({ among }) => among);
    const barred = new Set(own.filter(({ among }) => !among).flatMap(({ values }) => values));
    const [first] = wanted;
    if (first === undefined) return !(barred.has(true) && barred.has(false));
    return first.values.some(
      (value) => !barred.has(value) && wanted.every(({ values }) => values.includes(value)),
    );
  });
}
