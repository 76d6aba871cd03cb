import type { Agency } from '../report/agency.js';
import type { AuditDigest, AuditReading, FindingDigest, KnownFinding } from './audit.js';

type ToldClaim = { id: string; measure: string | null; section: string };

/** What an audit tells that is compared: an audit itself, or what is read of one that the program, or an older one, has written. */
export interface ToldAudit extends Omit<
  AuditReading,
  'name' | 'agency' | 'level' | 'kind' | 'layout' | 'findings' | 'stated'
> {
  source: { name: string };
  agency: Agency;
  layout: { id: string | null };
  findings: (FindingDigest &
    Pick<KnownFinding, 'suspect' | 'category'> & {
      claims: string[];
      waiver?: { verdict: string } | undefined;
    })[];
  claims: ToldClaim[] | null;
}

const statedBy = ({ measure, section }: ToldClaim) => measure ?? `section ${section}`;

/** What a comparison needs of an audit. */
export function auditReadingOf(audit: ToldAudit): AuditReading {
  const { source, agency, year, grade, score, gradeReason, layout, cells, claims, notAssessable } = audit;
  const claimOf = new Map((claims ?? []).map((claim) => [claim.id, claim]));
  return {
    name: source.name,
    agency: agency.name,
    level: agency.level,
    kind: agency.kind,
    year,
    grade,
    score,
    gradeReason,
    layout: layout.id,
    cells,
    stated:
      claims === null
        ? null
        : [...new Set(claims.flatMap((claim) => [statedBy(claim), `section ${claim.section}`]))],
    findings: audit.findings.map((finding) => ({
      ...findingDigestOf(finding),
      category: finding.category,
      suspect: finding.suspect,
      dismissed: finding.waiver?.verdict === 'dismissed',
      stated: finding.claims.flatMap((id) => {
        const claim = claimOf.get(id);
        return claim === undefined ? [] : [statedBy(claim)];
      }),
    })),
    notAssessable: notAssessable.map(({ rule, cells: about }) => ({ rule, cells: about })),
  };
}

/** What is told of a finding that an earlier audit has. */
export function findingDigestOf({
  id,
  fingerprint,
  rule,
  severity,
  title,
  message,
  cells,
}: FindingDigest): FindingDigest {
  return { id, fingerprint, rule, severity, title, message, cells };
}

/** The audit without what was read, which a comparison needs of the later one only. */
export function auditDigestOf({
  name,
  agency,
  year,
  grade,
  score,
  findings,
  notAssessable,
}: AuditDigest): AuditDigest {
  return { name, agency, year, grade, score, findings, notAssessable };
}
