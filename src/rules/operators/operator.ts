import type { Localised } from '../../model/index.js';
import type { ResultType } from '../facts/fact.js';

export type Literal = number | string | boolean;

export interface Operand {
  value: Literal;
  /** The true value may be larger. */
  atLeast: boolean;
  /** How far the true value may lie from a rounded one. */
  tolerance: number;
}

/** A comparison as rules name it. Both sides are known when it is asked; the unknown never reaches it. */
export interface Operator {
  name: string;
  summary: Localised;
  accepts: readonly ResultType[];
  /** What the right side is: of the type of the left, or a list of such. */
  right: 'same' | 'list';
  holds: (left: Operand, right: Operand | readonly Literal[]) => boolean;
}

/** Room for the noise of binary fractions. */
const EPSILON = 1e-6;

interface Comparison {
  name: string;
  summary: Localised;
  accepts?: readonly ResultType[];
  holds: (left: Operand, right: Operand) => boolean;
}

export function comparison({ name, summary, accepts = ['number'], holds }: Comparison): Operator {
  return {
    name,
    summary,
    accepts,
    right: 'same',
    holds: (left, right) => 'value' in right && holds(left, right),
  };
}

export function membership(name: string, summary: Localised, wanted: boolean): Operator {
  return {
    name,
    summary,
    accepts: ['number', 'text'],
    right: 'list',
    holds: (left, right) => !('value' in right) && right.includes(left.value) === wanted,
  };
}

/** Negative, zero or positive as the left number is smaller than, equal to or larger than the right. */
export function compare(left: Operand, right: Operand): number {
  const difference = Number(left.value) - Number(right.value);
  return Math.abs(difference) < EPSILON + left.tolerance + right.tolerance ? 0 : difference;
}

/** Whether the two can be the same value, given that a number said to be "at least" may be larger. */
export function canBeEqual(left: Operand, right: Operand): boolean {
  if (typeof left.value !== 'number' || typeof right.value !== 'number') return left.value === right.value;
  const order = compare(left, right);
  return order === 0 || (left.atLeast && order < 0) || (right.atLeast && order > 0);
}
