import type { Audit, Finding, Repair, Severity } from '../model/index.js';

const order: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Findings that one repair explains, or a finding that stands alone. */
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

/** Root causes, gravest first, otherwise in the order of their first finding. */
export function causesOf(audit: Audit): Cause[] {
  const causes: Cause[] = [];
  const byRepair = new Map<string, Cause>();
  for (const finding of audit.findings) {
    const repair = audit.repairs.find(({ id }) => id === finding.rootCause) ?? null;
    const known = repair === null ? undefined : byRepair.get(repair.id);
    if (known !== undefined) {
      known.findings.push(finding);
      continue;
    }
    const cause = { repair, findings: [finding] };
    causes.push(cause);
    if (repair !== null) byRepair.set(repair.id, cause);
  }
  return causes.sort((one, other) => order[worstOf(one.findings)] - order[worstOf(other.findings)]);
}
