import type { Tree } from '../../load/compile.js';
import type { FactValue, Known, Unknown } from '../../value.js';
import { known } from '../../value.js';
import type { Literal } from '../../operators/operator.js';

/** What json-rules-engine says of one comparison. */
export interface LeafResult {
  operator?: string;
  factResult?: FactValue;
  valueResult?: FactValue | Literal | readonly Literal[];
  result?: boolean;
}

/** One comparison with both sides known. */
export interface Comparison {
  operator: string;
  left: Known;
  right: Known;
}

/** `true`, `false`, or `null` for unknown, with what decides it. */
export interface Judgement {
  truth: boolean | null;
  /** Comparisons that decide a known truth. */
  comparisons: readonly Comparison[];
  /** Facts that keep the truth unknown. */
  unknowns: readonly Unknown[];
}

/**
 * Kleene's strong three-valued logic over the conditions of a rule, of which `told` judges the comparisons; json-rules-engine itself takes the
 * unknown for false.
 */
export function judge<L extends object>(tree: Tree<L>, told: (leaf: L) => Judgement): Judgement {
  if ('all' in tree) return combine(tree.all, false, told);
  if ('any' in tree) return combine(tree.any, true, told);
  if ('not' in tree) {
    const inner = judge(tree.not, told);
    return { ...inner, truth: inner.truth === null ? null : !inner.truth };
  }
  return told(tree);
}

/** One child with the `deciding` truth decides; otherwise one unknown child leaves it open. */
function combine<L extends object>(
  trees: readonly Tree<L>[],
  deciding: boolean,
  told: (leaf: L) => Judgement,
): Judgement {
  const children = trees.map((each) => judge(each, told));
  const decided = children.filter((child) => child.truth === deciding);
  if (decided.length > 0) return gather(deciding, decided);
  const open = children.filter((child) => child.truth === null);
  if (open.length > 0) return gather(null, open);
  return gather(!deciding, children);
}

function gather(truth: boolean | null, children: readonly Judgement[]): Judgement {
  const [only] = children;
  if (children.length === 1 && only !== undefined) return only.truth === truth ? only : { ...only, truth };
  return {
    truth,
    comparisons: children.flatMap((child) => child.comparisons),
    unknowns: children.flatMap((child) => child.unknowns),
  };
}

const none: readonly never[] = [];

/** A comparison is known when both its sides are. */
export function judgeLeaf({ operator, factResult: left, valueResult, result }: LeafResult): Judgement {
  const right = sideOf(valueResult);
  if (left?.known === true && right.known)
    return {
      truth: result === true,
      comparisons: [{ operator: operator ?? '', left, right }],
      unknowns: none,
    };
  return {
    truth: null,
    comparisons: none,
    unknowns: [left, right].filter((side): side is Unknown => side?.known === false),
  };
}

function sideOf(value: LeafResult['valueResult']): FactValue {
  if (typeof value === 'object' && 'known' in value) return value;
  if (typeof value === 'object') return known(value.join('、'));
  return known(value ?? '');
}
