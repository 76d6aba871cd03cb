import { launch, type Running } from '../asking/client.js';
import { silenceOf } from '../asking/silence.js';
import type { FailureCode } from '../../model/index.js';
import type { Failure } from '../../report/renderer.js';
import type { DeskAnswer, DeskRequest } from './requests.js';

/** Workers that share the work of the desk. */
export interface Crew {
  /** Answered by whichever worker is free first. */
  ask: (request: DeskRequest) => Promise<DeskAnswer>;
  /** Told to every worker, before anything that is asked later. */
  tell: (request: DeskRequest) => Promise<DeskAnswer>;
  /** Ends all workers; what was asked stays without an answer. */
  dismiss: () => void;
}

interface Task {
  request: DeskRequest;
  answer: (answer: DeskAnswer) => void;
}

/** As many workers as there are cores, started when they are first needed. `say` words a failure that no worker can tell of. */
export function createCrew(size: number, say: (code: FailureCode) => Omit<Failure, 'name'>): Crew {
  const waiting: Task[] = [];
  let workers: { running: Running; busy: boolean }[] = [];
  /** What every worker has been told, by kind. */
  const standing = new Map<DeskRequest['kind'], DeskRequest>();

  async function hire() {
    const worker = { running: launch(() => undefined), busy: true };
    workers.push(worker);
    for (const each of standing.values()) await worker.running.ask(each);
    return worker;
  }

  function failed(request: DeskRequest, code: FailureCode): DeskAnswer {
    const name = 'document' in request ? request.document.name : '';
    return { kind: 'failure', failure: { name, ...say(code) } };
  }

  /** The answer, or a failure when the worker breaks down or does not come to an end; it is then replaced. */
  async function answered(worker: (typeof workers)[number], request: DeskRequest): Promise<DeskAnswer> {
    const silence = silenceOf(worker.running);
    const answer = await Promise.race([
      worker.running.ask(request).catch(() => failed(request, 'crashed')),
      silence.comes.then(() => failed(request, 'late')),
    ]);
    silence.stop();
    const broken = answer.kind === 'failure' && ['late', 'crashed'].includes(answer.failure.code);
    if (broken) {
      worker.running.worker.terminate();
      workers = workers.filter((each) => each !== worker);
    }
    return answer as DeskAnswer;
  }

  async function serve(worker: (typeof workers)[number]): Promise<void> {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
      task.answer(await answered(worker, task.request));
      if (!workers.includes(worker)) {
        if (waiting.length > 0) void hire().then(serve);
        return;
      }
    }
    worker.busy = false;
  }

  function call(): void {
    const idle = workers.find((each) => !each.busy);
    if (idle !== undefined) {
      idle.busy = true;
      void serve(idle);
    } else if (workers.length < size) void hire().then(serve);
  }

  return {
    ask: (request) =>
      new Promise((answer) => {
        waiting.push({ request, answer });
        call();
      }),
    async tell(request) {
      if (workers.length === 0) (await hire()).busy = false;
      const [first] = workers;
      if (first === undefined) return failed(request, 'crashed');
      const answer = (await first.running.ask(request)) as DeskAnswer;
      if (answer.kind === 'failure') return answer;
      standing.set(request.kind, request);
      await Promise.all(workers.filter((each) => each !== first).map((each) => each.running.ask(request)));
      return answer;
    },
    dismiss() {
      for (const { running } of workers) running.worker.terminate();
      workers = [];
      waiting.length = 0;
    },
  };
}
