import type { Lang } from '../../model/index.js';
import { inert, padEnd, padStart, widest } from '../../report/tables/layout.js';
import { translator, type Translate } from '../../report/translate.js';
import { impactOf, type Impact } from '../../workbench/impact.js';
import { status } from '../exit.js';
import type { Host } from '../host.js';
import { failureLog } from '../output/log.js';
import { readReports } from '../input/reports.js';
import { loadResources } from '../resources.js';
import { rulesOf } from './rule-files.js';

export interface ImpactCommand {
  format: 'table' | 'json';
  timeLimit: number;
  lang: Lang;
}

/** `gouji rules impact OLD NEW FOLDER…`: what a change of the rules does to reports. */
export async function impactOfRules(
  [old, changed]: readonly [string, string],
  inputs: readonly string[],
  { format, timeLimit, lang }: ImpactCommand,
  host: Host,
): Promise<number> {
  const t = translator(lang);
  const before = (await rulesOf(old, host.defaults)).all;
  const after = (await rulesOf(changed, host.defaults)).all;
  const resources = await loadResources(host.defaults);
  const { readings, failures } = await readReports(inputs, { resources, host, lang, t, limit: timeLimit });
  const reports = readings.map(({ report }) => report);
  const impact = await impactOf(reports, before, after, lang);
  for (const failure of failures) process.stderr.write(failureLog(failure, t));
  process.stdout.write(
    format === 'json' ? `${JSON.stringify({ ...impact, failures }, null, 1)}\n` : tables(impact, t),
  );
  return failures.some(({ kind }) => kind !== 'notReport') ? status.failed : status.clean;
}

function tables({ reports, rules }: Impact, t: Translate): string {
  const moved = reports.filter(
    ({ grade, score }) => grade.before !== grade.after || score.before !== score.after,
  );
  const count = (of: 'new' | 'dropped' | 'changed') => rules.reduce((sum, rule) => sum + rule[of], 0);
  const parts = [
    t('impact.total', {
      reports: reports.length,
      new: count('new'),
      dropped: count('dropped'),
      changed: count('changed'),
      moved: moved.length,
    }),
    rules.length === 0
      ? null
      : columns(
          [t('docs.rule'), t('impact.new'), t('impact.dropped'), t('impact.changed')],
          rules.map((rule) => [rule.rule, String(rule.new), String(rule.dropped), String(rule.changed)]),
        ),
    moved.length === 0
      ? null
      : columns(
          [t('impact.report'), t('impact.grade'), t('impact.score')],
          moved.map(({ name, grade, score }) => [
            inert(name),
            `${grade.before} → ${grade.after}`,
            `${score.before ?? '-'} → ${score.after ?? '-'}`,
          ]),
        ),
  ];
  return `${parts.filter((part) => part !== null).join('\n\n')}\n`;
}

/** The first column to the left, the others to the right. */
function columns(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows];
  const widths = head.map((_, column) => widest(lines.map((line) => line[column] ?? '')));
  return lines
    .map((line) =>
      line
        .map((text, column) => (column === 0 ? padEnd : padStart)(text, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
