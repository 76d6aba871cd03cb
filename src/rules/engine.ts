import { Almanac, Engine, type RuleProperties, type TopLevelCondition } from 'json-rules-engine';
import type { Instance, Tree } from './compile.js';
import type { Context } from './context.js';
import type { Reading } from './facts/fact.js';
import { judge, type Judgement, type ResultNode } from './kleene.js';
import { operators } from './operators/index.js';
import type { Literal, Operand } from './operators/operator.js';
import type { FactValue } from './value.js';

/** Rule instances as json-rules-engine runs them. Facts reach their readings by position. */
export interface Batch {
  instances: readonly Instance[];
  rules: readonly RuleProperties[];
  facts: readonly string[];
  readings: readonly Reading[];
  /** Idle engines. An engine serves one run at a time: its `status` is shared by overlapping runs, and the first to end stops the others. */
  idle: Engine[];
}

export function batchOf(instances: readonly Instance[]): Batch {
  const readings: Reading[] = [];
  const names = new Set<string>();
  const reference = (fact: string, reading: Reading): { fact: string; params: { run: number } } => {
    names.add(fact);
    readings.push(reading);
    return { fact, params: { run: readings.length - 1 } };
  };
  const condition = (tree: Tree): TopLevelCondition => {
    if ('all' in tree) return { all: tree.all.map(condition) };
    if ('any' in tree) return { any: tree.any.map(condition) };
    if ('not' in tree) return { not: condition(tree.not) };
    const value =
      'literal' in tree.right ? tree.right.literal : reference(tree.right.fact, tree.right.reading);
    const leaf = { ...reference(tree.fact, tree.left), operator: tree.operator.name, value };
    return leaf as unknown as TopLevelCondition;
  };
  const rules = instances.map((instance, index) => ({
    name: String(index),
    conditions: condition('operator' in instance.tree ? { all: [instance.tree] } : instance.tree),
    event: { type: instance.rule.id },
  }));
  return { instances, rules, facts: [...names], readings, idle: [] };
}

/** Runs the batch over one report; one judgement per instance, in order. */
export async function run(batch: Batch, context: Context): Promise<Judgement[]> {
  const engine = batch.idle.pop() ?? engineOf(batch);
  const almanac = new Almanac();
  for (const name of batch.facts) {
    almanac.addFact(name, ({ run: position }) => batch.readings[Number(position)]?.(context), {
      cache: false,
    });
  }
  const { results, failureResults } = await engine.run({}, { almanac });
  batch.idle.push(engine);
  const judgements: Judgement[] = [];
  for (const result of [...results, ...failureResults]) {
    judgements[Number(result.name)] = judge(result.conditions as ResultNode);
  }
  return judgements;
}

function engineOf(batch: Batch): Engine {
  const engine = new Engine([...batch.rules]);
  for (const operator of operators.values()) {
    engine.addOperator(operator.name, (left: FactValue, right: FactValue | Literal | readonly Literal[]) => {
      const other = operandOf(right);
      return left.known && other !== null && operator.holds(left, other);
    });
  }
  return engine;
}

/** `null` when the side is not known. */
function operandOf(side: FactValue | Literal | readonly Literal[]): Operand | readonly Literal[] | null {
  if (Array.isArray(side)) return side as readonly Literal[];
  if (typeof side !== 'object') return { value: side, atLeast: false, tolerance: 0 };
  const value = side as FactValue;
  return value.known ? value : null;
}
