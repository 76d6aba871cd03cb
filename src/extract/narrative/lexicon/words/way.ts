import { hasRole } from '../../sentence/clauses.js';
import type { Token } from '../../sentence/numbers/token.js';

/** How many words may stand between 经 and 后. */
const longestWay = 8;

/** Where 经…后 begins that ends at a place; -1 where none does. */
export function wayBefore(tokens: readonly Token[], end: number): number {
  for (let at = end - 1; at >= Math.max(0, end - longestWay); at -= 1) {
    const token = tokens[at];
    if (token?.kind === 'number' || token?.kind === 'mark') return -1;
    if (hasRole(token, 'via')) return at;
  }
  return -1;
}
