import type { GradingPolicy } from '../../model/index.js';
import type { Cause } from '../causes/causes.js';

/** What the rules of the cause cost by themselves, the dearest of them; `null`: the policy names none of them. */
function deductionOf({ rules }: Cause, { deductions = {} }: GradingPolicy): number | null {
  const own = rules.flatMap((rule) => deductions[rule] ?? []);
  return own.length === 0 ? null : Math.max(...own);
}

/** What the first place of the cause costs on its own. */
export function costOf(cause: Cause, policy: GradingPolicy): number {
  const { category, severity, extraction } = cause;
  const cost = deductionOf(cause, policy) ?? policy.penalties[severity] * (policy.weights[category] ?? 1);
  return cost * (extraction ? policy.extractionFactor : 1);
}

/** Points of 100 that the causes leave; gates are not looked at. What a table of points names is taken off in full, each place of it. */
export function scoreOf(causes: readonly Cause[], policy: GradingPolicy): number {
  const isNamed = (cause: Cause) => deductionOf(cause, policy) !== null;
  let loss = 0;
  for (const severity of ['info', 'warning', 'error'] as const) {
    const own = causes.filter((cause) => cause.severity === severity && !isNamed(cause));
    const costs = own.flatMap((cause) => Array.from({ length: cause.count }, () => costOf(cause, policy)));
    loss = combined([loss, ...costs], policy.caps[severity]);
  }
  const points = causes.filter(isNamed).reduce((sum, cause) => sum + cause.count * costOf(cause, policy), 0);
  return Math.max(0, Math.round(100 - loss - points));
}

/** The first point costs a point, the last one before the cap costs nothing; the order of the losses does not matter. */
function combined(losses: readonly number[], cap: number): number {
  if (cap === 0) return 0;
  return cap * (1 - losses.reduce((left, loss) => left * (1 - Math.min(loss, cap) / cap), 1));
}
