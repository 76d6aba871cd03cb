import { agencyKinds, type Figures, type Member } from '../../../model/index.js';
import type { Context } from '../../evaluate/context.js';
import { resolveSum, type LinearSum } from '../../evaluate/linear-sum.js';
import { known, round, unknown, type FactValue } from '../../value.js';
import { defineFact } from '../fact.js';
import { addFigures } from '../figures.js';
import { listOf, selectorsOf, terms } from '../terms.js';

export const members = defineFact({
  name: 'members',
  summary: {
    'zh-CN':
      '名录中所属各单位本年度报告（year: prior 为上年度）若干单元格之和：sum 各单位合计，largest 其中最大者；kinds 限定单位类别。合计须各单位报告齐全，否则为未知。',
    en: 'A sum of cells in the reports of the members by the roster for this year (`year: prior` the year before): `sum` of all of them, or the `largest`; `kinds` limits them. A sum is unknown unless every member has reported.',
  },
  params: (z) =>
    z.strictObject({
      of: terms(z),
      statistic: z.enum(['sum', 'largest']),
      year: z.literal('prior').optional(),
      kinds: z.array(z.enum(agencyKinds)).min(1).optional(),
    }),
  result: 'number',
  selectors: ({ of }) => selectorsOf(listOf(of)),
  prepare: ({ of, statistic, year, kinds }, view) => {
    const sum = resolveSum(view, listOf(of));
    if (sum === null) return null;
    const figuresOf = (member: Member): Figures | null => (year === 'prior' ? member.earlier : member.report);
    return (context) => {
      const all = membersOf(context);
      if ('known' in all) return all;
      const wanted = all.filter((each) => kinds?.includes(each.kind) ?? true);
      return statistic === 'sum' ? total(wanted, sum, figuresOf) : largest(wanted, sum, figuresOf);
    };
  },
});

/** The members by the roster; unknown without a roster or where the agency has none. */
export function membersOf({ surroundings }: Context): readonly Member[] | FactValue {
  const { members: all } = surroundings;
  return all === null || all.length === 0 ? unknown('no-roster') : all;
}

type FiguresOf = (member: Member) => Figures | null;

function total(all: readonly Member[], sum: LinearSum, figuresOf: FiguresOf): FactValue {
  let value = 0;
  let sure = true;
  const telling: string[] = [];
  const contradicted: string[] = [];
  for (const member of all) {
    const figures = figuresOf(member);
    const own = figures === null || !member.whole ? null : addFigures(sum, figures);
    if (own === null) return unknown('members-incomplete');
    value += own.value;
    sure &&= own.sure;
    if (own.contradicted.length > 0) contradicted.push(member.name);
    if (own.value !== 0) telling.push(`${member.name}${own.value}`);
  }
  return known(round(value), { sure, items: () => telling, contradicted: () => contradicted });
}

function largest(all: readonly Member[], sum: LinearSum, figuresOf: FiguresOf): FactValue {
  const found = all
    .map((member) => ({ member, figures: figuresOf(member) }))
    .flatMap(({ member, figures }) => {
      const own = figures === null ? null : addFigures(sum, figures);
      return own === null ? [] : [{ name: member.name, ...own }];
    })
    .sort((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1));
  const [first] = found;
  if (first === undefined) return unknown('members-incomplete');
  return known(first.value, {
    sure: first.sure,
    items: () => [first.name],
    contradicted: () => (first.contradicted.length === 0 ? [] : [first.name]),
  });
}
