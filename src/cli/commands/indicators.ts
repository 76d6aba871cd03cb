import { availableParallelism } from 'node:os';
import { provenanceOf } from '../../audit/provenance.js';
import { indicatorsOf } from '../../indicators/compute.js';
import type { FormEdition, Grouping, IndicatorDefinitions, Lang } from '../../model/index.js';
import type { IndicatorsFormat } from '../../report/formats/formats.js';
import { indicatorsDocument } from '../../report/indicators/index.js';
import { translator } from '../../report/translate.js';
import { joinRuns } from '../../review/read-audits.js';
import { status } from '../exit.js';
import type { Host } from '../host.js';
import { readRoster } from '../input/roster.js';
import { openSubmission } from '../input/submission.js';
import { writeResult } from '../output/output.js';
import { loadResources, readText } from '../resources.js';
import { UsageError } from '../usage-error.js';

export interface IndicatorsCommand {
  by: Grouping;
  format: IndicatorsFormat;
  definitions?: string;
  minimum?: number;
  roster?: string;
  rules?: string[];
  forms?: string[];
  jobs?: number;
  timeLimit: number;
  out?: string;
  lang: Lang;
}

/** `gouji indicators AUDITS…` */
export async function indicatorsCommand(
  paths: readonly string[],
  {
    by,
    format,
    definitions: file,
    minimum,
    roster,
    rules,
    forms,
    jobs,
    timeLimit,
    out,
    lang,
  }: IndicatorsCommand,
  host: Host,
): Promise<number> {
  const t = translator(lang);
  if (format === 'xlsx' && out === undefined && process.stdout.isTTY)
    throw new UsageError('usage.binary', { format, extension: format });
  if (by === 'parent' && roster === undefined) throw new UsageError('usage.parentNeedsRoster');
  const resources = await loadResources(host.defaults, { rules, forms });
  const given = await definitionsOf(file, resources.forms);
  const definitions: IndicatorDefinitions =
    minimum === undefined ? given : { ...given, minimum: { ...given.minimum, cases: minimum } };
  const entries = roster === undefined ? null : await readRoster(roster, t);
  const options = { resources, host, lang, t, limit: timeLimit, threads: jobs ?? availableParallelism() };
  const runs = [];
  for (const path of paths) runs.push((await openSubmission(path, options)).run);
  const { audits, failures } = joinRuns(runs);
  const unread = failures.filter(({ kind }) => kind !== 'notReport').length;
  const indicators = indicatorsOf(definitions, { audits, unread, roster: entries, by });
  const provenance = { tool: { name: 'gouji', version: host.version }, rules: provenanceOf(resources.rules) };
  const view = { indicators, definitions, forms: resources.forms, provenance, lang, t };
  await writeResult(out, [await indicatorsDocument[format](view)]);
  return status.clean;
}

async function definitionsOf(
  file: string | undefined,
  forms: readonly FormEdition[],
): Promise<IndicatorDefinitions> {
  const { loadDefinitions } = await import('../../indicators/definitions.js');
  if (file !== undefined) return loadDefinitions({ name: file, text: await readText(file) }, forms);
  const { loadDefaultIndicators } = await import('../../defaults/defaults.js');
  return loadDefaultIndicators(forms);
}
