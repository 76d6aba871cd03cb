import type { ResourceLimits, Worker } from 'node:worker_threads';
import type { Answer, Auditor, Job, Result } from './auditor.js';
import type { WorkerData } from './worker.js';

/** Why a job was given up: its thread died of it, ran out of memory, or did not end in time. */
export type Fate = { kind: 'crashed'; error: unknown } | { kind: 'too-large' } | { kind: 'late' };

export interface PoolOptions {
  /** The most threads; they start as there is work for them. */
  threads: number;
  /** The module of a thread, see worker.ts. */
  module: URL;
  data: WorkerData;
  /** Milliseconds that a job may take. */
  limit: number;
  /** What becomes of a job that is given up. */
  gaveUp: (job: Job, fate: Fate) => Result;
}

export interface Pool {
  audit: Auditor;
  /** Ends when there is nothing left to do. */
  rest: () => Promise<void>;
  close: () => Promise<void>;
}

interface Task {
  job: Job;
  /** How many threads it has cost. */
  cost: number;
  done: (answer: Answer) => void;
  failed: (error: unknown) => void;
}

/**
 * Memory of a thread in MB. A lower limit makes the collector more frugal; a document that needs more than this is no annual report, and
 * costs its thread instead of the program.
 */
const memory: ResourceLimits = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 32 };

/** Jobs that a thread is given at a time, so that it need not wait for the next one. */
const handful = 2;

/** Threads that a job may cost: what kills a thread by chance gets a second one. */
const chances = 2;

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

/**
 * Audits in threads of their own. A thread that dies or does not end in time is replaced; the job it was at is given up, one whose thread may
 * have died by chance when it has been tried once more; the other jobs lose nothing. When a thread cannot even start, no job is to blame and all of them fail.
 */
export function createPool({ threads, module, data, limit, gaveUp }: PoolOptions): Pool {
  const waiting: Task[] = [];
  let open = 0;
  let resting = () => {};
  /** The threads, each with what gives it work. */
  const crew = new Map<Worker, () => void>();
  let closed = false;

  const hire = () => {
    const tasks: Task[] = [];
    const { Worker: Thread } = process.getBuiltinModule('node:worker_threads');
    const worker = new Thread(module, { workerData: data, resourceLimits: memory });
    let ready = false;
    let fate: Fate = { kind: 'crashed', error: null };
    const clock = setTimeout(() => {
      if (!ready || tasks.length === 0) return;
      fate = { kind: 'late' };
      void worker.terminate();
    }, limit).unref();
    const feed = () => {
      while (tasks.length < handful) {
        const task = waiting.shift();
        if (task === undefined) return;
        if (tasks.push(task) === 1) clock.refresh();
        worker.postMessage(task.job);
      }
    };
    worker.on('message', (answer: Answer | 'ready') => {
      clock.refresh();
      if (answer === 'ready') ready = true;
      else tasks.shift()?.done(answer);
      feed();
    });
    worker.on('error', (error) => {
      fate = isOutOfMemory(error) ? { kind: 'too-large' } : { kind: 'crashed', error };
    });
    worker.on('exit', (code) => {
      clearTimeout(clock);
      crew.delete(worker);
      if (closed) return;
      if (!ready) {
        const reason = fate.kind === 'crashed' ? fate.error : null;
        const error = reason ?? new Error(`worker exited with ${code}`);
        for (const task of [...tasks, ...waiting.splice(0)]) task.failed(error);
        return;
      }
      const culprit = tasks.shift();
      waiting.unshift(...tasks);
      if (culprit !== undefined) {
        culprit.cost += 1;
        // Too much time or memory is no chance: it would be as much again.
        if (culprit.cost < chances && fate.kind === 'crashed') waiting.unshift(culprit);
        else culprit.done(gaveUp(culprit.job, fate));
      }
      if (waiting.length > 0) hire();
    });
    crew.set(worker, feed);
    feed();
  };

  const close = async () => {
    closed = true;
    await Promise.all([...crew.keys()].map((worker) => worker.terminate()));
  };

  return {
    audit: (job) => {
      // A thread that is started now would keep the program from ending.
      if (closed) return Promise.reject(new Error('the pool is closed'));
      open += 1;
      return new Promise<Answer>((done, failed) => {
        waiting.push({ job, cost: 0, done, failed });
        for (const feed of crew.values()) feed();
        if (waiting.length > 0 && crew.size < threads) hire();
      }).finally(() => {
        open -= 1;
        if (open === 0) resting();
      });
    },
    rest: async () => {
      if (open > 0) await new Promise<void>((resolve) => (resting = resolve));
      await close();
    },
    close,
  };
}
