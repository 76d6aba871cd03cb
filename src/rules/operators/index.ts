import { differsFrom } from './differs-from.js';
import { equal } from './equal.js';
import { greaterThanInclusive } from './greater-than-inclusive.js';
import { greaterThan } from './greater-than.js';
import { isIn } from './in.js';
import { lessThanInclusive } from './less-than-inclusive.js';
import { lessThan } from './less-than.js';
import { notEqual } from './not-equal.js';
import { notIn } from './not-in.js';
import { notMultipleOf } from './not-multiple-of.js';
import type { Operator } from './operator.js';

/** Every operator that a rule can name. */
export const operators: ReadonlyMap<string, Operator> = new Map(
  [
    differsFrom,
    equal,
    greaterThan,
    greaterThanInclusive,
    isIn,
    lessThan,
    lessThanInclusive,
    notEqual,
    notIn,
    notMultipleOf,
  ].map((operator) => [operator.name, operator]),
);
