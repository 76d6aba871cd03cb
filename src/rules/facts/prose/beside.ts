import type { Claim } from '../../../model/index.js';
import type { Context } from '../../evaluate/context.js';
import { known, round, unknown } from '../../value.js';
import { defineFact } from '../fact.js';
import { listOf, terms } from '../terms.js';

export const beside = defineFact({
  name: 'beside',
  summary: {
    'zh-CN':
      '与某项陈述同一句中的若干数之和；缺少其中任何一项或非确数时为未知，optional 所列各项没有时不计。',
    en: 'Sum of the numbers stated in the same sentence as a claim; unknown when one is lacking or not exact. Those in `optional` may be lacking.',
  },
  params: (z) => z.strictObject({ claim: z.string(), of: terms(z), optional: terms(z).optional() }),
  result: 'number',
  selectors: () => [],
  prepare:
    ({ claim: id, of, optional }) =>
    (context) => {
      const centre = context.claim(id);
      if (centre === undefined) return unknown('no-claim');
      const near = besidesOf(centre, context);
      const wanted = listOf(of).map((measure) => find(near, measure));
      const extra = listOf(optional ?? []).flatMap((measure) => find(near, measure) ?? []);
      const missing = wanted.some((each) => each === undefined);
      const found = [...wanted.flatMap((each) => each ?? []), ...extra];
      if (
        missing ||
        found.length === 0 ||
        found.some((each) => each.qualifier !== 'exact' || each.value === null)
      ) {
        return unknown('no-claim', [], [id]);
      }
      const value = round(found.reduce((total, each) => total + (each.value ?? 0), 0));
      return known(value, {
        claims: found.map((each) => each.id),
        quotes: () => found.map((each) => ({ quote: each.quote, at: each.at })),
        name: () => `${found.map((each) => String(each.value)).join(' + ')} = ${value}`,
        sure: !context.textLost,
      });
    },
});

/** The statements of the same sentence, the claim among them; none when the sentence cannot be found. */
function besidesOf(centre: Claim, { report, sentenceOf }: Context): Claim[] {
  const sentence = sentenceOf(centre);
  if (sentence === null) return [];
  return report.claims.filter(
    (each) => each.scope === centre.scope && each.year === centre.year && sentenceOf(each) === sentence,
  );
}

/** The exact numbers that the same sentence states for the measures. */
export function statedBeside(centre: Claim, measures: readonly string[], context: Context): Claim[] {
  const near = measures.length === 0 ? [] : besidesOf(centre, context);
  return measures
    .flatMap((measure) => find(near, measure) ?? [])
    .filter((each) => each.qualifier === 'exact' && each.value !== null);
}

function find(claims: readonly Claim[], measure: string): Claim | undefined {
  const found = claims.filter(
    (each) => each.measure === measure && (each.kind === 'count' || each.kind === 'none'),
  );
  // Two numbers for one thing in one sentence: channels, years, or stages; none of them is surely the one meant.
  return new Set(found.map((each) => each.value)).size === 1 ? found[0] : undefined;
}
