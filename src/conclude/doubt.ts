import {
  contradictedIn,
  longestMessage,
  type CellAddress,
  type Category,
  type Figures,
  type Lang,
  type Outcome,
} from '../model/index.js';
import type { Say } from './messages.js';
import type { RootCause } from './causes/root-causes.js';

/** Rules that hold figures against the prose or against another report; figures against one another contradict themselves. */
const accusing: readonly Category[] = ['narrative', 'continuity', 'rollup'];

/** What the report itself contradicts, by its failed outcomes and what explains them. */
export function contradictedBy(
  failed: readonly Outcome[],
  causeOf: ReadonlyMap<Outcome, RootCause>,
): Figures['contradicted'] {
  const causes = [...new Set(causeOf.values())];
  const idOf = new Map(causes.map((cause, index) => [cause, String(index)]));
  return contradictedIn({
    findings: failed.map((outcome) => {
      const cause = causeOf.get(outcome);
      return { ...outcome, rootCause: cause === undefined ? null : (idOf.get(cause) ?? null) };
    }),
    repairs: causes.flatMap((cause) =>
      [cause.preferred, ...cause.alternatives].map(({ steps }) => ({
        id: idOf.get(cause) ?? '',
        cells: steps,
        unique: cause.unique,
      })),
    ),
  });
}

/** Figures named one by one in a message. */
const NAMED = 2;

/**
 * A failure that rests on a doubtful figure accuses nobody: it is a hint that says so. Doubtful is what its own report contradicts, and what
 * was not surely read. Failures that a repair explains are not asked.
 */
export function weighed(
  outcome: Outcome,
  contradicted: Figures['contradicted'],
  say: Say,
  lang: Lang,
): Outcome {
  const { verdict, category, severity, message } = outcome;
  if (verdict !== 'fail' || severity === 'info' || !accusing.includes(category)) return outcome;
  const doubt = doubtOf(outcome, contradicted, say);
  if (doubt === null) return outcome;
  const room = longestMessage[lang] - doubt.length;
  const shown = message.length <= room ? message : `${message.slice(0, room - 1)}…`;
  return { ...outcome, severity: 'info', message: shown + doubt };
}

/** Prose that a repair leaves contradicted differs from the number that the other cells prove as well: no doubt clears it. */
function doubtOf(
  { contradicted: elsewhere, cells, suspect, category }: Outcome,
  contradicted: Figures['contradicted'],
  say: Say,
): string | null {
  if (elsewhere.length > 0)
    return say('doubt.other', { figures: elsewhere.slice(0, NAMED).join(say('doubt.join')) });
  const isDoubtful = (cell: CellAddress): boolean => {
    const proven = contradicted[cell];
    return proven !== undefined && (proven === null || category !== 'narrative');
  };
  if (cells.some(isDoubtful)) return say('doubt.own');
  return suspect === 'extraction' ? say('doubt.unread') : null;
}
