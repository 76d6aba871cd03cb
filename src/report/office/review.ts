import type { Audit, Finding, Severity } from '../../model/index.js';
import type { Translate } from '../translate.js';

/** An officer has found that the report is right: the finding is shown, but counts for nothing. */
export function isDismissed({ waiver }: Finding): boolean {
  return waiver?.verdict === 'dismissed';
}

/** The findings that count. */
export function standing({ findings }: Audit): Finding[] {
  return findings.filter((finding) => !isDismissed(finding));
}

/** How many findings count, by severity, and how many were dismissed. */
export function tally(audit: Audit): { counts: Record<Severity, number>; dismissed: number } {
  const counts = { error: 0, warning: 0, info: 0 };
  const found = standing(audit);
  for (const { severity } of found) counts[severity] += 1;
  return { counts, dismissed: audit.findings.length - found.length };
}

/** What the officer has found out, by whom and until when; `null` when nobody has looked into it. */
export function reviewText({ waiver }: Finding, t: Translate): string | null {
  if (waiver === undefined) return null;
  const { verdict, reason, reviewer, expiry } = waiver;
  const until = expiry === null ? '' : t('review.until', { expiry });
  return t('review.text', { verdict: t(`review.${verdict}`), reviewer, until, reason });
}
