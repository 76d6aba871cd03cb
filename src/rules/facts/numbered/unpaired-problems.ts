import type { Context } from '../../evaluate/context.js';
import { openingOf } from '../text/parts/opening.js';
import { known, unknown } from '../../value.js';
import { defineFact } from '../fact.js';
import { listsIn, type NumberedList } from './lists.js';

const PROBLEM = /问题|不足|短板|困难|差距|薄弱/;
const MEASURE = /改进|措施|下一步|下步|整改|今后|打算|计划|努力|针对(?!性)|对策|着力|重点/;
/** A list may be of one measure; problems are told in a list of at least two. */
const FEWEST_PROBLEMS = 2;

export const unpairedProblems = defineFact({
  name: 'unpairedProblems',
  summary: {
    'zh-CN':
      '“存在的主要问题”中编号的问题比其后同样编号的改进措施多几项，措施更多的为负；问题或措施没有编号、逐项写明措施的为0。',
    en: 'By how many the numbered problems of the part that states them exceed the measures that are numbered in the same way after them, negative for more measures; 0 where either is not numbered, or each problem has its measure beside it.',
  },
  params: (z) => z.strictObject({}),
  result: 'number',
  selectors: () => [],
  prepare: () => (context) => {
    const section = context.section('problems');
    if (section === undefined) return unknown('no-claim');
    const counted = countIn(section.text);
    if (counted === null) return lost(context) ? unknown('no-claim') : known(0);
    const { problems, measures } = counted;
    return known(problems - measures, {
      quotes: () => openingOf(context, 'problems'),
      items: () => [String(problems), String(measures)],
      sure: !lost(context),
    });
  },
});

const lost = (context: Context): boolean => context.textLost;

function countIn(text: string): { problems: number; measures: number } | null {
  const lists = listsIn(text);
  for (const [index, problems] of lists.entries()) {
    const { style, starts } = problems;
    const measures = lists.slice(index + 1).find((each) => each.style === style) ?? otherStyle(lists, index);
    const [from = 0, to = 0] = [starts[0], starts.at(-1)];
    const next = measures?.starts[0];
    const alike = lists.filter((each) => each.style === style).length;
    if (measures === undefined || next === undefined || alike > 2 || starts.length < FEWEST_PROBLEMS)
      continue;
    const before = text.slice(0, from);
    const items = text.slice(from, to);
    const between = text.slice(to, next);
    if (PROBLEM.test(before) && MEASURE.test(between) && !MEASURE.test(items))
      return { problems: starts.length, measures: measures.starts.length };
  }
  return null;
}

/** Measures that are numbered otherwise than the problems: the last list of all, right behind them, so that neither lies within another. */
function otherStyle(lists: readonly NumberedList[], index: number): NumberedList | undefined {
  const measures = lists[index + 1];
  const behind = (measures?.starts[0] ?? 0) > (lists[index]?.starts.at(-1) ?? 0);
  const several = (measures?.starts.length ?? 0) > 1;
  return index + 2 === lists.length && behind && several ? measures : undefined;
}
