import type { Audit } from '../model/index.js';
import type { Summary } from './renderer.js';

export function summarise(audit: Audit): Summary {
  const counts = { error: 0, warning: 0, info: 0 };
  const rules = new Map<string, Summary['rules'][number]>();
  for (const { rule, category, title, severity } of audit.findings) {
    counts[severity] += 1;
    if (!rules.has(rule)) rules.set(rule, { rule, category, title, severity });
  }
  return {
    name: audit.source.name,
    agency: audit.agency.name,
    level: audit.agency.level,
    kind: audit.agency.kind,
    year: audit.year,
    grade: audit.grade,
    score: audit.score,
    share: audit.coverage.share,
    counts,
    rules: [...rules.values()],
  };
}
