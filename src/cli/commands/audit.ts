import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { auditDigestOf, type AgencyLevel, type Lang, type Severity } from '../../model/index.js';
import type { PartFormat } from '../../report/formats/formats.js';
import { inert } from '../../report/tables/layout.js';
import type { Context, Part } from '../../report/renderer.js';
import { translator, type Translate } from '../../report/translate.js';
import { settingsText } from '../../audit/page-settings.js';
import { provenanceOf } from '../../audit/provenance.js';
import { ruleNotesOf } from '../../audit/rule-notes.js';
import { audited } from '../pool/audited.js';
import type { Result, Settings, Timing } from '../pool/auditor.js';
import { openAudits, unmatched } from '../input/beside/baseline.js';
import { audits, cachesIn, digests } from '../pool/cache.js';
import { status } from '../exit.js';
import { readPage, type Host } from '../host.js';
import { expandInputs, listedIn } from '../input/inputs.js';
import { interruption } from '../pool/interruption.js';
import { gather } from '../input/gather.js';
import { failureLog } from '../output/log.js';
import { outputsFor } from '../output/outputs.js';
import type { Written } from '../output/output.js';
import { createProgress } from '../output/progress.js';
import { loadResources } from '../resources.js';
import { timingTable } from '../output/timing.js';
import { UsageError } from '../usage-error.js';
import { todayInChina } from '../../review/today.js';
import { openWaivers } from '../input/beside/waivers.js';

export interface AuditCommand {
  format: string;
  out?: string;
  filesFrom?: string;
  rules?: string[];
  forms?: string[];
  notice?: string;
  year?: number;
  agency?: string;
  level?: AgencyLevel;
  prior?: string[] | boolean;
  roster?: string;
  register?: string[];
  waivers?: string;
  today?: string;
  baseline?: string;
  failOn: 'error' | 'warning' | 'never';
  jobs?: number;
  timeLimit: number;
  cache?: string;
  timing?: boolean;
  queue?: string;
  lang: Lang;
}

/** Threads that a queue is thought to have behind it: how many files wait in it depends on them. */
const onQueue = 16;

