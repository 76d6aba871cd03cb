import { unpacked, type Payload, type PayloadAnswer } from './carried/payloads.js';

// The worker of the page begins here. Its modules lie in the page, packed; each is asked for when it is needed, becomes a module
// under an address of its own, and is imported from there.

interface Loader {
  goujiImport: (name: string) => Promise<unknown>;
  goujiData: (name: string) => Promise<ArrayBuffer>;
}

const scope = globalThis as unknown as Loader;
const addresses = new Map<string, Promise<string>>();
const waiting: ((payload: Payload | null) => void)[] = [];

/** The page answers in the order in which it is asked. */
function ask(name: string): Promise<Payload> {
  postMessage({ kind: 'payload', name });
  return new Promise((resolve, reject) => {
    waiting.push((payload) => {
      if (payload === null) reject(new Error(`the page lacks ${name}`));
      else resolve(payload);
    });
  });
}

function addressOf(name: string): Promise<string> {
  const known = addresses.get(name) ?? makeAddress(name);
  addresses.set(name, known);
  return known;
}

async function makeAddress(name: string): Promise<string> {
  const payload = await ask(name);
  let code = new TextDecoder().decode(await unpacked(payload));
  for (const each of payload.imports) code = code.replaceAll(`./${each}`, await addressOf(each));
  return URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
}

scope.goujiImport = async (name) => import(/* @vite-ignore */ await addressOf(name));
scope.goujiData = async (name) => unpacked(await ask(name));

addEventListener('message', ({ data }: MessageEvent<PayloadAnswer | { payload?: undefined }>) => {
  if (data.payload !== undefined) waiting.shift()?.(data.payload);
});

void scope.goujiImport('worker.js');
