import type { FactValue, Known, Unknown } from '../value.js';
import { known } from '../value.js';
import type { Literal } from '../operators/operator.js';

/** A node of json-rules-engine's result tree. */
export interface ResultNode {
  all?: ResultNode[];
  any?: ResultNode[];
  not?: ResultNode;
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

/** Kleene's strong three-valued logic over a result tree, in which json-rules-engine itself takes the unknown for false. */
export function judge(node: ResultNode): Judgement {
  if (node.all !== undefined) return combine(node.all, false);
  if (node.any !== undefined) return combine(node.any, true);
  if (node.not !== undefined) {
    const inner = judge(node.not);
    return { ...inner, truth: inner.truth === null ? null : !inner.truth };
  }
  return judgeLeaf(node);
}

/** One child with the `deciding` truth decides; otherwise one unknown child leaves it open. */
function combine(nodes: readonly ResultNode[], deciding: boolean): Judgement {
  const [only] = nodes;
  if (nodes.length === 1 && only !== undefined) return judge(only);
  const children = nodes.map(judge);
  const decided = children.filter((child) => child.truth === deciding);
  if (decided.length > 0) return gather(deciding, decided);
  const open = children.filter((child) => child.truth === null);
  if (open.length > 0) return gather(null, open);
  return gather(!deciding, children);
}

function gather(truth: boolean | null, children: readonly Judgement[]): Judgement {
  const [only] = children;
  if (children.length === 1 && only !== undefined) return { ...only, truth };
  return {
    truth,
    comparisons: children.flatMap((child) => child.comparisons),
    unknowns: children.flatMap((child) => child.unknowns),
  };
}

const none: readonly never[] = [];

function judgeLeaf(node: ResultNode): Judgement {
  const { factResult: left, valueResult } = node;
  const right = sideOf(valueResult);
  if (left?.known === true && right.known)
    return {
      truth: node.result === true,
      comparisons: [{ operator: node.operator ?? '', left, right }],
      unknowns: none,
    };
  return {
    truth: null,
    comparisons: none,
    unknowns: [left, right].filter((side): side is Unknown => side?.known === false),
  };
}

function sideOf(value: ResultNode['valueResult']): FactValue {
  if (typeof value === 'object' && 'known' in value) return value;
  if (typeof value === 'object') return known(value.join('、'));
  return known(value ?? '');
}
