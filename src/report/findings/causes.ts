import type { Translate } from '../translate.js';
import type { Audit, Finding, Repair, Severity } from '../../model/index.js';

const order: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Findings that one repair explains, or that tell of the same thing; or a finding that stands alone. */
export interface Cause {
  repair: Repair | null;
  findings: Finding[];
}

/** The gravest severity among the findings. */
export function worstOf(findings: readonly Finding[]): Severity {
  return (
    findings.map(({ severity }) => severity).sort((one, other) => order[one] - order[other])[0] ?? 'info'
  );
}

/** What a heading says of several findings of one cause. */
export function causeTitle({ repair, findings }: Cause, t: Translate): string {
  const count = findings.length;
  if (repair !== null) return t('html.cause', { count, cells: repair.cells.length });
  return t('cause.same', { title: findings[0]?.title ?? '', count });
}

/** Root causes, gravest first, otherwise in the order of their first finding. */
export function causesOf(audit: Audit): Cause[] {
  const causes: Cause[] = [];
  const byKey = new Map<string, Cause>();
  for (const finding of audit.findings) {
    const repair = audit.repairs.find(({ id }) => id === finding.rootCause) ?? null;
    const key = repair?.id ?? finding.sameAs ?? finding.id;
    const known = byKey.get(key);
    if (known !== undefined) {
      known.findings.push(finding);
      continue;
    }
    const cause = { repair, findings: [finding] };
    causes.push(cause);
    byKey.set(key, cause);
  }
  return causes.sort((one, other) => order[worstOf(one.findings)] - order[worstOf(other.findings)]);
}
