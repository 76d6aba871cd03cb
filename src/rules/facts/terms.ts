import type { Zod } from '../schemas.js';
import { parseTerm } from '../form/address.js';

const term = (z: Zod) => z.string().meta({ complete: 'cell' });

/** One term or several: an address, with a minus or a factor before it. */
export const terms = (z: Zod) => z.union([term(z), z.array(term(z)).min(1)]);

export function listOf(value: string | string[]): string[] {
  return typeof value === 'string' ? [value] : value;
}

/** The addresses inside terms; text that is no term comes back whole, so that the check names it. */
export function selectorsOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.split('+')).map((text) => parseTerm(text)?.cell ?? text);
}
