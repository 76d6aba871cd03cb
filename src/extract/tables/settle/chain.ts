import type { Occurrence } from '../rows/occurrences.js';

/** Key characters between neighbouring labels that are usual; more costs. */
const usualGap = 150;
const gapCost = 0.01;

/**
 * The best chain of labels in the order of the form: occurrences with growing `rank` and position, the greatest sum of weights, long gaps
 * costing. It tells the table from the same words in the prose.
 */
export function bestChain(
  candidates: readonly { occurrence: Occurrence; rank: number }[],
): { occurrence: Occurrence; rank: number }[] {
  const sorted = [...candidates].sort((a, b) => a.occurrence.start - b.occurrence.start || a.rank - b.rank);
  const score: number[] = [];
  const previous: number[] = [];
  let best = -1;
  sorted.forEach(({ occurrence, rank }, i) => {
    let value = occurrence.weight;
    let from = -1;
    for (let j = 0; j < i; j += 1) {
      const other = sorted[j];
      if (other === undefined || other.rank >= rank || other.occurrence.end > occurrence.start) continue;
      const gap = occurrence.start - other.occurrence.end;
      const linked = (score[j] ?? 0) + occurrence.weight - Math.max(0, gap - usualGap) * gapCost;
      if (linked > value) {
        value = linked;
        from = j;
      }
    }
    score.push(value);
    previous.push(from);
    if (best === -1 || value > (score[best] ?? 0)) best = i;
  });
  const chain: { occurrence: Occurrence; rank: number }[] = [];
  for (let i = best; i >= 0; i = previous[i] ?? -1) {
    const link = sorted[i];
    if (link !== undefined) chain.unshift(link);
  }
  return chain;
}
