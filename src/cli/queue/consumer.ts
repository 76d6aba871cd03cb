import { translator, type Translate } from '../../report/translate.js';
import type { Answer, Job } from '../pool/auditor.js';
import { givenUp } from '../pool/given-up.js';
import type { Host } from '../host.js';
import { createPool, type Pool } from '../pool/pool.js';
import {
  connect,
  isDead,
  pack,
  patience,
  queueName,
  setupKey,
  unpack,
  type Parcel,
  type Setup,
} from './wire.js';

/** Milliseconds after which a job of a lost worker is given to another one. */
const lost = 10_000;

/** Milliseconds between looks for them; Redis takes whole numbers only. */
const checks = 3000;

/** Lost workers that one job may cost before it is given up. */
const lostTwice = 2;

/** Works on the queue in threads until the signal; what is in work is finished then. */
export async function workOn(
  url: string,
  { threads, host, t, signal }: { threads: number; host: Host; t: Translate; signal: AbortSignal },
): Promise<void> {
  const { UnrecoverableError, Worker } = await import('bullmq');
  const redis = await connect(url, signal);
  const name = queueName(host);
  let current: { id: string; pool: Promise<Pool> } | null = null;

  const open = async (id: string): Promise<Pool> => {
    const packed = await redis.get(setupKey(id));
    if (packed === null) throw new Error(`setup ${id} is not there`);
    const { limit, ...data } = unpack(packed) as Setup;
    const say = translator(data.settings.lang);
    return createPool({
      threads,
      module: host.worker,
      data,
      limit: 1000 * limit,
      gaveUp: (job, fate) => ({ kind: 'failure', failure: givenUp(job.name, fate, limit, say) }),
    });
  };
  /** The threads for the jobs of a run; those of the run before end with their last job. */
  const poolOf = (id: string): Promise<Pool> => {
    if (current?.id !== id) {
      const before = current;
      current = { id, pool: open(id) };
      void before?.pool.then(
        (pool) => pool.rest(),
        () => undefined,
      );
      current.pool.catch(() => (current = null));
    }
    return current.pool;
  };
  const audited = async ({ setup, job }: Parcel): Promise<string> => {
    const answer: Answer = await (await poolOf(setup)).audit(unpack(job) as Job);
    if (answer.kind === 'failure' && isDead(answer.failure))
      throw new UnrecoverableError(JSON.stringify(answer.failure));
    return pack(answer);
  };
  const worker = new Worker<Parcel, string>(name, (job) => audited(job.data), {
    connection: { url, ...patience },
    concurrency: 2 * threads,
    lockDuration: lost,
    stalledInterval: checks,
    maxStalledCount: lostTwice,
  });
  worker.on('error', () => undefined);
  await worker.waitUntilReady();
  process.stderr.write(`${t('queue.working', { queue: name, threads })}\n`);
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  await worker.close();
  await (await (current as { pool: Promise<Pool> } | null)?.pool)?.close();
  redis.disconnect();
}

/** The jobs that were given up: the file and why. */
export async function deadLetters(url: string, host: Host): Promise<{ name: string; reason: string }[]> {
  (await connect(url)).disconnect();
  const { Queue } = await import('bullmq');
  const queue = new Queue<Parcel, string>(queueName(host), { connection: { url, ...patience } });
  queue.on('error', () => undefined);
  try {
    return (await queue.getFailed()).map(({ data, failedReason }) => ({
      name: data.name,
      reason: reasonOf(failedReason),
    }));
  } finally {
    await queue.close();
  }
}

function reasonOf(failed: string): string {
  try {
    return (JSON.parse(failed) as { reason: string }).reason;
  } catch {
    return failed;
  }
}
