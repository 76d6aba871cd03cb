import { addUp, resolveSum } from '../../evaluate/linear-sum.js';
import { known, unknown } from '../../value.js';
import { defineFact } from '../fact.js';
import { listOf, selectorsOf, terms } from '../terms.js';

export const earlierValues = defineFact({
  name: 'earlierValues',
  summary: {
    'zh-CN': '由本年数和所述增长百分比能够倒推出的上年整数的个数；没有数字时为未知。',
    en: 'How many whole numbers of the year before agree with the number of this year and the stated growth in per cent.',
  },
  params: (z) => z.strictObject({ of: terms(z), claim: z.string() }),
  result: 'number',
  selectors: ({ of }) => selectorsOf(listOf(of)),
  prepare: ({ of, claim: id }, view) => {
    const list = resolveSum(view, listOf(of));
    if (list === null) return null;
    return (context) => {
      const claim = context.claim(id);
      if (claim === undefined || claim.value === null) return unknown('no-claim', [], [id]);
      const now = addUp(list, context);
      if (!now.known) return now;
      const growth = claim.value;
      const tolerance = 10 ** -(String(growth).split('.')[1]?.length ?? 0);
      const value = Number(now.value);
      const agrees = (before: number): boolean =>
        before > 0 && Math.abs(((value - before) / before) * 100 - growth) <= tolerance + 1e-9;
      // The exact base is value / (1 + growth); the whole numbers that agree lie between those of growth ± tolerance.
      const low = value / (1 + (growth + tolerance) / 100);
      const high = growth - tolerance <= -100 ? Infinity : value / (1 + (growth - tolerance) / 100);
      const first = Math.max(1, Math.floor(low));
      const last = Math.min(Math.ceil(high), first + 1000);
      let count = 0;
      for (let before = first; before <= last; before++) if (agrees(before)) count++;
      return known(count, {
        cells: list.addresses,
        claims: [id],
        name: now.name,
        sure: now.sure && !context.textLost,
      });
    };
  },
});
