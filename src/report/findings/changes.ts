import type { Audit } from '../../model/index.js';
import type { ChangeCounts, FindingFate, Summary } from '../renderer.js';
import type { Translate } from '../translate.js';

/** What may become of a finding, in the order it is told. */
export const fates = ['new', 'changed', 'unchanged', 'resolved', 'notAssessable'] as const;

export function countChanges(changes: Record<FindingFate, readonly unknown[]>): ChangeCounts {
  const { new: added, changed, unchanged, resolved, notAssessable } = changes;
  return {
    new: added.length,
    changed: changed.length,
    unchanged: unchanged.length,
    resolved: resolved.length,
    notAssessable: notAssessable.length,
  };
}

export function addChanges(all: readonly ChangeCounts[]): ChangeCounts {
  const sum = (fate: FindingFate) => all.reduce((total, each) => total + each[fate], 0);
  const [added, changed, unchanged, resolved, notAssessable] = fates.map(sum);
  return {
    new: added ?? 0,
    changed: changed ?? 0,
    unchanged: unchanged ?? 0,
    resolved: resolved ?? 0,
    notAssessable: notAssessable ?? 0,
  };
}

/** Over all audits; `null` when they were not compared with a baseline. */
export function overallChanges(summaries: readonly Summary[]): ChangeCounts | null {
  const compared = summaries.flatMap(({ changes }) => changes ?? []);
  return compared.length === 0 ? null : addChanges(compared.map(({ counts }) => counts));
}

export function isQuiet(counts: ChangeCounts): boolean {
  return fates.every((fate) => fate === 'unchanged' || counts[fate] === 0);
}

export function changesText(counts: ChangeCounts, t: Translate): string {
  return t('changes.counts', counts);
}

/** What has become of the findings of one audit. */
export function changesLine(changes: NonNullable<Summary['changes']>, t: Translate): string {
  return changes.earlier !== null ? changesText(changes.counts, t) : t('changes.none');
}

/** What has become of a finding that is there; `null` when there is no baseline. */
export function fateOf({ changes }: Audit, id: string): FindingFate | null {
  return (['new', 'changed', 'unchanged'] as const).find((fate) => changes?.[fate].includes(id)) ?? null;
}
