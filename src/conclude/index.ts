import type {
  Audit,
  CellAddress,
  Finding,
  FormEdition,
  GradingPolicy,
  Lang,
  NotAssessable,
  Outcome,
  Report,
  Review,
  Severity,
  Waiver,
} from '../model/index.js';
import { fingerprint } from '../model/audit/fingerprint.js';
import { contradictedBy, weighed } from './doubt.js';
import type { Cause } from './causes/causes.js';
import { countedReport } from './grade/counted.js';
import { formCells } from './repairs/form-cells.js';
import { gradeOf } from './grade/grade.js';
import { sayIn } from './messages.js';
import { explains, repairsOf } from './repairs/repairs.js';
import { resolves } from './repairs/resolves.js';
import { leadersOf } from './causes/same.js';
import { diagnose, type RootCause } from './causes/root-causes.js';
import { unreadOf } from './unread.js';
import { verdictOf } from './grade/verdict.js';

export interface ConcludeOptions {
  grading: GradingPolicy;
  forms: readonly FormEdition[];
  lang: Lang;
  /** What officers have found out about findings, by fingerprint. */
  waivers?: ReadonlyMap<string, Waiver> | undefined;
}

/**
 * Draws the conclusion from what the rules say about a report: findings, the repairs that explain them, the grade. `judged` come in the
 * order of the rules and, within a rule, of the form.
 */
export function conclude(
  report: Report,
  judged: readonly Outcome[],
  { grading, forms, lang, waivers }: ConcludeOptions,
): Audit {
  const say = sayIn(lang);
  const counted = countedReport(report, judged);
  const found = diagnose(counted, judged, formCells(forms, report.layout.id));
  const outcomes = weighedAll(judged, found, counted, lang);
  const failed = outcomes.filter(({ verdict }) => verdict === 'fail').sort(bySeverity);
  const causeOf = causesByOutcome(failed, found, counted);
  const causes = [...new Set(causeOf.values())];
  const suspectOf = (outcome: Outcome): Finding['suspect'] =>
    (causeOf.get(outcome)?.misreading ?? null) === null ? outcome.suspect : 'extraction';

  const idOf = new Map(failed.map((outcome, index) => [outcome, `f${index + 1}`]));
  const leaderOf = leadersOf(
    failed.filter((outcome) => !causeOf.has(outcome)),
    report,
  );
  const { repairs, idOfCause } = repairsOf(causes, causeOf, idOf, counted, say);
  const sameAs = (outcome: Outcome): string | null => {
    const leader = leaderOf.get(outcome);
    return leader === undefined ? null : (idOf.get(leader) ?? null);
  };
  const findings = failed.map((outcome): Finding => {
    const cause = causeOf.get(outcome);
    const finding = findingOf(outcome, {
      id: idOf.get(outcome) ?? '',
      fingerprint: fingerprint(outcome, report),
      rootCause: cause === undefined ? null : (idOfCause.get(cause) ?? null),
      sameAs: sameAs(outcome),
      suspect: suspectOf(outcome),
    });
    const waiver = waivers?.get(finding.fingerprint);
    return waiver === undefined ? finding : { ...finding, waiver: reviewOf(waiver) };
  });
  const costs = failed.filter((_, index) => findings[index]?.waiver?.verdict !== 'dismissed');
  const charged: Cause[] = [
    ...causes.flatMap((cause) => {
      const explained = costs.filter((outcome) => causeOf.get(outcome) === cause);
      const repair = idOfCause.get(cause) ?? '';
      return explained.length === 0 ? [] : [explainedCause(cause, repair, explained, suspectOf)];
    }),
    ...gravestOf(
      costs.filter((outcome) => !causeOf.has(outcome)),
      leaderOf,
    ).map((outcome) => unexplainedCause(outcome, idOf.get(outcome) ?? '')),
  ];
  const unread = unreadOf(report, outcomes);
  const reliable = (outcome: Outcome): boolean => suspectOf(outcome) === 'report';
  const graded = gradeOf({ outcomes, causes: charged, unread, reliable }, grading, lang);
  return {
    schema: 'gouji.audit/1',
    source: report.source,
    agency: report.agency,
    year: report.year,
    layout: { id: report.layout.id, status: report.layout.status },
    cells: report.cells,
    claims: report.claims,
    findings,
    repairs,
    notAssessable: notAssessable(outcomes, Object.keys(report.cells)),
    assumptions: assumptionsOf(outcomes, Object.keys(report.cells)),
    ...graded,
    ...verdictOf(charged, graded.grade, unread, grading, lang),
  };
}

/** Of failures that tell of the same thing the first. */
function gravestOf(failed: readonly Outcome[], leaderOf: ReadonlyMap<Outcome, Outcome>): Outcome[] {
  const first = new Map<Outcome, Outcome>();
  for (const outcome of failed) {
    const leader = leaderOf.get(outcome) ?? outcome;
    if (!first.has(leader)) first.set(leader, outcome);
  }
  return [...first.values()];
}

