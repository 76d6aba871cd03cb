import type { GradingPolicy } from '../../model/index.js';
import type { Cause } from '../causes/causes.js';

/** What the first place of the cause costs on its own. */
export function costOf({ category, severity, extraction }: Cause, policy: GradingPolicy): number {
  const factor = (policy.weights[category] ?? 1) * (extraction ? policy.extractionFactor : 1);
  return policy.penalties[severity] * factor;
}

/** Points of 100 that the causes leave; gates are not looked at. */
export function scoreOf(causes: readonly Cause[], policy: GradingPolicy): number {
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
