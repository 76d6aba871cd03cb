import { rightFact } from '../../rules/load/compile.js';
import type { Condition, Leaf, Rule } from '../../rules/rule.js';
import type { Edit, Path } from './edit.js';

/** How the left side stands to the right side in the one case in which two operators judge differently. */
const apart: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  differsFrom: { greaterThan: 'less than', lessThan: 'more than', equal: 'other than' },
  notEqual: { greaterThan: 'less than', lessThan: 'more than', equal: 'other than' },
  equal: { greaterThanInclusive: 'more than', lessThanInclusive: 'less than', notEqual: 'exactly' },
  greaterThan: { greaterThanInclusive: 'exactly', notEqual: 'less than', lessThan: 'more than' },
  greaterThanInclusive: { greaterThan: 'exactly', equal: 'more than', lessThanInclusive: 'more than' },
  lessThan: { lessThanInclusive: 'exactly', notEqual: 'more than', greaterThan: 'less than' },
  lessThanInclusive: { lessThan: 'exactly', equal: 'less than', greaterThanInclusive: 'less than' },
};

const relations: Readonly<Record<string, string>> = {
  differsFrom: 'other than',
  notEqual: 'other than',
  equal: 'exactly',
  greaterThan: 'more than',
  greaterThanInclusive: 'at least',
  lessThan: 'less than',
  lessThanInclusive: 'at most',
  in: 'one of',
  notIn: 'none of',
};

/** What a report must be like for the mistake to show, as the name of a test: "the count is exactly 5", "only t3.partial.total counts". */
export function situationOf(rule: Rule, edit: Edit): string {
  const { leaf, rest } = leafAt(rule, edit.path);
  const key = rest.find((step) => typeof step === 'string' && step !== 'params') ?? '';
  if (leaf === null) return whole(rule, edit);
  const left = nameOf(leaf.fact, leaf.params);
  const right = valueOf(leaf.value);
  const was = at(leaf, rest);
  if (key === 'operator' && 'to' in edit) {
    return `${left} is ${apart[leaf.operator]?.[String(edit.to)] ?? 'not'} ${right}`;
  }
  if (rest.length === 1 && key === 'value' && !Array.isArray(was)) return `${left} is just beside ${right}`;
  if ('drop' in edit)
    return key === 'of' || rest.includes('of') ? `${shown(was)} counts` : `${shown(was)} is one of them`;
  if (typeof was === 'string' && typeof edit.to === 'string') {
    const opposite = edit.to === `-${was}` || was === `-${edit.to}`;
    return opposite
      ? `${shown(was)} is ${was.startsWith('-') ? 'taken away' : 'added'}`
      : `${shown(was)} counts, not ${shown(edit.to)}`;
  }
  return `${wordsOf(String(rest.at(-1)))} is ${shown(was)}, not ${shown(edit.to)}`;
}

/** Changes of whole conditions, and of what the rule applies to. */
function whole(rule: Rule, edit: Edit): string {
  const changed = at(rule, edit.path);
  const [room] = edit.path;
  const last = edit.path.at(-1);
  if (room !== 'conditions') {
    return typeof last === 'number'
      ? `${shown(changed)} is one of them`
      : `${wordsOf(String(last))} other than ${shown(changed)}`;
  }
  const condition = changed as Condition;
  if ('to' in edit) return 'not' in condition ? 'the exception' : 'one condition without the others';
  return edit.path.at(-2) === 'any' ? `only ${told(condition)}` : `not ${told(condition)}`;
}

function told(condition: Condition): string {
  if ('not' in condition) return `without ${told(condition.not)}`;
  if ('fact' in condition) {
    const { fact, params, operator, value } = condition;
    return `${nameOf(fact, params)} ${relations[operator] ?? wordsOf(operator)} ${valueOf(value)}`;
  }
  return 'all' in condition ? condition.all.map(told).join(' and ') : condition.any.map(told).join(' or ');
}

function leafAt(rule: Rule, path: Path): { leaf: Leaf | null; rest: Path } {
  let here: unknown = rule;
  for (const [index, step] of path.entries()) {
    here = (here as Record<string | number, unknown>)[step];
    const isLeaf = typeof here === 'object' && here !== null && 'fact' in here && 'operator' in here;
    if (isLeaf && index < path.length - 1) return { leaf: here as Leaf, rest: path.slice(index + 1) };
  }
  return { leaf: null, rest: path };
}

function at(value: unknown, path: Path): unknown {
  return path.reduce((here, step) => (here as Record<string | number, unknown>)[step], value);
}

function nameOf(fact: string, params: Record<string, unknown> | undefined): string {
  const cell = params?.['cell'] ?? params?.['measure'];
  return typeof cell === 'string' ? cell : fact === 'sum' ? 'the sum' : `the ${wordsOf(fact)}`;
}

function valueOf(value: unknown): string {
  const right = rightFact(value);
  return right === null ? shown(value) : nameOf(right.fact, right.params);
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.map(shown).join(', ');
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([key, each]) => `${wordsOf(key)} ${shown(each)}`)
      .join(', ');
  }
  return typeof value === 'string' ? value.replace(/^-|^\{parameter\.(\w+)\}$/, '$1') : String(value);
}

function wordsOf(name: string): string {
  return name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
