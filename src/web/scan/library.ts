import { recogniserOf, type Recogniser, type Tesseract } from '../../extract/read/scan/recogniser.js';
import type { Engine } from './engine.js';

let engine: Engine | null = null;
let onPiece: () => void = () => undefined;

/** Reads scans with this engine from now on; `null`: with none. */
export const useEngine = (given: Engine | null): void => void (engine = given);

/** Whom to tell of every piece of a picture that was read. */
export const tellPieces = (told: () => void): void => void (onPiece = told);

/** What the worker of tesseract.js 7 is asked, and what it answers. */
interface Answer {
  jobId: string;
  status: 'resolve' | 'reject' | 'progress';
  data: unknown;
}

/**
 * Tesseract in a worker of its own. Its core is run before the worker's script, which would otherwise load it from an address; the data
 * goes in as bytes, so that nothing is asked for. Compiling it needs 'wasm-unsafe-eval'.
 */
async function start({ core, worker, data }: Engine): Promise<Tesseract> {
  const script = new Blob([core, '\n;\n', worker] as BlobPart[], { type: 'text/javascript' });
  const running = new Worker(URL.createObjectURL(script));
  const waiting = new Map<string, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  running.addEventListener('message', ({ data: answer }: MessageEvent<Answer>) => {
    if (answer.status === 'progress') return;
    const asked = waiting.get(answer.jobId);
    waiting.delete(answer.jobId);
    if (answer.status === 'resolve') asked?.resolve(answer.data);
    else asked?.reject(new Error(String(answer.data)));
  });
  running.addEventListener('error', ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  });
  let count = 0;
  const ask = (action: string, payload: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const jobId = `${action}-${count++}`;
      waiting.set(jobId, { resolve, reject });
      running.postMessage({ workerId: 'page', jobId, action, payload });
    });
  const language = { code: 'chi_sim', data };
  await ask('load', { options: { lstmOnly: true, corePath: '', logging: false } });
  await ask('loadLanguage', { langs: [language], options: { cacheMethod: 'none', lstmOnly: true } });
  await ask('initialize', { langs: 'chi_sim', oem: 1 });
  return {
    setParameters: (params) => ask('setParameters', { params }),
    async recognize(image, options, output) {
      const data = await ask('recognize', { image, options, output });
      onPiece();
      return { data } as Awaited<ReturnType<Tesseract['recognize']>>;
    },
    terminate: () => Promise.resolve(running.terminate()),
  };
}

/** Stands in for `extract/read/scan/library.ts` in the page. */
export const loadRecogniser = async (): Promise<Recogniser | null> =>
  engine === null ? null : recogniserOf(await start(engine));
