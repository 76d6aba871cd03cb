import type { Payload } from './payloads.js';

// The worker of the page begins here. Its modules lie in the page, packed; each is asked for when it is needed, becomes a module
// under an address of its own, and is imported from there.

interface Loader {
  goujiImport: (name: string) => Promise<unknown>;
  goujiData: (name: string) => Promise<ArrayBuffer>;
}

const scope = globalThis as unknown as Loader;
const addresses = new Map<string, Promise<string>>();
const waiting = new Map<string, (payload: Payload) => void>();

function ask(name: string): Promise<Payload> {
  return new Promise((resolve) => {
    waiting.set(name, resolve);
    postMessage({ payload: name });
  });
}

function unpacked({ text }: Payload): Promise<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
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

addEventListener('message', ({ data }: MessageEvent<{ payload?: string; content?: Payload }>) => {
  if (data.payload === undefined || data.content === undefined) return;
  waiting.get(data.payload)?.(data.content);
  waiting.delete(data.payload);
});

void scope.goujiImport('worker.js');
