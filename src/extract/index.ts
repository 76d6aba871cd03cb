import type { Report } from '../model/index.js';
import { pause } from './pause.js';
import { readDocument } from './read/index.js';
import { recognise, type RecogniseOptions } from './recognise.js';

export { explainClaims } from './narrative/explain.js';
export { lexiconFor } from './narrative/lexicon/for-edition.js';
export { pause } from './pause.js';
export type { Lexicon } from './narrative/lexicon/lexicon.js';
export type { RecogniseOptions } from './recognise.js';
export { vocabularySchema, type Vocabulary } from './vocabulary.js';

export interface ExtractOptions extends RecogniseOptions {
  /** File name, for the report's source only; the format is decided by content. */
  name: string;
  /** Ends the work between two of its stages. */
  signal?: AbortSignal | undefined;
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return Array.from(new Uint8Array(digest), (each) => each.toString(16).padStart(2, '0')).join('');
}

/**
 * Bytes of one document → Report.
 * @param onRead called when the document is read, before its tables are recognised
 * @throws InputError when the input cannot be read or is no report of this kind
 */
export async function extract(
  bytes: Uint8Array,
  options: ExtractOptions,
  onRead?: () => void,
): Promise<Report> {
  // Digested beside the reading, in a thread of the platform.
  const digest = sha256(bytes);
  await pause(options.signal);
  const document = await readDocument(bytes, options.name);
  await pause(options.signal);
  onRead?.();
  const source = {
    name: options.name,
    format: document.format,
    encoding: document.encoding,
    sha256: await digest,
  };
  return recognise(document, source, options);
}
