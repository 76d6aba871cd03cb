import * as z from 'zod';
import type { Claim, ClaimPart } from '../../model/index.js';
import type { Context } from '../context.js';
import { known, unknown, type FactValue } from '../value.js';
import { defineFact } from './fact.js';
import { round } from './sum.js';

export const claim = defineFact({
  name: 'claim',
  summary: {
    'zh-CN': '一项陈述的数：value 所述之数、parts 各分项之和、largestPart 最大分项；“余”“多”等为至少。',
    en: 'A number of a statement: its value, the sum of its parts, or the largest part; "over N" is at least N.',
  },
  params: z.strictObject({ claim: z.string(), property: z.enum(['value', 'parts', 'largestPart']) }),
  result: 'number',
  selectors: () => [],
  prepare:
    ({ claim: id, property }) =>
    (context) => {
      const found = context.claim(id);
      return found === undefined ? unknown('no-claim') : numberOf(found, property, context);
    },
});

export function numberOf(
  found: Claim,
  property: 'value' | 'parts' | 'largestPart',
  context: Context,
): FactValue {
  const evidence = {
    claims: [found.id],
    quotes: [{ quote: found.quote, at: found.at }],
    sure: !context.textLost,
  };
  if (property === 'value') {
    if (found.value === null) return unknown('no-claim', [], [found.id]);
    return known(found.value, {
      ...evidence,
      atLeast: found.qualifier === 'atLeast',
      tolerance: toleranceOf(found),
    });
  }
  if (found.parts.length === 0) return unknown('no-claim', [], [found.id]);
  const values = found.parts.map((part) => part.value);
  const atLeast = found.parts.some((part) => part.qualifier === 'atLeast');
  if (property === 'largestPart') return known(Math.max(...values), { ...evidence, atLeast });
  const total = round(values.reduce((all, value) => all + value, 0));
  return known(total, { ...evidence, atLeast, name: () => found.parts.map(partText).join(' + ') });
}

function partText({ label, value }: ClaimPart): string {
  return label === '' ? String(value) : `${label}${value}`;
}

/** A percentage is as exact as it is printed: one unit of its last digit, for rounding and for cutting off. */
function toleranceOf({ kind, value }: Claim): number {
  if (kind !== 'percent' || value === null) return 0;
  const decimals = String(value).split('.')[1]?.length ?? 0;
  return 10 ** -decimals;
}
