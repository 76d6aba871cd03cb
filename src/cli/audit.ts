import { availableParallelism } from 'node:os';
import type { Resources } from '../audit.js';
import type { AgencyLevel, Lang, Severity } from '../model/index.js';
import { auditFormats, type AuditFormat } from '../report/formats.js';
import { renderers } from '../report/index.js';
import type { Context, Part } from '../report/renderer.js';
import { translator } from '../report/translate.js';
import { createAuditor, type Result, type Settings, type Timing } from './auditor.js';
import { status } from './exit.js';
import { failureOf } from './failure.js';
import { expandInputs, type Input } from './inputs.js';
import { failureLog } from './log.js';
import { openOutput } from './output.js';
import type { Host } from './host.js';
import { createPool, inOrder } from './pool.js';
import { createProgress } from './progress.js';
import { loadResources, provenanceOf } from './resources.js';
import { timingTable } from './timing.js';
import { UsageError } from './usage-error.js';

export interface AuditCommand {
  format: string;
  out?: string;
  rules?: string[];
  year?: number;
  agency?: string;
  level?: AgencyLevel;
  prior?: string;
  roster?: string;
  waivers?: string;
  baseline?: string;
  failOn: 'error' | 'warning' | 'never';
  jobs?: number;
  timing?: boolean;
  lang: Lang;
}

/** Inputs that one thread takes before another one is worth its start. */
const perThread = 8;

/** Options of the contract whose feature does not exist yet are refused, never ignored. */
function refuseMissing(command: AuditCommand): AuditFormat {
  for (const option of ['prior', 'roster', 'waivers', 'baseline'] as const) {
    if (command[option] !== undefined) throw new UsageError('usage.notYet', { what: `--${option}` });
  }
  const format = auditFormats.find((each) => each === command.format);
  if (format === undefined) throw new UsageError('usage.notYet', { what: `--format ${command.format}` });
  return format;
}

/** Results in input order, from this thread or from several. */
async function* audited(
  inputs: readonly Input[],
  threads: number,
  settings: Settings,
  resources: Resources,
  context: Context,
  worker: URL,
): AsyncGenerator<Result> {
  const { t, ...plain } = context;
  const here = createAuditor(settings, resources, plain);
  if (threads <= 1) {
    yield* inOrder(inputs, here, 1);
    return;
  }
  const pool = createPool(threads, here, worker, { settings, resources, context: plain }, (input, error) => ({
    part: { kind: 'failure', failure: failureOf(input.name, error, settings.lang, t) },
    timing: null,
  }));
  try {
    yield* inOrder(inputs, pool.audit, 4 * threads);
  } finally {
    await pool.close();
  }
}

/** `gouji audit` */
export async function auditCommand(args: string[], command: AuditCommand, host: Host): Promise<number> {
  const { lang, out, failOn, year, agency, level } = command;
  const start = performance.now();
  const format = refuseMissing(command);
  const t = translator(lang);
  const resources = await loadResources(host.defaults, command.rules);
  const inputs = await expandInputs(args);
  const loaded = performance.now() - start;

  const renderer = renderers[format];
  if (renderer.binary === true && out === undefined && process.stdout.isTTY) {
    throw new UsageError('usage.binary', { format, extension: renderer.extension });
  }
  const context: Context = {
    lang,
    t,
    forms: resources.forms,
    provenance: { tool: { name: 'gouji', version: host.version }, rules: provenanceOf(resources.rules) },
    color: out === undefined && useColor(process.stdout),
    columns:
      out === undefined && process.stdout.isTTY ? Math.min(100, Math.max(60, process.stdout.columns)) : 80,
  };
  const settings: Settings = {
    lang,
    format,
    texts: renderer.combined || inputs.length === 1 || out !== undefined,
    year,
    agency,
    level,
  };
  // The page for people tells of failures itself; a file for machines leaves them to the log.
  const showsFailures = format === 'pretty' && out === undefined;
  const threads = Math.min(command.jobs ?? availableParallelism(), Math.ceil(inputs.length / perThread));
  const output = openOutput(out, renderer, inputs, context);
  const progress = await createProgress(inputs.length, t);
  const timings: Timing[] = [];
  const found: Record<Severity | 'failure', number> = { error: 0, warning: 0, info: 0, failure: 0 };

  async function* parts(): AsyncGenerator<Part> {
    for await (const { part, timing } of audited(
      inputs,
      threads,
      settings,
      resources,
      context,
      host.worker,
    )) {
      if (timing !== null) timings.push(timing);
      if (part.kind === 'failure') {
        found.failure += 1;
        if (!showsFailures) progress.log(failureLog(part.failure, t));
      } else {
        for (const severity of ['error', 'warning', 'info'] as const)
          found[severity] += part.summary.counts[severity];
      }
      progress.step();
      yield await output.take(part);
    }
    progress.stop();
  }
  await output.write(renderer.document(parts(), context));
  if (command.timing === true)
    process.stderr.write(timingTable(timings, loaded, performance.now() - start, t));
  if (found.failure > 0) return status.failed;
  const blamed = { error: found.error, warning: found.error + found.warning, never: 0 }[failOn];
  return blamed > 0 ? status.findings : status.clean;
}

function useColor(stream: NodeJS.WriteStream): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force } = process.env;
  if (no !== undefined && no !== '') return false;
  return force === undefined ? stream.isTTY : force !== '0';
}
