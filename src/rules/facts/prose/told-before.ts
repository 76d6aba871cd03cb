import { expressionOf, wordsOrPattern } from '../../pattern/pattern.js';
import type { Claim } from '../../../model/index.js';
import { known, unknown } from '../../value.js';
import { defineFact } from '../fact.js';

export const toldBefore = defineFact({
  name: 'toldBefore',
  summary: {
    'zh-CN':
      '此前另一句对同一事项（同一口径、年度、单位）另有所述的个数，数值与该项陈述不同；只计确数、写明所指而不含其他项的陈述，saying 限定其中须有的字样。',
    en: 'How many earlier sentences give another number for the same thing, of the same scope, year and unit; only exact numbers that say what they count and include nothing else, with the wording that saying asks for.',
  },
  params: (z) => z.strictObject({ claim: z.string(), saying: wordsOrPattern(z).pattern }),
  result: 'number',
  selectors: () => [],
  prepare: ({ claim: id, saying }) => {
    const wanted = saying === undefined ? null : expressionFor(saying);
    const counts = (each: Claim) => isPlain(each) && (wanted?.test(each.quote.normalize('NFKC')) ?? true);
    return ({ report, claim: claimOf, sentenceOf, textLost }) => {
      const own = claimOf(id);
      if (own === undefined) return unknown('no-claim');
      const before = report.claims.slice(0, report.claims.indexOf(own));
      const others = counts(own)
        ? before.filter(
            (each) =>
              counts(each) &&
              each.measure === own.measure &&
              each.value !== own.value &&
              each.unit === own.unit &&
              (each.scope === 'region') === (own.scope === 'region') &&
              each.year === own.year &&
              sentenceOf(each) !== sentenceOf(own),
          )
        : [];
      return known(others.length, {
        claims: [...others, own].map((each) => each.id),
        quotes: () => [...others, own].map(({ quote, at }) => ({ quote, at })),
        items: () => others.map(({ quote }) => `“${quote}”`),
        sure: !textLost,
      });
    };
  },
});

const expressions = new Map<string, RegExp>();
const MOST_EXPRESSIONS = 32;

/** The fact is prepared anew for each statement, with one wording for all of them. */
function expressionFor(saying: string): RegExp {
  const found = expressions.get(saying) ?? expressionOf({ pattern: saying }, '');
  if (expressions.size >= MOST_EXPRESSIONS) expressions.clear();
  expressions.set(saying, found);
  return found;
}

function isPlain({ kind, qualifier, includes, inferred, parts }: Claim): boolean {
  return (
    kind === 'count' &&
    qualifier === 'exact' &&
    includes.length === 0 &&
    inferred === undefined &&
    parts.length === 0
  );
}
