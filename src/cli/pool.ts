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

/** Threads that audit one input each at a time. A thread that dies takes one input with it and is replaced. */
export function createPool(
  size: number,
  module: URL,
  data: WorkerData,
  died: (input: Input, error: unknown) => Result,
): Pool {
  const waiting: Task[] = [];
  const idle: Worker[] = [];
  const busy = new Map<Worker, Task>();

  const next = (worker: Worker) => {
    const task = waiting.shift();
    if (task === undefined) {
      idle.push(worker);
      return;
    }
    busy.set(worker, task);
    worker.postMessage(task.input);
  };
  const start = () => {
    const worker = new Worker(module, { workerData: data });
    worker.on('message', (results: Result[]) => {
      busy.get(worker)?.done(results);
      busy.delete(worker);
      next(worker);
    });
    worker.on('error', (error) => {
      const task = busy.get(worker);
      busy.delete(worker);
      task?.done([died(task.input, error)]);
      start();
    });
    next(worker);
  };
  for (let count = 0; count < size; count += 1) start();

  return {
    audit: (input) =>
      new Promise((done) => {
        waiting.push({ input, done });
        const worker = idle.pop();
        if (worker !== undefined) next(worker);
      }),
    close: async () => {
      await Promise.all([...idle, ...busy.keys()].map((worker) => worker.terminate()));
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
