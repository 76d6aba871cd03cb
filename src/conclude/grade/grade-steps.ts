import type { GradeStep, GradingPolicy, Lang, Severity } from '../../model/index.js';
import type { Cause } from '../causes/causes.js';
import type { Marked } from './marked.js';
import { sayIn, type Say } from '../messages.js';
import { costOf } from './score.js';

const gravity: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/**
 * How the grade came about: what each cause cost after the graver ones, what a gate took, the thresholds, and what has to be mended for the
 * next grade. `mark` grades some of the causes.
 */
export function stepsOf(
  causes: readonly Cause[],
  mark: (causes: readonly Cause[]) => Marked,
  policy: GradingPolicy,
  lang: Lang,
): GradeStep[] {
  const say = sayIn(lang);
  const charged = causes
    .filter((cause) => costOf(cause, policy) > 0)
    .sort((one, other) => gravity[one.severity] - gravity[other.severity]);
  const { score, grade, earned, closed } = mark(causes);
  const left = [[], ...charged.map((_, index) => charged.slice(0, index + 1))].map(
    (some) => mark(some).earned,
  );
  const deductions = charged.map((cause, index): GradeStep => {
    const cost = (left[index] ?? 0) - (left[index + 1] ?? 0);
    const text = say(cause.count > 1 ? 'steps.places' : 'steps.cost', {
      title: cause.title,
      count: cause.count,
      cost,
    });
    return { ...cause.ref, cost, text };
  });
  const [strictest] = closed;
  const capped: GradeStep[] =
    strictest === undefined || score === earned
      ? []
      : [
          {
            ...strictest.causes[0]?.ref,
            cost: earned - score,
            text: say('grade.capped', { reason: strictest.reason[lang], cap: strictest.cap }),
          },
        ];
  const { A, B, C, D } = policy.thresholds;
  return [
    ...deductions,
    ...capped,
    { cost: 0, text: say('steps.grade', { score, grade, A, B, C, D }) },
    ...nextGrade(charged, mark, say),
  ];
}

/** The fewest causes, those that close gates first, then the dearest, without which the grade is better. */
function nextGrade(
  charged: readonly Cause[],
  mark: (causes: readonly Cause[]) => Marked,
  say: Say,
): GradeStep[] {
  const now = mark(charged);
  if (now.grade === 'A') return [];
  let left = [...charged];
  const mended: Cause[] = [];
  while (left.length > 0) {
    const closing = mark(left).closed.filter(({ cap }) => cap >= now.grade);
    const first = closing.flatMap((gate) => gate.causes)[0] ?? left[0];
    if (first === undefined) break;
    left = left.filter((cause) => cause !== first);
    mended.push(first);
    const { grade } = mark(left);
    if (grade < now.grade)
      return [
        {
          cost: 0,
          text: say('steps.next', {
            list: mended.map((cause) => nameOf(cause, say)).join(say('list')),
            grade,
          }),
        },
      ];
  }
  return [{ cost: 0, text: say('steps.read') }];
}

function nameOf({ ref, title }: Cause, say: Say): string {
  return say('steps.name', { title, id: 'finding' in ref ? ref.finding : ref.repair });
}
