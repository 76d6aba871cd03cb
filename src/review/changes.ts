import type { AuditDigest, Changes, FindingDigest } from '../model/index.js';
import type { Unread } from './read-audits.js';

const subjectOf = ({ rule, cells }: FindingDigest) => [rule, ...[...cells].sort()].join(' ');

/** Takes an equal one out of the rest, if there is any. */
function take<T>(rest: Map<string, T[]>, key: string): T | undefined {
  return rest.get(key)?.shift();
}

function grouped<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

/** Whether the rule could not be assessed for cells of the finding. */
function isOpen({ rule, cells }: FindingDigest, { notAssessable }: AuditDigest): boolean {
  return notAssessable.some(
    (each) =>
      each.rule === rule &&
      (each.cells.length === 0 || cells.length === 0 || each.cells.some((cell) => cells.includes(cell))),
  );
}

/**
 * What has become of the findings. A finding is the same while its fingerprint is; one of the same rule for the same cells has changed; what
 * is no longer there is resolved only where its rule could be assessed.
 */
export function changesOf(earlier: AuditDigest | null, later: AuditDigest): Changes {
  const changes: Changes = {
    earlier: earlier === null ? null : { name: earlier.name, grade: earlier.grade, score: earlier.score },
    new: [],
    changed: [],
    unchanged: [],
    resolved: [],
    notAssessable: [],
  };
  const before = grouped(earlier?.findings ?? [], ({ fingerprint }) => fingerprint);
  const others = later.findings.filter(({ id, fingerprint }) => {
    const same = take(before, fingerprint) !== undefined;
    if (same) changes.unchanged.push(id);
    return !same;
  });
  const left = grouped([...before.values()].flat(), subjectOf);
  for (const finding of others) {
    const known = take(left, subjectOf(finding));
    (known === undefined ? changes.new : changes.changed).push(finding.id);
  }
  const gone = new Set([...left.values()].flat());
  for (const finding of (earlier?.findings ?? []).filter((each) => gone.has(each))) {
    (isOpen(finding, later) ? changes.notAssessable : changes.resolved).push(finding);
  }
  return changes;
}

/** Finds the audit of the same report among earlier ones: of the same agency and year, otherwise of the same source. */
export function finderOf(
  audits: readonly AuditDigest[],
): (audit: Pick<AuditDigest, 'name' | 'agency' | 'year'>) => AuditDigest | null {
  const about = ({ agency, year }: Pick<AuditDigest, 'agency' | 'year'>) => JSON.stringify([agency, year]);
  const known = audits.filter(({ agency }) => agency !== null);
  const byReport = grouped(known, about);
  const byName = grouped(audits, ({ name }) => name);
  return (audit) => {
    const same = audit.agency === null ? [] : (byReport.get(about(audit)) ?? []);
    const named = byName.get(audit.name) ?? [];
    return same.find(({ name }) => name === audit.name) ?? same[0] ?? named[0] ?? null;
  };
}

const baseName = (name: string) => name.slice(name.lastIndexOf('/') + 1);

/**
 * Of the reports that a run has no audit of, those whose file it had and could not read: by the name of the source, otherwise by the name of the file
 * where no other has it.
 */
export function unreadAmong(
  missing: readonly AuditDigest[],
  failures: readonly Unread[],
): { audit: AuditDigest; reason: string }[] {
  const byName = grouped(failures, ({ name }) => name);
  const byBaseName = grouped(failures, ({ name }) => baseName(name));
  return missing.flatMap((audit) => {
    const alike = byBaseName.get(baseName(audit.name)) ?? [];
    const failure = byName.get(audit.name)?.[0] ?? (alike.length === 1 ? alike[0] : undefined);
    return failure === undefined ? [] : [{ audit, reason: failure.reason }];
  });
}
