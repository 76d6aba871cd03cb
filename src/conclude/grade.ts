import {
  categories,
  type Audit,
  type Category,
  type Gate,
  type Grade,
  type GradingPolicy,
  type Lang,
  type Outcome,
  type Report,
} from '../model/index.js';
import type { Cause } from './causes.js';
import { sayIn } from './messages.js';

type Graded = Pick<Audit, 'coverage' | 'grade' | 'score' | 'gradeReason' | 'subscores'>;

/**
 * Score and grade from the root causes. Another cause, or a graver one, never raises either: costs only add up, gates only close.
 * `reliable` tells outcomes apart from failures that a misreading may explain, which have not really been assessed.
 */
export function gradeOf(
  report: Report,
  outcomes: readonly Outcome[],
  causes: readonly Cause[],
  reliable: (outcome: Outcome) => boolean,
  policy: GradingPolicy,
  lang: Lang,
): Graded {
  const say = sayIn(lang);
  const applicable = outcomes.filter(
    ({ verdict, reason }) =>
      verdict !== 'notAssessable' || reason === null || !policy.notApplicable.includes(reason),
  );
  const assessed = applicable.filter((each) => each.verdict !== 'notAssessable' && reliable(each));
  const share = shareOf(assessed, applicable);
  const key = policy.unchecked.map((category) => {
    const own = (outcome: Outcome): boolean => outcome.category === category;
    return applicable.some(own) ? shareOf(assessed.filter(own), applicable.filter(own)) : 1;
  });
  // Rounded down, so that 1 means all.
  const coverage = {
    applicable: applicable.length,
    assessed: assessed.length,
    share: Math.floor(share * 100) / 100,
  };
  const withheld = (gradeReason: string): Graded => ({
    coverage,
    grade: 'U',
    score: null,
    gradeReason,
    subscores: {},
  });
  if (Object.values(report.cells).every(({ state }) => state === 'absent'))
    return withheld(say('grade.noTable'));
  const floor = percent(policy.coverageFloor);
  if (share < policy.coverageFloor || assessed.length === 0) {
    return withheld(say('grade.coverage', { share: percent(share), floor }));
  }
  const least = Math.min(1, ...key);
  if (least < policy.coverageFloor)
    return withheld(say('grade.keyCoverage', { share: percent(least), floor }));

  const charged = causes.filter((cause) => costOf(cause, policy) > 0);
  const closed = policy.gates
    .filter((gate) => countOf(gate, causes, policy) >= gate.when.causes)
    .sort((one, other) => (one.cap < other.cap ? 1 : one.cap > other.cap ? -1 : 0));
  const ceiling = Math.min(100, ...closed.map((gate) => ceilingOf(gate.cap, policy)));
  const earned = scoreOf(charged, policy);
  const score = Math.min(earned, ceiling);
  const [strictest] = closed;
  const reasons = [
    ...(strictest !== undefined && ceiling < earned ? [reasonOf(strictest, causes, policy, lang)] : []),
    ...(charged.some(({ kind }) => kind === 'unchecked') ? [say('grade.uncheckedCost')] : []),
  ];
  return {
    coverage,
    grade: gradeFor(score, policy),
    score,
    gradeReason: reasons.length === 0 ? null : reasons.join(say('join')),
    subscores: subscoresOf(assessed, charged, policy),
  };
}

function shareOf(some: readonly Outcome[], all: readonly Outcome[]): number {
  return all.length === 0 ? 0 : some.length / all.length;
}

function percent(share: number): string {
  return `${Math.floor(share * 100)}%`;
}

function subscoresOf(
  assessed: readonly Outcome[],
  charged: readonly Cause[],
  policy: GradingPolicy,
): Graded['subscores'] {
  const known = new Set<Category>([...assessed, ...charged].map(({ category }) => category));
  return Object.fromEntries(
    categories
      .filter((category) => known.has(category))
      .map((category) => [
        category,
        scoreOf(
          charged.filter((cause) => cause.category === category),
          policy,
        ),
      ]),
  );
}

function costOf({ category, severity, kind, extraction }: Cause, policy: GradingPolicy): number {
  if (kind === 'unchecked' && !policy.unchecked.includes(category)) return 0;
  const factor = (policy.weights[category] ?? 1) * (extraction ? policy.extractionFactor : 1);
  return policy.penalties[severity] * factor;
}

function scoreOf(causes: readonly Cause[], policy: GradingPolicy): number {
  let loss = 0;
  for (const severity of ['info', 'warning', 'error'] as const) {
    const cap = policy.caps[severity];
    const costs = causes
      .filter((cause) => cause.severity === severity)
      .flatMap((cause) => Array.from({ length: cause.count }, () => costOf(cause, policy)));
    loss = combined([loss, ...costs], cap);
  }
  return Math.round(100 - loss);
}

/** The first point costs a point, the last one before the cap costs nothing; the order of the losses does not matter. */
function combined(losses: readonly number[], cap: number): number {
  if (cap === 0) return 0;
  return cap * (1 - losses.reduce((left, loss) => left * (1 - Math.min(loss, cap) / cap), 1));
}

/** How many causes the gate speaks of. One that costs nothing closes no gate, except where the gate is about what was not checked. */
function countOf({ when }: Gate, causes: readonly Cause[], policy: GradingPolicy): number {
  return causes
    .filter((cause) => {
      if (when.category !== undefined && cause.category !== when.category) return false;
      if (when.severity !== undefined && cause.severity !== when.severity) return false;
      if (when.unchecked === true) return cause.kind === 'unchecked';
      if (when.unchecked === false && cause.kind === 'unchecked') return false;
      if (when.unexplained === true && cause.kind !== 'unexplained') return false;
      return costOf(cause, policy) > 0;
    })
    .reduce((total, { count }) => total + count, 0);
}

function reasonOf(gate: Gate, causes: readonly Cause[], policy: GradingPolicy, lang: Lang): string {
  const say = sayIn(lang);
  const wrong = causes.filter(({ kind }) => kind !== 'unchecked');
  const onlyUnchecked = gate.when.unchecked !== true && countOf(gate, wrong, policy) === 0;
  if (onlyUnchecked) return say('grade.uncheckedCap', { cap: gate.cap });
  return say('grade.capped', { reason: gate.reason[lang], cap: gate.cap });
}

const better = { B: 'A', C: 'B', D: 'C', E: 'D' } as const;

/** The best score that is not yet a better grade. */
function ceilingOf(cap: Gate['cap'], { thresholds }: GradingPolicy): number {
  return Math.max(0, Math.ceil(thresholds[better[cap]]) - 1);
}

function gradeFor(score: number, { thresholds }: GradingPolicy): Grade {
  return (['A', 'B', 'C', 'D'] as const).find((grade) => score >= thresholds[grade]) ?? 'E';
}