/** `gouji audit` */
export async function auditCommand(args: string[], command: AuditCommand, host: Host): Promise<number> {
  const { lang, out, failOn, year, agency, level } = command;
  const start = performance.now();
  const t = translator(lang);
  const resources = await loadResources(host.defaults, command);
  if (command.filesFrom === '-' && args.includes('-')) throw new UsageError('usage.stdinTwice');
  const listed = command.filesFrom === undefined ? [] : await listedIn(command.filesFrom);
  const waivers = await openWaivers(command.waivers, command.today ?? todayInChina());
  const baseline =
    command.baseline === undefined
      ? undefined
      : (await openAudits(command.baseline)).audits.map(auditDigestOf);
  let passedOver = 0;
  const inputs = await expandInputs([...args, ...listed], (count) => (passedOver += count));
  const provenance = provenanceOf({ name: 'gouji', version: host.version }, resources.rules);
  const outputs = outputsFor(command.format, out, inputs, () => {
    const page = readPage(host);
    return page === null ? null : { page, settings: settingsText({ resources, provenance }) };
  });
  const loaded = performance.now() - start;

  const context: Context = {
    lang,
    t,
    forms: resources.forms,
    notice: resources.notice,
    provenance,
    ruleNotes: ruleNotesOf(resources.rules, lang),
    color: out === undefined && useColor(process.stdout),
    columns:
      out === undefined && process.stdout.isTTY ? Math.min(100, Math.max(60, process.stdout.columns)) : 80,
  };
  const settings: Settings = {
    lang,
    formats: outputs.formats,
    year,
    agency,
    level,
    waivers: waivers.inForce.map(({ waiver }) => waiver),
    baseline,
  };
  const folder = command.cache ?? (outputs.folder === null ? undefined : join(outputs.folder, '.cache'));
  const { t: _, ...plain } = context;
  const cacheOf = folder === undefined ? () => null : cachesIn(folder, host.code, resources);
  const interrupt = interruption();
  const work = {
    settings,
    resources,
    context,
    threads: command.jobs ?? (command.queue === undefined ? availableParallelism() : onQueue),
    worker: host.worker,
    limit: command.timeLimit,
    signal: interrupt.signal,
    queue: command.queue === undefined ? null : { url: command.queue, host },
  };
  const { around, attendance, extracted, givenUp, ownYears } = await gather(
    inputs,
    { ...command, prior: priorOf(command), vocabulary: resources.registers },
    {
      ...work,
      cacheOf: (said) => cacheOf(digests, said),
    },
  );
  const progress = await createProgress(inputs.length, t);
  const results = audited(inputs, {
    onMore: progress.expect,
    ...work,
    cache: cacheOf(audits, [settings, plain]),
    around,
    extracted,
    givenUp,
  });

  let unwritten = 0;
  const open = outputs.open({ ...context, attendance }, (error) => {
    unwritten += 1;
    progress.log(`${t('usage.error', { message: t(error.key, error.values) })}\n`);
  });
  const timings: Timing[] = [];
  const found: Record<Severity | 'failure', number> = { error: 0, warning: 0, info: 0, failure: 0 };
  const reviewed = new Set<string>();
  const compared = new Set<string>();
  /** Names of the reports that need no notice. */
  const unneeded: string[] = [];
  let done = 0;
  try {
    for await (const result of results) {
      if (result.kind === 'digest' || result.kind === 'reading') continue;
      if (result.kind === 'failure') {
        if (result.failure.kind !== 'notReport') found.failure += 1;
        if (!outputs.showsFailures) progress.log(failureLog(result.failure, t));
      } else {
        if (command.timing === true && result.timing !== null) timings.push(result.timing);
        for (const severity of ['error', 'warning', 'info'] as const)
          found[severity] += result.summary.counts[severity];
        for (const each of result.summary.reviewed) reviewed.add(each);
        compared.add(result.summary.changes?.earlier ?? '');
      }
      if (outputs.folder === null && needless(result, outputs.formats)) unneeded.push(result.summary.name);
      await Promise.all(open.map((output, index) => output.take(partOf(result, index))));
      done += 1;
      progress.step();
    }
  } finally {
    progress.stop();
    interrupt.end();
    extracted?.close();
  }
  const written: Written[] = [];
  for (const output of open) written.push(await output.end());
  if (command.timing === true)
    process.stderr.write(timingTable(timings, loaded, performance.now() - start, t));
  if (interrupt.signal.aborted) {
    process.stderr.write(`${t('audit.interrupted', { done })}\n`);
    return status.interrupted;
  }
  process.stderr.write(
    waivers
      .notes(reviewed, t)
      .concat(unmatched(baseline ?? [], compared, t))
      .concat(ownYears === 0 ? [] : [t('audit.ownYears', { count: ownYears })])
      .concat(passedOver === 0 ? [] : [t('audit.passedOver', { count: passedOver })])
      .concat(unneededNote(unneeded, t))
      .concat(writtenNote(written, t))
      .map((note) => `${note}\n`)
      .join(''),
  );
  if (found.failure + unwritten > 0) return status.failed;
  const blamed = { error: found.error, warning: found.error + found.warning, never: 0 }[failOn];
  return blamed > 0 ? status.findings : status.clean;
}

/** `--no-prior` says no to all; without either option the reports may serve each other. */
function priorOf({ prior }: AuditCommand): string[] | false {
  return Array.isArray(prior) ? prior : prior === false ? false : [];
}

/** What was written, and what to open first. */
function writtenNote(written: readonly Written[], t: Translate): string[] {
  const files = written.reduce((sum, each) => sum + each.files, 0);
  const first = written.find((each) => each.first !== null)?.first;
  if (first === undefined || first === null) return [];
  return [t(files === 1 ? 'audit.writtenOne' : 'audit.written', { files, first: inert(first) })];
}

/** Whether the audit needs none of the notices that are asked for. */
function needless(
  result: Result,
  formats: readonly PartFormat[],
): result is Extract<Result, { kind: 'audit' }> {
  return result.kind === 'audit' && formats.includes('docx') && result.texts[formats.indexOf('docx')] === '';
}

/** Who got no notice, in one line. */
function unneededNote([first, ...others]: readonly string[], t: Translate): string[] {
  if (first === undefined) return [];
  const count = 1 + others.length;
  return [inert(others.length === 0 ? t('notice.none', { name: first }) : t('notice.noneOf', { count }))];
}

/** What the output at a place in their order is given of a result. */
function partOf(result: Result, index: number): Part {
  if (result.kind === 'failure') return result;
  return { kind: 'audit', summary: result.summary, text: result.texts[index] ?? '' };
}

function useColor(stream: NodeJS.WriteStream): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force } = process.env;
  if (no !== undefined && no !== '') return false;
  return force === undefined ? stream.isTTY : force !== '0';
}
