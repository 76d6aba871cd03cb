import { createHash } from 'node:crypto';
import type { Failure } from '../../report/renderer.js';
import type { Translate } from '../../report/translate.js';
import type { Answer, Auditor } from '../pool/auditor.js';
import { givenUp } from '../pool/given-up.js';
import type { Host } from '../host.js';
import {
  connect,
  isDead,
  pack,
  patience,
  queueName,
  setupKey,
  setupLife,
  unpack,
  type Parcel,
  type Setup,
} from './wire.js';

export interface Crew {
  audit: Auditor;
  close: () => Promise<void>;
}

interface Pending {
  parcel: Parcel;
  done: (answer: Answer) => void;
}

/** Milliseconds after which the producer looks for itself what has become of its jobs: events may be lost with Redis. */
const sweep = 5000;

/** Milliseconds that taking leave may take. */
const goodbye = 2000;

/** Times that a worker may vanish with a job, or fail before the job is begun. */
const attempts = 10;

/**
 * Hands jobs to whoever works on the queue. A job is known by what it is about, so that it is there once whatever happens: when Redis loses it,
 * it is put in again; when a worker is lost, another one takes it; the answer is taken out as soon as it is here.
 */
export async function openQueue(
  { url, host, signal }: { url: string; host: Host; signal: AbortSignal },
  setup: Setup,
  t: Translate,
): Promise<Crew> {
  const packed = pack(setup);
  const id = createHash('sha256').update(packed).digest('hex');
  const name = queueName(host);
  const connection = { url, ...patience };
  const redis = await connect(url, signal);
  const { Queue, QueueEvents } = await import('bullmq');
  const queue = new Queue<Parcel, string, 'audit'>(name, { connection });
  const events = new QueueEvents(name, { connection });
  queue.on('error', () => undefined);
  events.on('error', () => undefined);
  const pending = new Map<string, Pending>();
  /** How often a job was asked for: two that are equal are two. */
  const asked = new Map<string, number>();

  const publish = () => redis.set(setupKey(id), packed, 'EX', setupLife);
  const put = async (jobId: string, parcel: Parcel) => {
    await queue.add('audit', parcel, {
      jobId,
      attempts,
      backoff: { type: 'fixed', delay: 1000 },
      removeOnFail: { age: setupLife },
    });
  };
  const settle = (jobId: string, answer: Answer) => {
    const found = pending.get(jobId);
    if (found === undefined) return;
    pending.delete(jobId);
    found.done(answer);
    // A dead letter stays, to be listed.
    if (answer.kind !== 'failure' || !isDead(answer.failure)) void queue.remove(jobId).catch(() => undefined);
  };
  const fail = (jobId: string, reason: string) => {
    const found = pending.get(jobId);
    if (found !== undefined)
      settle(jobId, { kind: 'failure', failure: failureOf(found.parcel.name, reason, t) });
  };
  events.on('completed', ({ jobId, returnvalue }) => settle(jobId, unpack(String(returnvalue)) as Answer));
  events.on('failed', ({ jobId, failedReason }) => fail(jobId, failedReason));

  /** What has become of a job that was put in. */
  const look = async (jobId: string, parcel: Parcel) => {
    const state = await queue.getJobState(jobId);
    if (state === 'unknown') return put(jobId, parcel);
    if (state !== 'completed' && state !== 'failed') return;
    // Read after it has ended: a job that is read before has no answer yet. When it is gone, its answer has come.
    const ended = await queue.getJob(jobId);
    if (ended === undefined) return;
    if (state === 'completed') settle(jobId, unpack(ended.returnvalue) as Answer);
    else fail(jobId, ended.failedReason);
  };
  const lookAround = async () => {
    await publish();
    for (const [jobId, { parcel }] of pending) await look(jobId, parcel);
    if (pending.size > 0 && (await queue.getWorkersCount()) === 0)
      process.stderr.write(`${t('queue.noWorkers', { queue: name })}\n`);
  };
  let looking: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(lookAround).catch(() => undefined);
  }, sweep);

  await publish();
  await events.waitUntilReady();
  return {
    audit: async (job) => {
      const parcel = { setup: id, name: job.name, job: pack(job) };
      const same = createHash('sha256').update(id).update(parcel.job).digest('hex');
      const copy = asked.get(same) ?? 0;
      asked.set(same, copy + 1);
      const jobId = copy === 0 ? same : `${same}-${copy}`;
      const answer = new Promise<Answer>((done) => pending.set(jobId, { parcel, done }));
      // What an earlier run left behind is tried again, or taken as it is.
      const left = await queue.getJob(jobId);
      if (left !== undefined && (await left.isFailed())) await left.remove();
      await look(jobId, parcel);
      return answer;
    },
    close: async () => {
      clearInterval(timer);
      const left = [...pending.keys()];
      pending.clear();
      const tidied = Promise.all(left.map((jobId) => queue.remove(jobId).catch(() => undefined)))
        .then(() => Promise.all([events.close(), queue.close()]))
        .then(() => true);
      // A Redis that has gone away answers nothing any more.
      const timers = process.getBuiltinModule('node:timers/promises');
      if (!(await Promise.race([tidied, timers.setTimeout(goodbye, false, { ref: false })])))
        await Promise.allSettled([events.disconnect(), queue.disconnect()]);
      redis.disconnect();
    },
  };
}

/** A worker that gives a job up says so in words; otherwise the worker itself was lost. */
function failureOf(name: string, reason: string, t: Translate): Failure {
  try {
    return JSON.parse(reason) as Failure;
  } catch {
    return givenUp(name, { kind: 'crashed', error: new Error(reason) }, 0, t);
  }
}
