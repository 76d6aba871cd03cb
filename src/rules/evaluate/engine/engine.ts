import { Engine, Rule, type NestedCondition } from 'json-rules-engine';
import type { CompiledLeaf, Instance, Tree } from '../../load/compile.js';
import type { Context } from '../context.js';
import type { FactReading } from '../../facts/fact.js';
import { judge, judgeLeaf, type Judgement } from './kleene.js';
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

/** The sides of a comparison. */
interface Sides {
  left: FactValue;
  right: FactValue | Literal | readonly Literal[];
}

type SidesReading = (valueOf: (reading: FactReading) => FactValue) => Sides;

/** What json-rules-engine says of one comparison. */
interface Result {
  operator: string;
  factResult: Sides;
  result: boolean;
}

/** The one fact: the sides of a comparison, of which the reading is its own parameter. */
const sidesFact = 'sides';

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

/**
 * Both sides are one fact, read by a function, which is handed on as it is: anything else json-rules-engine would copy on each run, and a fact on the
 * right-hand side cost as much again. They are of the run and not of the operator, for rules are shared by engines that run at the same time.
 */
function conditionOf({ left, operator, right }: CompiledLeaf): NestedCondition {
  const sides: SidesReading = (valueOf) => ({
    left: valueOf(left),
    right: 'literal' in right ? right.literal : valueOf(right.reading),
  });
  return {
    fact: sidesFact,
    params: sides as unknown as Record<string, never>,
    operator: operator.name,
    value: null,
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
  runner.context = null;
  runner.values.clear();
  idle.push(runner);
  const leaves = batches.flatMap((batch) => batch.leaves);
  const told = new Map<CompiledLeaf, Judgement>();
  for (const { name, conditions } of [...results, ...failureResults]) {
    const { any } = conditions as unknown as { any: Result[] };
    any.forEach(({ operator, factResult, result }, i) => {
      const leaf = leaves[Number(name) + i];
      if (leaf !== undefined)
        told.set(
          leaf,
          judgeLeaf({ operator, factResult: factResult.left, valueResult: factResult.right, result }),
        );
    });
  }
  const toldOf = (leaf: CompiledLeaf): Judgement => told.get(leaf) ?? judgeLeaf({});
  return batches.flatMap((batch) => batch.instances.map(({ tree }) => judge(tree, toldOf)));
}

function newRunner(): Runner {
  const engine = new Engine();
  const runner: Runner = { engine, context: null, values: new Map() };
  const valueOf = (reading: FactReading): FactValue => {
    if (runner.context === null) throw new Error('no report');
    let value = runner.values.get(reading);
    if (value === undefined) {
      value = reading(runner.context);
      runner.values.set(reading, value);
    }
    return value;
  };
  engine.addFact(sidesFact, (params: unknown) => (params as SidesReading)(valueOf), { cache: false });
  for (const operator of operators.values()) {
    engine.addOperator(operator.name, ({ left, right }: Sides) => {
      const other = operandOf(right);
      return left.known && other !== null && operator.holds(left, other);
    });
  }
  return runner;
}

/** `null` when the side is not known. */
function operandOf(side: Sides['right']): Operand | readonly Literal[] | null {
  if (Array.isArray(side)) return side as readonly Literal[];
  if (typeof side !== 'object') return { value: side, atLeast: false, tolerance: 0 };
  const value = side as FactValue;
  return value.known ? value : null;
}
