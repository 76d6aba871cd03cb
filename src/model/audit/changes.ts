import type { Audit, AuditDigest } from './audit.js';

/** What a comparison needs of an audit. */
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
