import { decoded } from './base64.js';

/** A file that the page carries, compressed and in base64, so that only what is used is unpacked. */
export interface Payload {
  text: string;
  /** Names of the modules that it imports, as they stand in it. */
  imports: string[];
}

/** What the page gives the loader that asked for a file; `null` when it has no such file. */
export interface PayloadAnswer {
  payload: Payload | null;
}

/** The file of that name. */
export function payloadOf(name: string): Payload | null {
  const element = document.getElementById(`file:${name}`);
  if (element === null) return null;
  const imports = element.dataset['imports'] ?? '';
  return { text: element.textContent, imports: imports === '' ? [] : imports.split(' ') };
}

export function unpacked({ text }: Payload): Promise<ArrayBuffer> {
  return new Response(
    new Blob([decoded(text)]).stream().pipeThrough(new DecompressionStream('gzip')),
  ).arrayBuffer();
}
