import {
  categories,
  type Audit,
  type Category,
  type Gate,
  type Grade,
  type GradeStep,
  type GradingPolicy,
  type Lang,
  type Outcome,
} from '../../model/index.js';
import type { Cause } from '../causes/causes.js';
import { sayIn } from '../messages.js';
import { stepsOf } from './grade-steps.js';
import { scoreOf, costOf } from './score.js';
import type { Marked } from './marked.js';
import type { Unread } from '../unread.js';

type Graded = Pick<Audit, 'coverage' | 'grade' | 'score' | 'gradeReason' | 'gradeSteps' | 'subscores'>;

/** What a grade is made from. */
export interface Assessment {
  outcomes: readonly Outcome[];
  causes: readonly Cause[];
  unread: Unread;
  /** Tells outcomes apart from failures that a misreading may explain, which have not really been assessed. */
  reliable: (outcome: Outcome) => boolean;
}

/**
 * Score and grade from the root causes. Another cause, or a graver one, never raises either: costs only add up, gates only close. Nothing
 * costs that is not a finding; the grade is withheld only for what could not be read.
 */
export function gradeOf(assessment: Assessment, policy: GradingPolicy, lang: Lang): Graded {
  const { outcomes, causes, unread, reliable } = assessment;
  const say = sayIn(lang);
  const applicable = outcomes.filter(
    ({ verdict, reason }) =>
      verdict !== 'notAssessable' || reason === null || !policy.notApplicable.includes(reason),
  );
  const assessed = applicable.filter((each) => each.verdict !== 'notAssessable' && reliable(each));
  // Rounded down, so that 1 means all.
  const coverage = {
    applicable: applicable.length,
    assessed: assessed.length,
    share: Math.floor(shareOf(assessed, applicable) * 100) / 100,
  };
  const withheld = withheldFor(applicable, assessed, unread, policy, lang);
  if (withheld !== null) {
    const gradeSteps: GradeStep[] = [
      { cost: 0, text: withheld },
      { cost: 0, text: say('steps.unread') },
    ];
    return { coverage, grade: 'U', score: null, gradeReason: withheld, gradeSteps, subscores: {} };
  }
  const { score, closed, earned } = marked(causes, unread, policy);
  const strictest = closed.find((gate) => ceilingOf(gate.cap, policy) < earned);
  return {
    coverage,
    grade: gradeFor(score, policy),
    score,
    gradeReason:
      strictest === undefined
        ? null
        : say('grade.capped', { reason: strictest.reason[lang], cap: strictest.cap }),
    gradeSteps: stepsOf(causes, (some) => marked(some, unread, policy), policy, lang),
    subscores: subscoresOf(assessed, causes, policy),
  };
}

/** Why the program has read too little for a grade; `null`: it has read enough. */
function withheldFor(
  applicable: readonly Outcome[],
  assessed: readonly Outcome[],
  unread: Unread,
  policy: GradingPolicy,
  lang: Lang,
): string | null {
  const say = sayIn(lang);
  const floor = percent(policy.coverageFloor);
  if (unread.everything) return say('grade.nothingRead');
  if (assessed.length === 0) return say('grade.nothingChecked');
  if (1 - unread.cells < policy.coverageFloor)
    return say('grade.unreadCells', { share: percent(1 - unread.cells), floor });
  for (const some of [applicable, applicable.filter(({ category }) => category === 'arithmetic')]) {
    const share = 1 - shareOf(some.filter(isForReading), some);
    if (some.length > 0 && share < policy.coverageFloor)
      return say('grade.unreadChecks', { share: percent(share), floor });
  }
  return null;
}

function isForReading({ verdict, reason }: Outcome): boolean {
  return verdict === 'notAssessable' && reason === 'cell-unreadable';
}

function marked(causes: readonly Cause[], unread: Unread, policy: GradingPolicy): Marked {
  const closed = policy.gates
    .map((gate) => ({ ...gate, causes: causesFor(gate, causes, policy) }))
    .filter((gate) => isClosed(gate, gate.causes, unread))
    .sort((one, other) => (one.cap < other.cap ? 1 : one.cap > other.cap ? -1 : 0));
  const earned = scoreOf(causes, policy);
  const score = Math.min(earned, ...closed.map((gate) => ceilingOf(gate.cap, policy)));
  return { score, grade: gradeFor(score, policy), earned, closed };
}

function isClosed({ when }: Gate, causes: readonly Cause[], unread: Unread): boolean {
  if (when.unread !== undefined) return unread.whole >= when.unread;
  if (when.selfProven !== undefined) return unread.selfProven > when.selfProven;
  return causes.reduce((total, { count }) => total + count, 0) >= when.causes;
}

/** The causes of which the gate speaks. One that costs nothing closes no gate. */
function causesFor({ when }: Gate, causes: readonly Cause[], policy: GradingPolicy): Cause[] {
  if (when.unread !== undefined || when.selfProven !== undefined) return [];
  return causes.filter(
    (cause) =>
      (when.rules === undefined || cause.rules.some((rule) => when.rules?.includes(rule))) &&
      (when.category === undefined || cause.category === when.category) &&
      (when.severity === undefined || cause.severity === when.severity) &&
      (when.unexplained !== true || cause.kind === 'unexplained') &&
      costOf(cause, policy) > 0,
  );
}

function shareOf(some: readonly Outcome[], all: readonly Outcome[]): number {
  return all.length === 0 ? 0 : some.length / all.length;
}

function percent(share: number): string {
  return `${Math.floor(share * 100)}%`;
}

function subscoresOf(
  assessed: readonly Outcome[],
  causes: readonly Cause[],
  policy: GradingPolicy,
): Graded['subscores'] {
  const charged = causes.filter((cause) => costOf(cause, policy) > 0);
  const known = new Set<Category>([...assessed, ...charged].map(({ category }) => category));
  const scores = categories
    .filter((category) => known.has(category))
    .map((category) => [
      category,
      scoreOf(
        charged.filter((each) => each.category === category),
        policy,
      ),
    ]);
  return Object.fromEntries(scores) as Graded['subscores'];
}

const better = { B: 'A', C: 'B', D: 'C', E: 'D' } as const;

/** The best score that is not yet a better grade. */
function ceilingOf(cap: Gate['cap'], { thresholds }: GradingPolicy): number {
  return Math.max(0, Math.ceil(thresholds[better[cap]]) - 1);
}

function gradeFor(score: number, { thresholds }: GradingPolicy): Grade {
  return (['A', 'B', 'C', 'D'] as const).find((grade) => score >= thresholds[grade]) ?? 'E';
}
