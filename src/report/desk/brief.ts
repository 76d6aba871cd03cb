import type { Audit, Severity } from '../../model/index.js';

/** A finding as the table and the review need it. */
export interface FindingBrief {
  id: string;
  fingerprint: string;
  rule: string;
  severity: Severity;
  title: string;
  message: string;
}

export const findingBriefs = (audit: Audit): FindingBrief[] =>
  audit.findings.map(({ id, fingerprint, rule, severity, title, message }) => ({
    id,
    fingerprint,
    rule,
    severity,
    title,
    message,
  }));
