import type { Claim, ClaimPart } from '../../../model/index.js';
import type { Context } from '../../evaluate/context.js';
import { known, round, unknown, type FactValue } from '../../value.js';
import { defineFact } from '../fact.js';

const properties = ['value', 'yuan', 'parts', 'largestPart'] as const;
type Property = (typeof properties)[number];

const YUAN: Readonly<Record<string, number>> = { 元: 1, 万元: 1e4, 亿元: 1e8 };

export const claim = defineFact({
  name: 'claim',
  summary: {
    'zh-CN':
      '一项陈述的数：value 所述之数、yuan 折合元的金额、parts 各分项之和、largestPart 最大分项，可乘以 times；“余”“多”等为至少。',
    en: 'A number of a statement: its value, its amount in yuan, the sum of its parts, or the largest part, `times` a factor; "over N" is at least N.',
  },
  params: (z) =>
    z.strictObject({ claim: z.string(), property: z.enum(properties), times: z.number().optional() }),
  result: 'number',
  selectors: () => [],
  prepare:
    ({ claim: id, property: wanted, times = 1 }) =>
    (context) => {
      const found = context.claim(id);
      const value = found === undefined ? unknown('no-claim') : numberOf(found, wanted, context);
      return value.known && times !== 1 ? { ...value, value: round(Number(value.value) * times) } : value;
    },
});

export function numberOf(found: Claim, wanted: Property, context: Context): FactValue {
  const evidence = {
    claims: [found.id],
    quotes: () => [{ quote: found.quote, at: found.at }],
    sure: !context.lostIn(found.section),
  };
  if (wanted === 'value' || wanted === 'yuan') {
    const factor = wanted === 'value' ? 1 : YUAN[found.unit ?? ''];
    if (found.value === null || factor === undefined) return unknown('no-claim', [], [found.id]);
    return known(round(found.value * factor), {
      ...evidence,
      atLeast: found.qualifier === 'atLeast',
      tolerance: toleranceOf(found),
    });
  }
  if (found.parts.length === 0) return unknown('no-claim', [], [found.id]);
  const values = found.parts.map((part) => part.value);
  const atLeast = found.parts.some((part) => part.qualifier === 'atLeast');
  if (wanted === 'largestPart') return known(Math.max(...values), { ...evidence, atLeast });
  const total = round(values.reduce((all, value) => all + value, 0));
  return known(total, {
    ...evidence,
    atLeast,
    name: () => `${found.parts.map(partText).join(' + ')} = ${total}`,
  });
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
