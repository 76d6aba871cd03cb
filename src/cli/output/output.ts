import { createWriteStream, statSync, type Stats } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Context, Part, Renderer } from '../../report/renderer.js';
import { channel } from '../pool/order/channel.js';
import { documentNames } from './document-names.js';
import type { Input } from '../input/inputs.js';
import { UsageError } from '../usage-error.js';
import { writeError } from './write-error.js';

/** What stands at the place where something is to be written; `undefined`: nothing. */
export function found(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw writeError(path, error);
  }
}

/** What an output has written: how many files, and which of them to open first, if any. */
export interface Written {
  files: number;
  first: string | null;
}

/** Where the parts of one format go. */
export interface Output {
  take: (part: Part) => Promise<void>;
  /** After the last part: writes what is left. */
  end: () => Promise<Written>;
}

function cannotWrite(path: string) {
  return (error: unknown): never => {
    throw writeError(path, error);
  };
}

/** Writes a result to the file, or to standard output without one. */
export async function writeResult(
  path: string | undefined,
  chunks: string | Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): Promise<void> {
  const readable = Readable.from(typeof chunks === 'string' ? [chunks] : chunks);
  if (path === undefined) {
    await pipeline(readable, process.stdout, { end: false });
    return;
  }
  await mkdir(dirname(resolve(path)), { recursive: true }).catch(cannotWrite(path));
  await pipeline(readable, createWriteStream(path)).catch(cannotWrite(path));
}

/** Writes a document and says whether it did; where a format may have nothing to write, an empty one is left out. */
async function writeDocument(
  path: string | undefined,
  renderer: Renderer,
  chunks: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): Promise<boolean> {
  if (renderer.none === undefined) {
    await writeResult(path, chunks);
    return true;
  }
  const document: (string | Uint8Array)[] = [];
  for await (const chunk of chunks) document.push(chunk);
  if (document.length > 0) await writeResult(path, document);
  return document.length > 0;
}

function isFolder(path: string): boolean {
  return /[/\\]$/.test(path) || (found(path)?.isDirectory() ?? false);
}

async function* only(part: Part): AsyncGenerator<Part> {
  yield await Promise.resolve(part);
}

/** What is told of a document that could not be written; the others are. */
export type Unwritten = (error: UsageError) => void;

const nothing: Written = { files: 0, first: null };

/** Writes the documents of audits into a folder. */
interface Saver {
  /** Says where the document was written, relative to the folder; `null`: nowhere. */
  save: (part: Part & { kind: 'audit' }) => Promise<string | null>;
  /** How many were. */
  files: () => number;
}

function saver(folder: string, renderer: Renderer, context: Context, unwritten: Unwritten): Saver {
  const nameOf = documentNames();
  let files = 0;
  return {
    files: () => files,
    save: async (part) => {
      const name = `${nameOf(part.summary)}.${renderer.extension}`;
      await mkdir(folder, { recursive: true }).catch(cannotWrite(folder));
      try {
        if (!(await writeDocument(join(folder, name), renderer, renderer.document(only(part), context))))
          return null;
        files += 1;
        return name;
      } catch (error) {
        // On a full disk the others could not be written either.
        if (!(error instanceof UsageError) || error.key === 'usage.diskFull') throw error;
        unwritten(error);
        return null;
      }
    },
  };
}

/** The document of all parts, begun at once and written as they come. */
function stream(
  renderer: Renderer,
  context: Context,
  write: (chunks: AsyncIterable<string | Uint8Array>) => Promise<Written>,
): Output {
  const { values, put, end } = channel<Part>();
  let failure: { error: unknown } | null = null;
  const written = write(renderer.document(values, context)).catch((error: unknown): Written => {
    failure = { error };
    return nothing;
  });
  const check = () => {
    if (failure !== null) throw failure.error;
  };
  return {
    take: (part) => put(part).then(check),
    end: () => {
      end();
      return written.then((result) => {
        check();
        return result;
      });
    },
  };
}

/** One document of all parts: a file, or standard output without a path. */
export function openDocument(path: string | undefined, renderer: Renderer, context: Context): Output {
  return stream(renderer, context, async (chunks) => {
    const isWritten = await writeDocument(path, renderer, chunks);
    return isWritten && path !== undefined ? { files: 1, first: path } : nothing;
  });
}

/** A document for each audit in a folder, nothing else. */
export function openDocuments(
  folder: string,
  renderer: Renderer,
  context: Context,
  unwritten: Unwritten,
): Output {
  const { save, files } = saver(folder, renderer, context, unwritten);
  return {
    take: async (part) => {
      if (part.kind === 'audit') await save(part);
    },
    end: () => Promise.resolve({ files: files(), first: null }),
  };
}

/** A folder with a document for each audit and the one of them all, the `index`; of one audit alone, a file, unless `path` is a folder. */
export function openFolder(
  path: string,
  renderer: Renderer,
  inputs: readonly Input[],
  context: Context,
  unwritten: Unwritten,
): Output {
  const { save, files } = saver(path, renderer, context, unwritten);
  // An archive may turn out to hold several reports: the first part waits until it is known to be the only one.
  let waiting: Part | null = null;
  let folder = isFolder(path) || (!renderer.combined && inputs.length > 1);
  const index = stream(renderer, context, async (chunks) => {
    const document: (string | Uint8Array)[] = [];
    for await (const chunk of chunks) document.push(chunk);
    const first = folder ? join(path, `index.${renderer.extension}`) : path;
    const isWritten = await writeDocument(first, renderer, document);
    return { files: files() + Number(isWritten), first: isWritten ? first : null };
  });
  /** Of several only the overview follows, unless its document holds them all. */
  const add = async (part: Part): Promise<void> => {
    if (part.kind === 'failure' || !folder) return index.take(part);
    const document = (await save(part)) ?? undefined;
    const listed = renderer.combined ? part : { ...part, text: '' };
    return index.take(document === undefined ? listed : { ...listed, document });
  };
  return {
    take: async (part) => {
      if (!folder && !renderer.combined) {
        if (waiting === null) {
          waiting = part;
          return;
        }
        folder = true;
        await add(waiting);
      }
      await add(part);
    },
    end: async () => {
      if (!folder && waiting !== null) await add(waiting);
      return index.end();
    },
  };
}
