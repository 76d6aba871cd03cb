import type { Context } from '../../../evaluate/context.js';
import type { Quote } from '../../../value.js';

const LONGEST_QUOTE = 60;

/** How the part begins, as evidence of what is said of the whole of it. */
export function openingOf(context: Context, section: string): Quote[] {
  const [first] = context.section(section)?.passages ?? [];
  return first === undefined ? [] : [{ quote: first.source.trim().slice(0, LONGEST_QUOTE), at: first.at }];
}
