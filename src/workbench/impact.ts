import { conclude } from '../conclude/index.js';
import type { Audit, Finding, Grade, Lang, Report } from '../model/index.js';
import { evaluate, type RuleSet } from '../rules/index.js';

type Told = Pick<Finding, 'rule' | 'severity' | 'title' | 'message' | 'cells' | 'suspect'>;

/** What a change of the rules does to one report. */
export interface ReportImpact {
  name: string;
  agency: string | null;
  year: number | null;
  grade: { before: Grade; after: Grade };
  score: { before: number | null; after: number | null };
  new: Told[];
  dropped: Told[];
  /** The same comparison of the same report, judged or worded otherwise. */
  changed: { before: Told; after: Told }[];
}

export interface RuleImpact {
  rule: string;
  new: number;
  dropped: number;
  changed: number;
}

export interface Impact {
  reports: ReportImpact[];
  /** Rules with a change somewhere, by id. */
  rules: RuleImpact[];
}

/** Judges the reports by both sets of rules, each report by itself, and tells what differs. */
export async function impactOf(
  reports: readonly Report[],
  before: RuleSet,
  after: RuleSet,
  lang: Lang,
): Promise<Impact> {
  const list: ReportImpact[] = [];
  for (const report of reports) {
    const audits = [await audited(report, before, lang), await audited(report, after, lang)] as const;
    list.push(reportImpact(...audits));
  }
  const ids = new Set(
    list.flatMap(({ new: added, dropped, changed }) =>
      [...added, ...dropped, ...changed.map((each) => each.after)].map(({ rule }) => rule),
    ),
  );
  const rules = [...ids].sort().map((rule): RuleImpact => {
    const count = (of: (impact: ReportImpact) => readonly Told[]): number =>
      list.reduce((sum, impact) => sum + of(impact).filter((each) => each.rule === rule).length, 0);
    return {
      rule,
      new: count((impact) => impact.new),
      dropped: count(({ dropped }) => dropped),
      changed: count(({ changed }) => changed.map((each) => each.after)),
    };
  });
  return { reports: list, rules };
}

async function audited(report: Report, rules: RuleSet, lang: Lang): Promise<Audit> {
  const outcomes = await evaluate(report, rules, { lang });
  return conclude(report, outcomes, { grading: rules.grading, forms: rules.forms, lang });
}

function reportImpact(before: Audit, after: Audit): ReportImpact {
  const left = new Map<string, Finding[]>();
  for (const finding of before.findings) {
    left.set(finding.fingerprint, [...(left.get(finding.fingerprint) ?? []), finding]);
  }
  const added: Told[] = [];
  const changed: { before: Told; after: Told }[] = [];
  for (const finding of after.findings) {
    const earlier = left.get(finding.fingerprint)?.shift();
    if (earlier === undefined) added.push(told(finding));
    else if (JSON.stringify(told(earlier)) !== JSON.stringify(told(finding))) {
      changed.push({ before: told(earlier), after: told(finding) });
    }
  }
  return {
    name: after.source.name,
    agency: after.agency.name,
    year: after.year,
    grade: { before: before.grade, after: after.grade },
    score: { before: before.score, after: after.score },
    new: added,
    dropped: [...left.values()].flat().map(told),
    changed,
  };
}

function told({ rule, severity, title, message, cells, suspect }: Finding): Told {
  return { rule, severity, title, message, cells, suspect };
}
