import { availableParallelism } from 'node:os';
import type { Defaults } from '../../audit/audit.js';
import type { Lang } from '../../model/index.js';
import type { Context, Failure } from '../../report/renderer.js';
import type { Translate } from '../../report/translate.js';
import { provenanceOf } from '../../audit/provenance.js';
import { ruleNotesOf } from '../../audit/rule-notes.js';
import { audited } from '../pool/audited.js';
import type { Reading, Settings } from '../pool/auditor.js';
import type { Host } from '../host.js';
import { expandInputs } from './inputs.js';
import { interruption } from '../pool/interruption.js';

export interface ReadingOptions {
  resources: Defaults;
  host: Host;
  lang: Lang;
  t: Translate;
  /** Seconds that one file may take. */
  limit: number;
  /** Also how the sentences or the tables were read. */
  explain?: 'claims' | 'tables' | undefined;
  /** Which of the reports in a file of several, from 1; absent: all. */
  report?: number | undefined;
}

/** The reports that the arguments name, an archive giving each report in it, and what could not be read. */
export async function readReports(
  args: readonly string[],
  { resources, host, lang, t, limit, explain, report }: ReadingOptions,
): Promise<{ readings: Reading[]; failures: Failure[] }> {
  const settings: Settings = { lang, formats: [], waivers: [], instead: explain ?? 'reading', report };
  const context: Context = {
    lang,
    t,
    forms: resources.forms,
    notice: resources.notice,
    provenance: { tool: { name: 'gouji', version: host.version }, rules: provenanceOf(resources.rules) },
    ruleNotes: ruleNotesOf(resources.rules, lang),
    color: false,
    columns: 80,
  };
  const readings: Reading[] = [];
  const failures: Failure[] = [];
  const interrupt = interruption();
  const results = audited(await expandInputs(args), {
    settings,
    resources,
    context,
    threads: availableParallelism(),
    worker: host.worker,
    limit,
    cache: null,
    around: new Map(),
    extracted: null,
    signal: interrupt.signal,
    queue: null,
  });
  for await (const result of results) {
    if (result.kind === 'reading') readings.push(result);
    else if (result.kind === 'failure') failures.push(result.failure);
  }
  interrupt.end();
  return { readings, failures };
}
