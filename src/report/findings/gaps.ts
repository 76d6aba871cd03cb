import type { Audit, MissingReason } from '../../model/index.js';

/** What could not be assessed for one reason, and how often each rule. */
export interface Gap {
  reason: MissingReason;
  count: number;
  rules: { rule: string; title: string; times: number }[];
}

/** What could not be assessed, by reason, in the order of the audit. */
export function gapsOf({ notAssessable }: Audit): Gap[] {
  const gaps: Gap[] = [];
  for (const { reason, rule, title } of notAssessable) {
    let gap = gaps.find((each) => each.reason === reason);
    if (gap === undefined) gaps.push((gap = { reason, count: 0, rules: [] }));
    gap.count += 1;
    const known = gap.rules.find((each) => each.rule === rule);
    if (known === undefined) gap.rules.push({ rule, title, times: 1 });
    else known.times += 1;
  }
  return gaps;
}
