import type { Audit, Finding, Grade, NotAssessable } from './audit.js';

/** What a comparison of two audits needs of a finding. */
export type FindingDigest = Pick<
  Finding,
  'id' | 'fingerprint' | 'rule' | 'severity' | 'title' | 'message' | 'cells'
>;

/** What a comparison of two audits needs of one of them. */
export interface AuditDigest {
  /** Name of the source. */
  name: string;
  agency: string | null;
  year: number | null;
  grade: Grade;
  score: number | null;
  findings: FindingDigest[];
  notAssessable: Pick<NotAssessable, 'rule' | 'cells'>[];
}

/** What has become of the findings since an earlier audit of the same report. */
export interface Changes {
  /** The earlier audit; `null`: there is none, and every finding is new. */
  earlier: Pick<AuditDigest, 'name' | 'grade' | 'score'> | null;
  /** Ids of findings that were not there. */
  new: string[];
  /** Ids of findings of a rule that failed for the same cells before, with other figures. */
  changed: string[];
  /** Ids of findings that were there as they are now. */
  unchanged: string[];
  /** Findings that are no longer there: the rule holds now. */
  resolved: FindingDigest[];
  /** Findings of which nobody knows whether they are still there: the rule cannot be assessed now. */
  notAssessable: FindingDigest[];
}

export function auditDigestOf(audit: Audit): AuditDigest {
  return {
    name: audit.source.name,
    agency: audit.agency.name,
    year: audit.year,
    grade: audit.grade,
    score: audit.score,
    findings: audit.findings.map(({ id, fingerprint, rule, severity, title, message, cells }) => ({
      id,
      fingerprint,
      rule,
      severity,
      title,
      message,
      cells,
    })),
    notAssessable: audit.notAssessable.map(({ rule, cells }) => ({ rule, cells })),
  };
}
