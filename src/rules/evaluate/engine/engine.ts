import { Engine, Rule, type NestedCondition } from 'json-rules-engine';
import type { CompiledLeaf, Instance, Tree } from '../../load/compile.js';
import type { Context } from '../context.js';
import type { FactReading } from '../../facts/fact.js';
import { judge, judgeLeaf, type Judgement, type LeafResult } from './kleene.js';
import { operators } from '../../operators/index.js';
import type { Literal, Operand } from '../../operators/operator.js';
import type { FactValue } from '../../value.js';

/** Rule instances as json-rules-engine runs them. */
export interface Batch {
  instances: readonly Instance[];
  /** The comparisons of all instances, each once. */
  leaves: readonly CompiledLeaf[];
  /** Each asks whether any of a few comparisons holds; its result tells of every one. Its name is the place of the first. */
  rules: readonly Rule[];
}

/** A rule of json-rules-engine costs as much as several comparisons, and copying its tree grows with the square of its size. */
const inOneRule = 32;

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

/** `offset`: how many comparisons go before these in the same run. */
export function batchOf(instances: readonly Instance[], offset = 0): Batch {
  const leaves = [...new Set(instances.flatMap(({ tree }) => leavesOf(tree)))];
  const rules: Rule[] = [];
  for (let from = 0; from < leaves.length; from += inOneRule) {
    const any = leaves.slice(from, from + inOneRule).map(conditionOf);
    rules.push(new Rule({ name: String(offset + from), conditions: { any }, event: { type: 'holds' } }));
  }
  return { instances, leaves, rules };
}

function leavesOf(tree: Tree): CompiledLeaf[] {
  if ('all' in tree) return tree.all.flatMap(leavesOf);
  if ('any' in tree) return tree.any.flatMap(leavesOf);
  return 'not' in tree ? leavesOf(tree.not) : [tree];
}

/** Readings are handed on as the functions that they are; anything else json-rules-engine would copy on each run. */
function conditionOf({ left, operator, right }: CompiledLeaf): NestedCondition {
  return {
    fact: readingFact,
    params: left as unknown as Record<string, never>,
    operator: operator.name,
    value: 'literal' in right ? right.literal : right.reading,
  };
}

/** Runs the batches over one report; one judgement per instance, in their order. */
export async function run(batches: readonly Batch[], context: Context): Promise<Judgement[]> {
  const runner = idle.pop() ?? newRunner();
  const rules = batches.flatMap((batch) => batch.rules);
  runner.context = context;
  for (const rule of rules) runner.engine.addRule(rule);
  const { results, failureResults } = await runner.engine.run();
  for (const rule of rules) runner.engine.removeRule(rule);
  const leaves = batches.flatMap((batch) => batch.leaves);
  const told = new Map<CompiledLeaf, Judgement>();
  for (const { name, conditions } of [...results, ...failureResults]) {
    const { any } = conditions as unknown as { any: LeafOf<Side>[] };
    leaves
      .slice(Number(name), Number(name) + any.length)
      .forEach((leaf, i) => told.set(leaf, judgeLeaf(withValue(runner, any[i] ?? {}))));
  }
  runner.context = null;
  runner.values.clear();
  idle.push(runner);
  const toldOf = (leaf: CompiledLeaf): Judgement => told.get(leaf) ?? judgeLeaf({});
  return batches.flatMap((batch) => batch.instances.map(({ tree }) => judge(tree, toldOf)));
}

/** What a reading comes to in the report at hand. */
function valueOf({ context, values }: Runner, reading: FactReading): FactValue {
  if (context === null) throw new Error('no report');
  let value = values.get(reading);
  if (value === undefined) {
    value = reading(context);
    values.set(reading, value);
  }
  return value;
}

function newRunner(): Runner {
  const engine = new Engine();
  const runner: Runner = { engine, context: null, values: new Map() };
  engine.addFact(readingFact, (params: unknown) => valueOf(runner, params as FactReading), { cache: false });
  for (const operator of operators.values()) {
    engine.addOperator(operator.name, (left: FactValue, right: Side) => {
      const other = operandOf(runner, right);
      return left.known && other !== null && operator.holds(left, other);
    });
  }
  return runner;
}

/** The right-hand side of a condition. */
type Side = FactReading | Literal | readonly Literal[];

type LeafOf<V> = Omit<LeafResult, 'valueResult'> & { valueResult?: V };

/** `null` when the side is not known. */
function operandOf(runner: Runner, side: Side): Operand | readonly Literal[] | null {
  if (typeof side !== 'function')
    return typeof side === 'object' ? side : { value: side, atLeast: false, tolerance: 0 };
  const value = valueOf(runner, side);
  return value.known ? value : null;
}

/** The result of a comparison with the value that its right-hand side came to. */
function withValue(runner: Runner, leaf: LeafOf<Side>): LeafResult {
  const { valueResult } = leaf;
  return {
    ...leaf,
    valueResult: typeof valueResult === 'function' ? valueOf(runner, valueResult) : (valueResult ?? ''),
  };
}
