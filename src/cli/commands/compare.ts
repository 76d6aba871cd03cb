import { availableParallelism } from 'node:os';
import { provenanceOf } from '../../audit/provenance.js';
import type { Comparison, Lang, Severity } from '../../model/index.js';
import { comparisonDocument } from '../../report/comparison/index.js';
import type { ComparisonFormat } from '../../report/formats/formats.js';
import { translator } from '../../report/translate.js';
import { compareSubmissions, type Submission } from '../../review/submissions/compare.js';
import { status } from '../exit.js';
import type { Host } from '../host.js';
import { openSubmission } from '../input/beside/submission.js';
import { writeResult } from '../output/output.js';
import { loadResources } from '../resources.js';
import { UsageError } from '../usage-error.js';

export interface CompareCommand {
  format: ComparisonFormat;
  out?: string;
  failOn: 'error' | 'warning' | 'never';
  rules?: string[];
  forms?: string[];
  jobs?: number;
  timeLimit: number;
  lang: Lang;
}

/** `gouji compare EARLIER LATER…` */
export async function compareCommand(
  paths: readonly string[],
  { format, out, failOn, rules, forms, jobs, timeLimit, lang }: CompareCommand,
  host: Host,
): Promise<number> {
  const t = translator(lang);
  if (format === 'xlsx' && out === undefined && process.stdout.isTTY)
    throw new UsageError('usage.binary', { format, extension: format });
  const resources = await loadResources(host.defaults, { rules, forms });
  const options = { resources, host, lang, t, limit: timeLimit, threads: jobs ?? availableParallelism() };
  const submissions: Submission[] = [];
  for (const path of paths) submissions.push(await openSubmission(path, options));
  const comparison = compareSubmissions(submissions);
  const provenance = provenanceOf({ name: 'gouji', version: host.version }, resources.rules);
  const view = { comparison, forms: resources.forms, provenance, lang, t };
  await writeResult(out, [await comparisonDocument[format](view)]);
  return blames(comparison, failOn) ? status.findings : status.clean;
}

/** Whether the last submission has findings at or above the severity that are new or have other figures. */
function blames({ reports }: Comparison, failOn: CompareCommand['failOn']): boolean {
  const blamed: readonly Severity[] = { error: ['error'], warning: ['error', 'warning'], never: [] }[
    failOn
  ] as Severity[];
  return reports.some(({ history }) => {
    const { new: added = [], changed = [] } = history.at(-1)?.findings ?? {};
    return [...added, ...changed].some(({ severity, dismissed }) => blamed.includes(severity) && !dismissed);
  });
}
