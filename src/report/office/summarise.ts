import type { Audit } from '../../model/index.js';
import { countChanges } from '../findings/changes.js';
import type { Summary } from '../renderer.js';
import { standing, tally } from './review.js';

export function summarise(audit: Audit): Summary {
  const { changes } = audit;
  const rules = new Map<string, Summary['rules'][number]>();
  for (const { rule, category, title, severity } of standing(audit)) {
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
    verdictText: audit.verdictText,
    share: audit.coverage.share,
    ...tally(audit),
    reviewed: audit.findings.flatMap((each) => (each.waiver === undefined ? [] : each.fingerprint)),
    rules: [...rules.values()],
    ...(changes === undefined
      ? {}
      : { changes: { earlier: changes.earlier?.name ?? null, counts: countChanges(changes) } }),
  };
}
