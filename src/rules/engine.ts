import { Engine, type RuleProperties, type TopLevelCondition } from 'json-rules-engine';
import type { CompiledLeaf, Instance, Tree } from './compile.js';
import type { Context } from './context.js';
import type { Reading } from './facts/fact.js';
import { judge, type Judgement, type ResultNode } from './kleene.js';
import { operators } from './operators/index.js';
import type { Literal, Operand } from './operators/operator.js';
import type { FactValue } from './value.js';

/** Rule instances as json-rules-engine runs them. */
export interface Batch {
  instances: readonly Instance[];
  rules: readonly RuleProperties[];
  /** Every prepared reading is a fact of its own: it needs no params, which json-rules-engine would copy on each run. */
  facts: readonly { id: string; reading: Reading }[];
  idle: Runner[];
}

/**
 * An engine and the report it is at. It serves one run at a time: overlapping runs share the engine's `status`, and the first to end
 * makes the others skip their rules.
 */
interface Runner {
  engine: Engine;
  context: Context | null;
}

export function batchOf(instances: readonly Instance[]): Batch {
  const facts: { id: string; reading: Reading }[] = [];
  const reference = (fact: string, reading: Reading): { fact: string } => {
    const id = `${fact}#${facts.length}`;
    facts.push({ id, reading });
    return { fact: id };
  };
  const leaf = ({ fact, left, operator, right }: CompiledLeaf): object => ({
    ...reference(fact, left),
    operator: operator.name,
    value: 'literal' in right ? right.literal : reference(right.fact, right.reading),
  });
  const condition = (tree: Tree): object => {
    if ('all' in tree) return { all: tree.all.map(condition) };
    if ('any' in tree) return { any: tree.any.map(condition) };
    if ('not' in tree) return { not: condition(tree.not) };
    return leaf(tree);
  };
  const rules = instances.map(({ rule, tree }, index) => ({
    name: String(index),
    conditions: condition('operator' in tree ? { all: [tree] } : tree) as TopLevelCondition,
    event: { type: rule.id },
  }));
  return { instances, rules, facts, idle: [] };
}

/** Runs the batch over one report; one judgement per instance, in order. */
export async function run(batch: Batch, context: Context): Promise<Judgement[]> {
  const runner = batch.idle.pop() ?? runnerOf(batch);
  runner.context = context;
  const { results, failureResults } = await runner.engine.run();
  runner.context = null;
  batch.idle.push(runner);
  const judgements: Judgement[] = [];
  for (const list of [results, failureResults]) {
    for (const result of list) judgements[Number(result.name)] = judge(result.conditions as ResultNode);
  }
  return judgements;
}

function runnerOf({ rules, facts }: Batch): Runner {
  const engine = new Engine([...rules]);
  const runner: Runner = { engine, context: null };
  for (const { id, reading } of facts) {
    engine.addFact(id, () => (runner.context === null ? null : reading(runner.context)), { cache: false });
  }
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
