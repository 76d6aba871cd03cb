import { Worker } from 'node:worker_threads';
import type { Auditor, Result } from './auditor.js';
import type { Input } from './inputs.js';
import type { WorkerData } from './worker.js';

interface Task {
  input: Input;
  done: (results: Result[]) => void;
}

export interface Pool {
  audit: Auditor;
  close: () => Promise<void>;
}

/**
 * Memory of a thread in MB. A lower limit makes the collector more frugal; a document that needs more than this is no annual report, and
 * costs its thread instead of the program.
 */
const limits = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 16 };

/** Inputs that a thread is given at a time, so that it need not wait for the next one. */
const handful = 2;

/**
 * Audits in `threads` threads, this one among them. A thread that dies takes the input it was at with it and is replaced; `died` says what
 * becomes of the input.
 */
export function createPool(
  threads: number,
  here: Auditor,
  module: URL,
  data: WorkerData,
  died: (input: Input, error: unknown) => Result,
): Pool {
  const waiting: Task[] = [];
  /** What each thread does when there may be something to do. */
  const crew = new Map<Worker, () => void>();

  const start = () => {
    const tasks: Task[] = [];
    const worker = new Worker(module, { workerData: data, resourceLimits: limits });
    const feed = () => {
      while (tasks.length < handful) {
        const task = waiting.shift();
        if (task === undefined) return;
        tasks.push(task);
        worker.postMessage(task.input);
      }
    };
    worker.on('message', (results: Result[]) => {
      tasks.shift()?.done(results);
      feed();
    });
    worker.on('error', (error) => {
      const culprit = tasks.shift();
      waiting.unshift(...tasks);
      crew.delete(worker);
      if (culprit === undefined) return;
      start();
      culprit.done([died(culprit.input, error)]);
    });
    crew.set(worker, feed);
    feed();
  };
  for (let count = 1; count < threads; count += 1) start();

  let busy = false;
  const work = async () => {
    if (busy) return;
    busy = true;
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift())
      task.done(await here(task.input));
    busy = false;
  };

  return {
    audit: (input) =>
      new Promise((done) => {
        waiting.push({ input, done });
        for (const feed of crew.values()) feed();
        void work();
      }),
    close: async () => {
      await Promise.all([...crew.keys()].map((worker) => worker.terminate()));
    },
  };
}

/** Results in the order of the inputs, at most `ahead` of them in work at a time. */
export async function* inOrder(
  inputs: readonly Input[],
  audit: Auditor,
  ahead: number,
): AsyncGenerator<Result> {
  const running: Promise<Result[]>[] = [];
  let next = 0;
  for (const _ of inputs) {
    while (next < inputs.length && running.length < ahead) {
      const input = inputs[next];
      if (input !== undefined) running.push(audit(input));
      next += 1;
    }
    yield* (await running.shift()) ?? [];
  }
}
