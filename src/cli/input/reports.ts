import { availableParallelism } from 'node:os';
import type { Defaults } from '../../audit/audit.js';
import type { Lang } from '../../model/index.js';
import type { Context, Failure } from '../../report/renderer.js';
import type { Translate } from '../../report/translate.js';
import { provenanceOf } from '../../audit/provenance.js';
import { ruleNotesOf } from '../../audit/rule-notes.js';
import { audited } from '../pool/audited.js';
import type { Outcome, ReportReading, Settings } from '../pool/auditor.js';
import type { Host } from '../host.js';
import { expandInputs, type Input } from './inputs.js';
import { interruption } from '../pool/interruption.js';

export interface RunOptions {
  resources: Defaults;
  host: Host;
  lang: Lang;
  t: Translate;
  /** Seconds that one file may take. */
  limit: number;
  threads?: number | undefined;
}

export interface ReadingOptions extends RunOptions {
  /** Also how the sentences or the tables were read. */
  explain?: 'claims' | 'tables' | undefined;
  /** Which of the reports in a file of several, from 1; absent: all. */
  report?: number | undefined;
}

/** The reports that the arguments name, an archive giving each report in it, and what could not be read. */
export async function readReports(
  args: readonly string[],
  { explain, report, ...options }: ReadingOptions,
): Promise<{ readings: ReportReading[]; failures: Failure[] }> {
  const { lang } = options;
  const settings: Settings = { lang, formats: [], waivers: [], instead: explain ?? 'reading', report };
  const readings: ReportReading[] = [];
  const failures: Failure[] = [];
  for await (const result of resultsOf(await expandInputs(args), settings, options)) {
    if (result.kind === 'reading') readings.push(result);
    else if (result.kind === 'failure') failures.push(result.failure);
  }
  return { readings, failures };
}

/** The reports among the inputs audited, each audit as JSON, and what could not be read. */
export async function auditReports(
  inputs: readonly Input[],
  options: RunOptions,
): Promise<{ audits: string[]; failures: Failure[] }> {
  const settings: Settings = { lang: options.lang, formats: ['json'], waivers: [] };
  const audits: string[] = [];
  const failures: Failure[] = [];
  for await (const result of resultsOf(inputs, settings, options)) {
    if (result.kind === 'audit') audits.push(...result.texts);
    else if (result.kind === 'failure') failures.push(result.failure);
  }
  return { audits, failures };
}

async function* resultsOf(
  inputs: readonly Input[],
  settings: Settings,
  { resources, host, lang, t, limit, threads }: RunOptions,
): AsyncGenerator<Outcome> {
  const context: Context = {
    lang,
    t,
    forms: resources.forms,
    notice: resources.notice,
    provenance: provenanceOf({ name: 'gouji', version: host.version }, resources.rules),
    ruleNotes: ruleNotesOf(resources.rules, lang),
    color: false,
    columns: 80,
  };
  const interrupt = interruption();
  yield* audited(inputs, {
    settings,
    resources,
    context,
    threads: threads ?? availableParallelism(),
    worker: host.worker,
    limit,
    cache: null,
    around: new Map(),
    givenUp: new Map(),
    extracted: null,
    signal: interrupt.signal,
    queue: null,
  });
  interrupt.end();
}
