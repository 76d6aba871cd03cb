import {
  findingDigestOf,
  type AuditDigest,
  type AuditReading,
  type Changes,
  type FindingDigest,
  type KnownFinding,
} from '../model/index.js';
import { grouped } from './grouped.js';
import { mayBeOne } from './submissions/pairing.js';

const subjectOf = ({ rule, cells }: FindingDigest) => [rule, ...[...cells].sort()].join(' ');

/** Takes an equal one out of the rest, if there is any. */
function take<T>(rest: Map<string, T[]>, key: string): T | undefined {
  return rest.get(key)?.shift();
}

/** Whether the rule could not be assessed for cells of the finding. */
export function isOpen({ rule, cells }: FindingDigest, { notAssessable }: AuditDigest): boolean {
  return notAssessable.some(
    (each) =>
      each.rule === rule &&
      (each.cells.length === 0 || cells.length === 0 || each.cells.some((cell) => cells.includes(cell))),
  );
}

/** Whether what the finding named is not to be found in the later reading: then that it is gone tells nothing. */
function isUnread({ cells, stated }: KnownFinding, later: AuditReading): boolean {
  if (cells.length + stated.length === 0) return later.grade === 'U';
  const { cells: read, stated: said } = later;
  return (
    (read !== null &&
      cells.some((cell) => ['unreadable', 'absent'].includes(read[cell]?.state ?? 'absent'))) ||
    (said !== null && stated.some((each) => !said.includes(each)))
  );
}

/** The findings by what has become of them. */
export type Fates = Record<'new' | 'changed' | 'unchanged' | 'resolved' | 'notAssessable', KnownFinding[]>;

/**
 * What has become of the findings. A finding is the same while its fingerprint is; one of the same rule for the same cells has changed; what
 * is no longer there is resolved only where its rule could be assessed and what it named was read.
 */
export function fatesOf(earlier: AuditDigest | null, later: AuditReading): Fates {
  const fates: Fates = { new: [], changed: [], unchanged: [], resolved: [], notAssessable: [] };
  const before = grouped(earlier?.findings ?? [], ({ fingerprint }) => fingerprint);
  const others = later.findings.filter((finding) => {
    const same = take(before, finding.fingerprint) !== undefined;
    if (same) fates.unchanged.push(finding);
    return !same;
  });
  const left = grouped([...before.values()].flat(), subjectOf);
  for (const finding of others) {
    const known = take(left, subjectOf(finding));
    (known === undefined ? fates.new : fates.changed).push(finding);
  }
  const gone = new Set([...left.values()].flat());
  for (const finding of (earlier?.findings ?? []).filter((each) => gone.has(each))) {
    const isKnown = !isOpen(finding, later) && !isUnread(finding, later);
    (isKnown ? fates.resolved : fates.notAssessable).push(finding);
  }
  return fates;
}

/** {@link fatesOf} as an audit tells it. */
export function changesOf(earlier: AuditDigest | null, later: AuditReading): Changes {
  const { new: added, changed, unchanged, resolved, notAssessable } = fatesOf(earlier, later);
  const ids = (findings: readonly KnownFinding[]) => findings.map(({ id }) => id);
  return {
    earlier: earlier === null ? null : { name: earlier.name, grade: earlier.grade, score: earlier.score },
    new: ids(added),
    changed: ids(changed),
    unchanged: ids(unchanged),
    resolved: resolved.map(findingDigestOf),
    notAssessable: notAssessable.map(findingDigestOf),
  };
}

/** Finds the audit of the same report among earlier ones: of the same agency and year, otherwise of the same source if neither says otherwise. */
export function finderOf(
  audits: readonly AuditDigest[],
): (audit: Pick<AuditDigest, 'name' | 'agency' | 'year'>) => AuditDigest | null {
  const about = ({ agency, year }: Pick<AuditDigest, 'agency' | 'year'>) => JSON.stringify([agency, year]);
  const known = audits.filter(({ agency }) => agency !== null);
  const byReport = grouped(known, about);
  const byName = grouped(audits, ({ name }) => name);
  return (audit) => {
    const same = audit.agency === null ? [] : (byReport.get(about(audit)) ?? []);
    const named = (byName.get(audit.name) ?? []).filter((each) => mayBeOne(each, audit));
    return same.find(({ name }) => name === audit.name) ?? same[0] ?? named[0] ?? null;
  };
}
