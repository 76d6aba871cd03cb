import { Engine, Rule, type NestedCondition } from 'json-rules-engine';
import type { CompiledLeaf, Instance, Tree } from '../load/compile.js';
import type { Context } from './context.js';
import type { FactReading } from '../facts/fact.js';
import { judge, type Judgement, type ResultNode } from './kleene.js';
import { operators } from '../operators/index.js';
import type { Literal, Operand } from '../operators/operator.js';
import type { FactValue } from '../value.js';

/** Rule instances as json-rules-engine runs them. */
export interface Batch {
  instances: readonly Instance[];
  /** Each asks whether any of a few instances is violated; its result tree tells of every one. Its name is the place of the first. */
  rules: readonly Rule[];
}

/** A rule of json-rules-engine costs as much as several conditions, and copying its tree grows with the square of its size. */
const inOneRule = 16;

/** The one fact: a prepared reading, which is its own parameter. */
const readingFact = 'reading';

/**
 * An engine and the report it is at. It serves one run at a time: overlapping runs share the engine's `status`, and the first to end
 * makes the others skip their rules.
 */
interface Runner {
  engine: Engine;
  context: Context | null;
  /** What the readings came to in this run. */
  values: Map<FactReading, FactValue>;
}

const idle: Runner[] = [];

/** `offset`: how many instances go before these in the same run. */
export function batchOf(instances: readonly Instance[], offset = 0): Batch {
  const rules: Rule[] = [];
  for (let from = 0; from < instances.length; from += inOneRule) {
    const any = instances.slice(from, from + inOneRule).map(({ tree }) => conditionOf(tree));
    rules.push(new Rule({ name: String(offset + from), conditions: { any }, event: { type: 'violated' } }));
  }
  return { instances, rules };
}

function conditionOf(tree: Tree): NestedCondition {
  if ('all' in tree) return { all: tree.all.map(conditionOf) };
  if ('any' in tree) return { any: tree.any.map(conditionOf) };
  if ('not' in tree) return { not: conditionOf(tree.not) };
  return leafOf(tree);
}

function leafOf({ left, operator, right }: CompiledLeaf): NestedCondition {
  return {
    ...reference(left),
    operator: operator.name,
    value: 'literal' in right ? right.literal : reference(right.reading),
  };
}

function reference(reading: FactReading): { fact: string; params: Record<string, never> } {
  // A function is handed on as it is; anything else json-rules-engine would copy on each run.
  return { fact: readingFact, params: reading as unknown as Record<string, never> };
}

/** Runs the batches over one report; one judgement per instance, in their order. */
export async function run(batches: readonly Batch[], context: Context): Promise<Judgement[]> {
  const runner = idle.pop() ?? newRunner();
  const rules = batches.flatMap((batch) => batch.rules);
  runner.context = context;
  for (const rule of rules) runner.engine.addRule(rule);
  const { results, failureResults } = await runner.engine.run();
  for (const rule of rules) runner.engine.removeRule(rule);
  runner.context = null;
  runner.values.clear();
  idle.push(runner);
  const judgements: Judgement[] = [];
  for (const list of [results, failureResults]) {
    for (const { name, conditions } of list) {
      const { any = [] } = conditions as ResultNode;
      any.forEach((node, index) => (judgements[Number(name) + index] = judge(node)));
    }
  }
  return judgements;
}

function newRunner(): Runner {
  const engine = new Engine();
  const runner: Runner = { engine, context: null, values: new Map() };
  const valueOf = (params: unknown): FactValue | null => {
    if (runner.context === null) return null;
    const reading = params as FactReading;
    const value = runner.values.get(reading) ?? reading(runner.context);
    runner.values.set(reading, value);
    return value;
  };
  engine.addFact(readingFact, valueOf, { cache: false });
  for (const operator of operators.values()) {
    engine.addOperator(operator.name, (left: FactValue, right: FactValue | Literal | readonly Literal[]) => {
      const other = operandOf(right);
      return left.known && other !== null && operator.holds(left, other);
    });
  }
  return runner;
}

/** `null` when the side is not known. */
function operandOf(side: FactValue | Literal | readonly Literal[]): Operand | readonly Literal[] | null {
  if (Array.isArray(side)) return side as readonly Literal[];
  if (typeof side !== 'object') return { value: side, atLeast: false, tolerance: 0 };
  const value = side as FactValue;
  return value.known ? value : null;
}
