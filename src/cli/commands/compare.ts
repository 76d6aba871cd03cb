import type { Lang, Severity } from '../../model/index.js';
import { compareJson, compareText, type Comparison } from '../../report/office/compare.js';
import { translator } from '../../report/translate.js';
import { changesOf, finderOf, unreadAmong } from '../../review/changes.js';
import { openAudits } from '../input/baseline.js';
import { status } from '../exit.js';
import { writeResult } from '../output/output.js';

export interface CompareCommand {
  format: 'pretty' | 'json';
  out?: string;
  failOn: 'error' | 'warning' | 'never';
  lang: Lang;
}

/** `gouji compare EARLIER LATER` */
export async function compareCommand(
  earlierFile: string,
  laterFile: string,
  { format, out, failOn, lang }: CompareCommand,
): Promise<number> {
  const [earlier, later] = [await openAudits(earlierFile), await openAudits(laterFile)];
  const find = finderOf(earlier.audits);
  const matched = later.audits.map((audit) => ({ later: audit, earlier: find(audit) }));
  const known = new Set(matched.flatMap((each) => each.earlier ?? []));
  const onlyEarlier = earlier.audits.filter((audit) => !known.has(audit));
  const onlyLater = matched.flatMap((each) => (each.earlier === null ? [each.later] : []));
  const comparison: Comparison = {
    earlierFile,
    laterFile,
    reports: matched.map((each) => ({ later: each.later, changes: changesOf(each.earlier, each.later) })),
    onlyEarlier,
    unreadLater: unreadAmong(onlyEarlier, later.failures),
    unreadEarlier: unreadAmong(onlyLater, earlier.failures),
  };
  await writeResult(
    out,
    format === 'json' ? compareJson(comparison) : compareText(comparison, translator(lang)),
  );
  const blamed: readonly Severity[] = {
    error: ['error' as const],
    warning: ['error' as const, 'warning' as const],
    never: [],
  }[failOn];
  const worse = comparison.reports.some(({ later: audit, changes }) =>
    audit.findings.some(
      ({ id, severity }) =>
        blamed.includes(severity) && (changes.new.includes(id) || changes.changed.includes(id)),
    ),
  );
  return worse ? status.findings : status.clean;
}
