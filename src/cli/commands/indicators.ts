import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { provenanceOf } from '../../audit/provenance.js';
import { agenciesOf, indicatorsOf, type IndicatorInput } from '../../indicators/compute.js';
import type { AuditReading, FormEdition, Grouping, IndicatorDefinitions, Lang } from '../../model/index.js';
import type { IndicatorsFormat } from '../../report/formats/formats.js';
import { indicatorsDocument, type IndicatorsView } from '../../report/indicators/index.js';
import { inert } from '../../report/tables/layout.js';
import { translator } from '../../report/translate.js';
import { joinRuns } from '../../review/read-audits.js';
import { status } from '../exit.js';
import type { Host } from '../host.js';
import { readRoster } from '../input/beside/roster.js';
import { openSubmission } from '../input/beside/submission.js';
import { documentNames } from '../output/document-names.js';
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
  /** A folder for a page of each agency. */
  agencies?: string;
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
    agencies,
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
  const provenance = provenanceOf({ name: 'gouji', version: host.version }, resources.rules);
  const view = { indicators, definitions, forms: resources.forms, provenance, lang, t };
  await writeResult(out, [await indicatorsDocument[format](view)]);
  if (agencies !== undefined) {
    const given = { audits, roster: entries, definitions };
    const files = await writeAgencies(agencies, view, given);
    process.stderr.write(`${t('audit.written', { files, first: inert(join(agencies, 'index.html')) })}\n`);
  }
  return status.clean;
}

/** A page for each agency with its years, and one that lists them; says how many files that are. */
async function writeAgencies(
  folder: string,
  view: IndicatorsView,
  {
    audits,
    roster,
    definitions,
  }: Pick<IndicatorInput, 'audits' | 'roster'> & { definitions: IndicatorDefinitions },
): Promise<number> {
  const { agencyIndex, agencyPage } = await import('../../report/indicators/html/agency-page.js');
  const nameOf = documentNames();
  const listed: { agency: string; audits: AuditReading[]; page: string }[] = [];
  for (const [agency, own] of agenciesOf(audits, roster)) {
    const page = `${nameOf({ name: agency, agency, year: null })}.html`;
    const indicators = indicatorsOf(definitions, { audits: own, unread: 0, roster: null, by: 'year' });
    await writeResult(join(folder, page), [agencyPage({ agency, audits: own }, { ...view, indicators })]);
    listed.push({ agency, audits: own, page });
  }
  await writeResult(join(folder, 'index.html'), [agencyIndex(listed, view)]);
  return listed.length + 1;
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
