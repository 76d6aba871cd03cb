import { createWriteStream, statSync, type Stats } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Context, Part, Renderer } from '../report/renderer.js';
import { channel } from './channel.js';
import type { Input } from './inputs.js';
import { writeError } from './write-error.js';

/** What stands at the place where something is to be written; `undefined`: nothing. */
export function found(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw writeError(path, error);
  }
}

/** Where the parts of one format go. */
export interface Output {
  take: (part: Part) => Promise<void>;
  /** After the last part: writes what is left. */
  end: () => Promise<void>;
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

/** Writes a document; where a format may have nothing to write, an empty one is left out. */
async function writeDocument(
  path: string | undefined,
  renderer: Renderer,
  chunks: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
): Promise<void> {
  if (renderer.none === undefined) return writeResult(path, chunks);
  const document: (string | Uint8Array)[] = [];
  for await (const chunk of chunks) document.push(chunk);
  if (document.length > 0) await writeResult(path, document);
}

/** The deepest folder that holds all the files. */
function commonFolder(paths: readonly string[]): string {
  const folders = paths.map((path) => dirname(resolve(path)).split(sep));
  const [first = []] = folders;
  const differs = first.findIndex((name, index) => folders.some((folder) => folder[index] !== name));
  return (differs < 0 ? first : first.slice(0, differs)).join(sep);
}

/** Where the document of a source goes: its path below the common folder, with the extension of the format added. */
function documentPaths(
  folder: string,
  inputs: readonly Input[],
  extension: string,
): (source: string) => string {
  const common = commonFolder(inputs.flatMap(({ path }) => (path === null ? [] : [path])));
  const pathOf = new Map(inputs.map(({ name, path }) => [name, path]));
  /** The input itself, or the archive that holds the source. */
  const inputOf = (source: string): string => {
    let name = source;
    while (!pathOf.has(name) && name.includes('/')) name = name.slice(0, name.lastIndexOf('/'));
    return name;
  };
  return (source) => {
    const input = inputOf(source);
    const path = pathOf.get(input) ?? null;
    const below =
      path === null
        ? 'stdin'
        : resolve(path)
            .slice(common.length)
            .replace(/^[/\\]/, '');
    return join(folder, `${below}${source.slice(input.length)}.${extension}`);
  };
}

function isFolder(path: string): boolean {
  return /[/\\]$/.test(path) || (found(path)?.isDirectory() ?? false);
}

async function* only(part: Part): AsyncGenerator<Part> {
  yield await Promise.resolve(part);
}

/** Writes the document of one audit and says where; `path` of it is relative to the folder. */
type Save = (part: Part & { kind: 'audit' }) => Promise<string>;

function saver(folder: string, renderer: Renderer, inputs: readonly Input[], context: Context): Save {
  const placeOf = documentPaths(folder, inputs, renderer.extension);
  return async (part) => {
    const place = placeOf(part.summary.name);
    await writeDocument(place, renderer, renderer.document(only(part), context));
    return relative(folder, place).split(sep).join('/');
  };
}

/** The document of all parts, begun at once and written as they come. */
function stream(
  renderer: Renderer,
  context: Context,
  write: (chunks: AsyncIterable<string | Uint8Array>) => Promise<void>,
): Output {
  const { values, put, end } = channel<Part>();
  let failure: { error: unknown } | null = null;
  const written = write(renderer.document(values, context)).catch((error: unknown) => {
    failure = { error };
  });
  const check = () => {
    if (failure !== null) throw failure.error;
  };
  return {
    take: (part) => put(part).then(check),
    end: () => {
      end();
      return written.then(check);
    },
  };
}

/** One document of all parts: a file, or standard output without a path. */
export function openDocument(path: string | undefined, renderer: Renderer, context: Context): Output {
  return stream(renderer, context, (chunks) => writeDocument(path, renderer, chunks));
}

/** A document for each audit in a folder, nothing else. */
export function openDocuments(
  folder: string,
  renderer: Renderer,
  inputs: readonly Input[],
  context: Context,
): Output {
  const save = saver(folder, renderer, inputs, context);
  return {
    take: async (part) => {
      if (part.kind === 'audit') await save(part);
    },
    end: () => Promise.resolve(),
  };
}

/** A folder with a document for each audit and the one of them all, the `index`; of one audit alone, a file, unless `path` is a folder. */
export function openFolder(
  path: string,
  renderer: Renderer,
  inputs: readonly Input[],
  context: Context,
): Output {
  const save = saver(path, renderer, inputs, context);
  // An archive may turn out to hold several reports: the first part waits until it is known to be the only one.
  let waiting: Part | null = null;
  let folder = isFolder(path) || (!renderer.combined && inputs.length > 1);
  const index = stream(renderer, context, async (chunks) => {
    const document: (string | Uint8Array)[] = [];
    for await (const chunk of chunks) document.push(chunk);
    await writeDocument(folder ? join(path, `index.${renderer.extension}`) : path, renderer, document);
  });
  /** Of several only the overview follows, unless its document holds them all. */
  const add = async (part: Part): Promise<void> => {
    if (part.kind === 'failure' || !folder) return index.take(part);
    const document = await save(part);
    return index.take(renderer.combined ? { ...part, document } : { ...part, text: '', document });
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
      await index.end();
    },
  };
}
