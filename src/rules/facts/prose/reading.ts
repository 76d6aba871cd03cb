import type { Claim } from '../../../model/index.js';
import { addUp, resolveSum } from '../../evaluate/linear-sum.js';
import { canBeEqual, compare } from '../../operators/operator.js';
import { known, round, unknown, type FactValue, type Known, type Unknown } from '../../value.js';
import { statedBeside } from './beside.js';
import { numberOf } from './claim.js';
import { defineFact } from '../fact.js';
import { selectorsOf } from '../terms.js';

export const reading = defineFact({
  name: 'reading',
  summary: {
    'zh-CN':
      '一项陈述可以对应的若干口径中与之相符的一个；都不相符时取最接近的一个（otherwise: first 取第一个），口径中有算不出的则为未知。格式中没有的口径略去。together 所列各项在同一句中另行说明的，表格可以并入计算。正文写明申请拆分为几件的，拆分前后的件数均为相符；没有写明的为未知。',
    en: 'Of the sums that a statement may refer to, the one that agrees with it; else the closest (`otherwise: first`: the first), or unknown when one cannot be computed. Readings that the form lacks are left out. What the same sentence states for the measures of `together` the tables may count in. Where the prose says into how many applications were split up, the numbers before and after agree; where it does not say, unknown.',
  },
  params: (z) =>
    z.strictObject({
      claim: z.string(),
      /** Each a list of terms(z) as in `sum`. */
      of: z.array(z.array(z.string()).min(1)).min(1),
      together: z.array(z.string()).min(1).optional(),
      /** Which of them is named when none agrees: the closest, or the first, which is what the statement means in the first place. */
      otherwise: z.enum(['closest', 'first']).optional(),
    }),
  result: 'number',
  selectors: ({ of }) => selectorsOf(of.flat()),
  prepare: ({ claim: id, of, together = [], otherwise = 'closest' }, view) => {
    const readings = of.flatMap((terms) => resolveSum(view, terms) ?? []);
    if (readings.length === 0) return null;
    return (context) => {
      const claim = context.claim(id);
      const stated = claim === undefined ? unknown('no-claim') : numberOf(claim, 'value', context);
      if (!stated.known) return stated;
      const more = claim === undefined ? [] : statedBeside(claim, together, context);
      const values = readings.flatMap((each) => {
        const sum = addUp(each, context);
        return more.length === 0 ? [sum] : [sum, without(sum, more)];
      });
      const sums = values.filter((value): value is Known => value.known);
      const agreeing = sums.find((value) => canBeEqual(stated, value));
      if (agreeing !== undefined) return agreeing;
      const split = sums.find((value) => isSplitOf(claim, stated, value));
      if (split !== undefined) return { ...split, value: stated.value };
      // Into how many they were split is not said, so that any difference may come of it.
      if (claim?.split === 'open') return unknown('no-claim', [], [id]);
      const open = values.find((value): value is Unknown => !value.known);
      if (open !== undefined) return open;
      const distance = (value: Known): number => Math.abs(compare(stated, value));
      const [first, ...others] = sums;
      if (first === undefined) return unknown('no-claim', [], [id]);
      const best = (otherwise === 'first' ? [] : others).reduce(
        (least, value) => (distance(value) < distance(least) ? value : least),
        first,
      );
      return known(best.value, {
        cells: best.cells,
        sure: sums.every((value) => value.sure),
        items: (lang) => distinct(sums).map((value) => value.name?.(lang) ?? String(value.value)),
      });
    };
  },
});

/** Whether the numbers differ by no more than what splitting applications explains. */
function isSplitOf(claim: Claim | undefined, { value }: Known, sum: Known): boolean {
  if (typeof value !== 'number' || typeof sum.value !== 'number') return false;
  return Math.abs(round(value - sum.value)) === claim?.split;
}

/** What is left of a sum when the numbers of other statements are taken from it. */
function without(sum: FactValue, claims: readonly Claim[]): FactValue {
  if (!sum.known || typeof sum.value !== 'number') return sum;
  const rest = claims.reduce((left, { value }) => left - (value ?? 0), sum.value);
  const taken = claims.map(({ value }) => ` − ${value}`).join('');
  return known(round(rest), {
    cells: sum.cells,
    claims: claims.map(({ id }) => id),
    sure: sum.sure,
    name: (lang) => `${sum.name?.(lang) ?? sum.value}${taken} = ${round(rest)}`,
  });
}

/** Of readings that come to the same number the first is enough for a message. */
function distinct(sums: readonly Known[]): Known[] {
  return sums.filter((value, index) => sums.findIndex((other) => other.value === value.value) === index);
}