/** The root cause of each failure that a repair explains; where only several repairs together do, the first of them. */
function causesByOutcome(
  failed: readonly Outcome[],
  causes: readonly RootCause[],
  report: Report,
): Map<Outcome, RootCause> {
  const all = causes.flatMap(({ preferred }) => preferred.steps);
  const causeOf = new Map<Outcome, RootCause>();
  for (const outcome of failed) {
    const alone = causes.find(({ preferred }) => explains(preferred, outcome, report));
    const first = causes.find(({ preferred }) =>
      preferred.steps.some(({ cell }) => outcome.cells.includes(cell)),
    );
    const cause = alone ?? (resolves(all, outcome, report) ? first : undefined);
    if (cause !== undefined) causeOf.set(outcome, cause);
  }
  return causeOf;
}

/** The outcomes, those that rest on doubtful figures as hints; what a repair explains is the doubt itself. */
function weighedAll(
  judged: readonly Outcome[],
  causes: readonly RootCause[],
  report: Report,
  lang: Lang,
): Outcome[] {
  const say = sayIn(lang);
  const failed = judged.filter(({ verdict }) => verdict === 'fail');
  const explained = causesByOutcome(failed, causes, report);
  const contradicted = contradictedBy(failed, explained);
  return judged.map((outcome) =>
    explained.has(outcome) ? outcome : weighed(outcome, contradicted, say, lang),
  );
}

const gravity: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

function bySeverity(one: Outcome, other: Outcome): number {
  return gravity[one.severity] - gravity[other.severity];
}

function findingOf(
  { rule, category, severity, title, message, fix, basis, cells, claims, quotes, shown, assuming }: Outcome,
  {
    id,
    fingerprint: print,
    rootCause,
    sameAs,
    suspect,
  }: Pick<Finding, 'id' | 'fingerprint' | 'rootCause' | 'sameAs' | 'suspect'>,
): Finding {
  return {
    id,
    rule,
    category,
    severity,
    title,
    message,
    fix,
    basis,
    cells,
    claims,
    quotes,
    ...shown,
    assuming,
    fingerprint: print,
    rootCause,
    sameAs,
    suspect,
  };
}

function reviewOf({ verdict, reason, reviewer, expiry }: Waiver): Review {
  return { verdict, reason, reviewer, expiry };
}

/** `explained` are the findings of the cause, the gravest first. */
function explainedCause(
  { preferred }: RootCause,
  repair: string,
  explained: readonly Outcome[],
  suspectOf: (outcome: Outcome) => Finding['suspect'],
): Cause {
  const certain = explained.filter((outcome) => suspectOf(outcome) === 'report');
  const [gravest] = certain.length > 0 ? certain : explained;
  return {
    rules: explained.map(({ rule }) => rule),
    category: gravest?.category ?? 'arithmetic',
    severity: gravest?.severity ?? 'error',
    count: preferred.steps.length + preferred.open.length,
    kind: 'explained',
    extraction: certain.length === 0,
    ref: { repair },
    title: gravest?.title ?? '',
  };
}

function unexplainedCause(outcome: Outcome, finding: string): Cause {
  const { rule, category, severity, suspect, title } = outcome;
  const extraction = suspect === 'extraction';
  const ref = { finding };
  return { rules: [rule], category, severity, count: 1, kind: 'unexplained', extraction, ref, title };
}

/** One entry for each rule that holds with blanks counted as none. */
function assumptionsOf(outcomes: readonly Outcome[], order: readonly CellAddress[]): Audit['assumptions'] {
  const byRule = new Map<string, Set<CellAddress>>();
  for (const { rule, verdict, assuming } of outcomes) {
    if (verdict !== 'pass' || assuming.length === 0) continue;
    byRule.set(rule, new Set([...(byRule.get(rule) ?? []), ...assuming]));
  }
  return [...byRule].map(([rule, cells]) => ({ rule, cells: order.filter((each) => cells.has(each)) }));
}

/** One entry for each rule and reason, with the cells of all its instances in the order of the form. */
function notAssessable(outcomes: readonly Outcome[], order: readonly CellAddress[]): NotAssessable[] {
  const byRule = new Map<string, NotAssessable>();
  const place = new Map(order.map((cell, index) => [cell, index]));
  for (const { rule, title, verdict, reason, cells } of outcomes) {
    if (verdict !== 'notAssessable' || reason === null) continue;
    const key = `${rule} ${reason}`;
    const entry = byRule.get(key) ?? { rule, title, reason, cells: [] };
    entry.cells = [...new Set([...entry.cells, ...cells])];
    byRule.set(key, entry);
  }
  for (const entry of byRule.values()) {
    entry.cells.sort((one, other) => (place.get(one) ?? 0) - (place.get(other) ?? 0));
  }
  return [...byRule.values()];
}
