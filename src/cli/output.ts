import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Part, Renderer } from '../report/renderer.js';
import type { Input } from './inputs.js';
import { UsageError } from './usage-error.js';

export interface Output {
  /** Sees every part on its way and may keep its text. */
  take: (part: Part) => Promise<Part>;
  /** Writes the whole document. */
  write: (chunks: AsyncIterable<string>) => Promise<void>;
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
  chunks: string | AsyncIterable<string>,
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

/** Where the document of each input goes: its path below the common folder, with the extension of the format added. */
function documentPaths(folder: string, inputs: readonly Input[], extension: string): Map<string, string> {
  const files = inputs.flatMap(({ path }) => (path === null ? [] : [path]));
  const common = commonFolder(files);
  return new Map(
    inputs.map(({ name, path }) => {
      const below =
        path === null
          ? 'stdin'
          : resolve(path)
              .slice(common.length)
              .replace(/^[/\\]/, '');
      return [name, join(folder, `${below}.${extension}`)];
    }),
  );
}

/**
 * Standard output without a path. With one: a single file for a single input or a format that holds all audits in one document;
 * otherwise a folder with a document for each input and the overview as `index`.
 */
export async function openOutput(
  path: string | undefined,
  renderer: Renderer,
  inputs: readonly Input[],
): Promise<Output> {
  const keep = (part: Part) => Promise.resolve(part);
  if (path === undefined || renderer.combined || inputs.length === 1) {
    return { take: keep, write: (chunks) => writeResult(path, chunks) };
  }
  const documents = documentPaths(path, inputs, renderer.extension);
  await mkdir(path, { recursive: true }).catch(cannotWrite(path));
  return {
    take: async (part) => {
      if (part.kind === 'failure') return part;
      const document = documents.get(part.summary.name);
      if (document !== undefined) {
        await mkdir(dirname(document), { recursive: true }).catch(cannotWrite(document));
        await writeFile(document, part.text).catch(cannotWrite(document));
      }
      return { ...part, text: '' };
    },
    write: (chunks) => writeResult(join(path, `index.${renderer.extension}`), chunks),
  };
}
