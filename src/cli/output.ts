import { createWriteStream, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Context, Part, Renderer } from '../report/renderer.js';
import type { Input } from './inputs.js';
import { UsageError } from './usage-error.js';

export interface Output {
  /** Sees every part on its way and may keep its text. */
  take: (part: Part) => Promise<Part>;
  /** Writes the whole document. */
  write: (chunks: AsyncIterable<string | Uint8Array>) => Promise<void>;
}

function cannotWrite(path: string) {
  return (error: unknown): never => {
    throw new UsageError('usage.cannotWrite', {
      path,
      detail: error instanceof Error ? error.message : String(error),
    });
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
  return (source) => {
    const input =
      inputs.find(({ name }) => name === source) ?? inputs.find(({ name }) => source.startsWith(`${name}/`));
    const path = input?.path ?? null;
    const below =
      path === null
        ? 'stdin'
        : resolve(path)
            .slice(common.length)
            .replace(/^[/\\]/, '');
    return join(folder, `${below}${source.slice(input?.name.length)}.${extension}`);
  };
}

function isFolder(path: string): boolean {
  return /[/\\]$/.test(path) || (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false);
}

async function* only(part: Part): AsyncGenerator<Part> {
  yield await Promise.resolve(part);
}

/**
 * Standard output without a path. With one: a file for the document, or a folder when each audit has a document of its own, which then
 * stands beside the document of them all, the `index`.
 */
export function openOutput(
  path: string | undefined,
  renderer: Renderer,
  inputs: readonly Input[],
  context: Context,
): Output {
  if (path === undefined || !renderer.separate) {
    return { take: (part) => Promise.resolve(part), write: (chunks) => writeResult(path, chunks) };
  }
  const placeOf = documentPaths(path, inputs, renderer.extension);
  /** Writes the document of one audit; of several only the overview follows, unless its document holds them all. */
  const save = async (part: Part): Promise<Part> => {
    if (part.kind === 'failure') return part;
    const place = placeOf(part.summary.name);
    await writeResult(place, renderer.document(only(part), context));
    const document = relative(path, place).split(sep).join('/');
    return renderer.combined ? { ...part, document } : { ...part, text: '', document };
  };
  // An archive may turn out to hold several reports: the first document waits until it is known to be the only one.
  let waiting: Part | null = null;
  let folder = isFolder(path) || (!renderer.combined && inputs.length > 1);
  return {
    take: async (part) => {
      if (folder) return save(part);
      if (renderer.combined) return part;
      if (waiting === null) {
        waiting = part;
        return part;
      }
      folder = true;
      await save(waiting);
      return save(part);
    },
    write: async (chunks) => {
      const document: (string | Uint8Array)[] = [];
      for await (const chunk of chunks) document.push(chunk);
      await writeResult(folder ? join(path, `index.${renderer.extension}`) : path, document);
    },
  };
}
