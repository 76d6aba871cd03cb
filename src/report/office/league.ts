import type { Grade } from '../../model/index.js';
import type { Summary } from '../renderer.js';

/** Best first; U, withheld, last. */
export const grades: Grade[] = ['A', 'B', 'C', 'D', 'E', 'U'];

const byCodeUnit = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** Best first; without a score last; equals by name. */
export function byRank(one: Summary, other: Summary): number {
  return (
    grades.indexOf(one.grade) - grades.indexOf(other.grade) ||
    (other.score ?? -1) - (one.score ?? -1) ||
    byCodeUnit(one.name, other.name)
  );
}

/** Ranks of summaries that are in order: equal scores share one; a report whose grade is withheld has none. */
export function ranksOf(ranked: readonly Pick<Summary, 'score'>[]): (number | null)[] {
  return ranked.map(({ score }) =>
    score === null ? null : ranked.findIndex((each) => each.score === score) + 1,
  );
}

/** How many audits have each grade, best first. */
export function gradeCounts(summaries: readonly Summary[]): { grade: Grade; count: number }[] {
  return grades.map((grade) => ({
    grade,
    count: summaries.filter((each) => each.grade === grade).length,
  }));
}

/** Rules by the number of reports in which they failed, most frequent first. */
export function frequentRules(
  summaries: readonly Summary[],
): (Summary['rules'][number] & { count: number })[] {
  const byRule = new Map<string, Summary['rules'][number] & { count: number }>();
  for (const { rules } of summaries) {
    for (const each of rules) {
      byRule.set(each.rule, { ...each, count: (byRule.get(each.rule)?.count ?? 0) + 1 });
    }
  }
  return [...byRule.values()].sort(
    (one, other) => other.count - one.count || byCodeUnit(one.rule, other.rule),
  );
}

/** How a mark is written: the grade with its points. */
export const markOf = ({ grade, score }: Pick<Summary, 'grade' | 'score'>): string =>
  score === null ? grade : `${grade} ${score}`;
