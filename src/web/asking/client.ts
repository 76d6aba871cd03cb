import type { Stage } from '../../audit/audit.js';
import type { Failure } from '../../report/renderer.js';
import { payloadOf, type PayloadAnswer } from '../carried/payloads.js';
import type { DeskAnswer, DeskRequest } from '../desk/requests.js';
import type { Answer, Message, Request } from '../protocol.js';
import { silenceOf } from './silence.js';

/** The worker as the page uses it: one question, one answer. */
export interface Client {
  ask: (request: Request) => Promise<Answer>;
  /** Gives up what is being worked on; its questions stay without an answer. */
  restart: () => void;
}

/** Starts the worker from the file that the page carries; `onStage` is told how far it is, `late` words that it took too long. */
export function startClient(onStage: (stage: Stage) => void, late: () => Failure): Client {
  let running = launch(onStage);
  function restart(): void {
    running.worker.terminate();
    running = launch(onStage);
  }
  return {
    async ask(request) {
      const silence = silenceOf(running);
      const givenUp = silence.comes.then((): Answer => {
        restart();
        return { kind: 'failure', failure: late() };
      });
      try {
        return await Promise.race([running.ask(request) as Promise<Answer>, givenUp]);
      } finally {
        silence.stop();
      }
    },
    restart,
  };
}

/** A worker that was started; it answers in the order in which it is asked. */
export interface Running {
  worker: Worker;
  /** When it was heard of last, in milliseconds of `performance.now`. */
  lastSign: () => number;
  ask: (request: Request | DeskRequest) => Promise<Answer | DeskAnswer>;
}

export function launch(onStage: (stage: Stage) => void): Running {
  const code = document.getElementById('loader')?.textContent ?? '';
  const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
  const waiting = new Map<
    number,
    { resolve: (answer: Answer | DeskAnswer) => void; reject: (error: Error) => void }
  >();
  let count = 0;
  let heard = 0;
  let ready = () => {};
  let fail = (_: Error) => {};
  const started = new Promise<void>((resolve, reject) => {
    ready = resolve;
    fail = reject;
  });
  // Told to whoever asks.
  started.catch(() => undefined);

  worker.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    heard = performance.now();
    if (data.kind === 'payload') {
      worker.postMessage({ payload: payloadOf(data.name) } satisfies PayloadAnswer);
    } else if (data.kind === 'ready') {
      ready();
    } else if (data.kind === 'stage') {
      onStage(data.stage);
    } else if (data.kind === 'answer') {
      waiting.get(data.id)?.resolve(data.answer);
      waiting.delete(data.id);
    }
  });
  worker.addEventListener('error', (event) => {
    const error = new Error(event.message);
    fail(error);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  });

  return {
    worker,
    lastSign: () => heard,
    async ask(request) {
      await started;
      const id = count++;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, request });
      });
    },
  };
}
