import { stringify } from 'yaml';
import type { Lang } from '../../model/index.js';
import type { Translate } from '../../report/translate.js';
import { parseTerm } from '../../rules/form/address.js';
import { rightFact } from '../../rules/load/compile.js';
import { listOf } from '../../rules/facts/terms.js';
import type { FormView } from '../../rules/form/form-view.js';
import { cellLabel } from '../../rules/form/labels.js';
import type { Condition, Leaf } from '../../rules/rule.js';
import { code, cut } from './markdown.js';

/** What the conditions are told with: with a form, cells are called by their labels. */
export interface Telling {
  view: FormView | null;
  lang: Lang;
  t: Translate;
}

const signs: Readonly<Record<string, string>> = {
  differsFrom: '≠',
  notEqual: '≠',
  equal: '=',
  greaterThan: '>',
  greaterThanInclusive: '≥',
  lessThan: '<',
  lessThanInclusive: '≤',
  in: '∈',
  notIn: '∉',
};

/** Conditions as a nested list, each comparison on a line. */
export function conditionLines(condition: Condition, telling: Telling, depth = 0): string[] {
  const line = (text: string): string => `${'  '.repeat(depth)}- ${text}`;
  if ('not' in condition) {
    return [line(telling.t('docs.not')), ...conditionLines(condition.not, telling, depth + 1)];
  }
  if ('fact' in condition) return [line(leafText(condition, telling))];
  const [kind, list] = 'all' in condition ? ['all', condition.all] : ['any', condition.any];
  const [only] = list;
  if (list.length === 1 && only !== undefined) return conditionLines(only, telling, depth);
  return [
    line(telling.t(`docs.${kind as 'all' | 'any'}`)),
    ...list.flatMap((each) => conditionLines(each, telling, depth + 1)),
  ];
}

function leafText({ fact, params, operator, value }: Leaf, telling: Telling): string {
  const right = rightFact(value);
  const sign = signs[operator] ?? operator;
  const other = right === null ? literal(value) : factText(right.fact, right.params, telling);
  return `${factText(fact, params, telling)} **${sign}** ${other}`;
}

function literal(value: unknown): string {
  return code(cut(typeof value === 'string' ? value : JSON.stringify(value), 120));
}

/** A sum as its terms, any other fact by name and params. */
function factText(fact: string, params: Record<string, unknown> | undefined, telling: Telling): string {
  const of = fact === 'cell' ? params?.['cell'] : fact === 'sum' ? params?.['of'] : undefined;
  if (typeof of === 'string' || Array.isArray(of)) {
    const terms = listOf(of as string | string[]).flatMap((each) => each.split('+'));
    const text = terms.map((term, index) => termText(term, index === 0, telling)).join(' ');
    const plus = params?.['plus'];
    const whole = typeof plus === 'number' ? `${text} + ${plus}` : text;
    return terms.length > 1 ? `(${whole})` : whole;
  }
  const inner = params === undefined ? '' : flow(params);
  return `[${fact}](facts.md#${fact.toLowerCase()})${inner === '' ? '' : ` ${code(cut(inner, 160))}`}`;
}

function termText(text: string, first: boolean, { view, lang }: Telling): string {
  const term = parseTerm(text);
  const { cell, coefficient } = term ?? {
    cell: text.replace(/^-/, ''),
    coefficient: text.startsWith('-') ? -1 : 1,
  };
  const name = view !== null && view.measures.has(cell) ? measureText(view, cell, lang) : code(cell);
  const sign = coefficient < 0 ? '− ' : first ? '' : '+ ';
  return `${sign}${Math.abs(coefficient) === 1 ? '' : `${Math.abs(coefficient)} × `}${name}`;
}

function measureText(view: FormView, measure: string, lang: Lang): string {
  return view.cells.has(measure) ? cellLabel(view, measure, lang) : code(measure);
}

function flow(params: Record<string, unknown>): string {
  return stringify(params, { collectionStyle: 'flow', lineWidth: 0 })
    .trim()
    .replace(/^\{ ?| ?\}$/g, '');
}
