import { createHash } from 'node:crypto';
import type { Around } from '../../around/neighbourhood.js';
import type { FileResources } from '../../audit/audit.js';
import type { Context, Failure } from '../../report/renderer.js';
import type { Answer, Archive, Auditor, Job, Outcome, Result, Settings } from './auditor.js';
import { isBrief } from '../input/brief.js';
import type { Cache } from './cache.js';
import { failureOf } from '../../report/failure.js';
import { givenUp } from './given-up.js';
import { inOrder, limited } from './order/in-order.js';
import { readInput, type Input } from '../input/inputs.js';
import type { Host } from '../host.js';
import type { Spool } from '../input/spool.js';
import { createPool } from './pool.js';
import { producer } from '../queue/library.js';

export interface Audited {
  settings: Settings;
  resources: FileResources;
  context: Context;
  threads: number;
  /** The module of a thread, see worker.ts. */
  worker: URL;
  /** Seconds that one file may take. */
  limit: number;
  cache: Cache | null;
  /** What is known of reports from the others, by the name of the source. */
  around: ReadonlyMap<string, Around>;
  /** Reports that were extracted before, by {@link extractedKey}. */
  extracted: Spool | null;
  /** Files that were given up before, by name. */
  givenUp: ReadonlyMap<string, Failure>;
  /** Told how many more results will come when a file turns out to hold several. */
  onMore?: (more: number) => Promise<void>;
  /** Ends the stream early. */
  signal: AbortSignal;
  /** Where to audit instead of in threads of this program; `null`: here. */
  queue: { url: string; host: Host } | null;
}

/** Where a report that was extracted is kept. */
export const extractedKey = (name: string, sha256: string): string => `${sha256} ${name}`;

/** Results kept for each thread while an earlier one is not there yet. */
const ahead = 16;

/** Files in memory for each thread: one in work, one next, one being read. */
const inMemory = 3;

/** Results of all inputs in input order; an archive gives one for each report in it. */
export async function* audited(inputs: readonly Input[], options: Audited): AsyncGenerator<Outcome> {
  const { settings, context, threads, cache, around, extracted, signal } = options;
  const { lang } = settings;
  const failed = (name: string, error: unknown): Result => ({
    kind: 'failure',
    failure: failureOf(name, error, lang, context.t),
  });
  const crew = await openCrew(options);
  const alone = inputs.length === 1 && options.queue === null;
  // One file is audited in this thread, unless it may take long: another one would cost more than it saves.
  const auditorOf = async (bytes: Uint8Array) =>
    alone && (await isBrief(bytes)) ? hereOf(options) : crew.audit;
  const gate = limited(inMemory * threads);

  const auditOf = (audit: Auditor, given: Job): Promise<Answer> => {
    const failure = options.givenUp.get(given.name);
    if (failure !== undefined) return Promise.resolve({ kind: 'failure', failure });
    const known = around.get(given.name);
    const job = known === undefined ? given : { ...given, around: known };
    const auditOnce = extracted === null ? audit : sparing(audit, extracted);
    return cache === null ? auditOnce(job) : cache.around(job, auditOnce);
  };
  const begin = (input: Input) =>
    gate(async () => {
      let bytes: Uint8Array;
      try {
        bytes = await readInput(input);
      } catch (error) {
        return failed(input.name, error);
      }
      return auditOf(await auditorOf(bytes), { name: input.name, bytes });
    });
  const beginEntry = (entry: Archive['entries'][number]): Promise<Answer> =>
    'failure' in entry
      ? Promise.resolve({ kind: 'failure', ...entry })
      : gate(() => auditOf(crew.audit, entry));

  async function* flat(answers: AsyncIterable<Answer>): AsyncGenerator<Outcome> {
    for await (const answer of answers) {
      if (answer.kind === 'archive') {
        await options.onMore?.(answer.entries.length - 1);
        yield* flat(inOrder(answer.entries, beginEntry, ahead * threads, signal));
      } else yield answer;
    }
  }
  try {
    yield* flat(inOrder(inputs, begin, ahead * threads, signal));
  } finally {
    await crew.close();
  }
}

/** An auditor that is spared extracting what was extracted before. */
function sparing(audit: Auditor, extracted: Spool): Auditor {
  return (job) => {
    const { name, bytes, part } = job;
    const sha256 = part ?? createHash('sha256').update(bytes).digest('hex');
    const report = extracted.get(extractedKey(name, sha256));
    return audit(report === null ? job : { ...job, bytes: report, extracted: true });
  };
}

/** The auditor of this thread. Its code is loaded only here: with threads at work, this one needs none of it. */
async function hereOf({ settings, resources, context }: Audited): Promise<Auditor> {
  const { createAuditor } = await import('./auditor.js');
  return createAuditor(settings, resources, context);
}

async function openCrew(options: Audited): Promise<{ audit: Auditor; close: () => Promise<void> }> {
  const { settings, resources, context, threads, worker, limit, queue, signal } = options;
  const { t, ...plain } = context;
  const data = { settings, resources, context: plain };
  if (queue !== null) {
    const { openQueue } = await producer();
    return openQueue({ ...queue, signal }, { ...data, limit }, t);
  }
  return createPool({
    threads,
    module: worker,
    data,
    limit: 1000 * limit,
    gaveUp: ({ name }, fate) => ({ kind: 'failure', failure: givenUp(name, fate, limit, t) }),
  });
}
