import { readFile, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { InputError, type InputErrorCode } from '../model/errors.js';
import { byCodeUnit, filesMatching, filesUnder, isPattern } from './glob.js';
import { UsageError } from './usage-error.js';

/** One thing to audit: a file, standard input (`path` null), or something that cannot be found. */
export interface Input {
  /** As the user would write it, with `/` between folders. */
  name: string;
  path: string | null;
  problem?: InputErrorCode;
}

const slashes = (path: string) => (sep === '/' ? path : path.replaceAll(sep, '/'));
const tidy = (path: string) =>
  slashes(path)
    .replace(/^(?:\.\/+)+(?=.)/, '')
    .replace(/(?<=.)\/+$/, '');

/** What the system says of a file that cannot be opened; `null` for any other error. */
function problemOf(error: unknown): InputErrorCode | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'not-found';
  if (code === 'ERR_FS_FILE_TOO_LARGE') return 'too-large';
  return code === 'EACCES' || code === 'EPERM' || code === 'EBUSY' ? 'not-permitted' : null;
}

async function expand(argument: string): Promise<Input[]> {
  if (argument === '-') return [{ name: '-', path: null }];
  const name = tidy(argument);
  try {
    const found = await stat(argument);
    if (!found.isDirectory()) return [{ name, path: argument }];
    const closed = new Set<string>();
    const files = await filesUnder(argument, (path) => closed.add(path));
    if (files.length + closed.size === 0) return [{ name, path: argument, problem: 'no-files' }];
    const prefix = name === '.' ? '' : name.endsWith('/') ? name : `${name}/`;
    const inputOf = (path: string): Input => ({
      name: prefix + path,
      path: `${slashes(argument)}/${path}`,
      ...(closed.has(path) ? { problem: 'not-permitted' } : {}),
    });
    return [...files, ...closed].sort(byCodeUnit).map(inputOf);
  } catch (error) {
    const problem = problemOf(error);
    if (problem === null) throw error;
    const files =
      problem === 'not-found' && isPattern(argument) ? await filesMatching(slashes(argument)) : [];
    if (files.length > 0) return files.map((file) => ({ name: tidy(file), path: file }));
    return [{ name, path: argument, problem }];
  }
}

/** The paths that a file, or standard input for `-`, lists one a line; empty lines do not count. */
export async function listedIn(file: string): Promise<string[]> {
  try {
    const bytes = file === '-' ? await buffer(process.stdin) : await readFile(file);
    return bytes
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '');
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new UsageError('usage.cannotRead', { path: file, detail });
  }
}

/** Files, folders, patterns and `-` as inputs, each once, in the order of the arguments. */
export async function expandInputs(args: readonly string[]): Promise<Input[]> {
  if (args.filter((argument) => argument === '-').length > 1) throw new UsageError('usage.stdinTwice');
  const all = (await Promise.all(args.map(expand))).flat();
  const seen = new Set<string>();
  return all.filter(({ name }) => !seen.has(name) && seen.add(name));
}

/** Can be read from its source only once. */
let standardInput: Promise<Uint8Array> | null = null;

/**
 * The bytes of an input.
 * @throws InputError when it is not there or cannot be opened
 */
export async function readInput({ path, problem }: Input): Promise<Uint8Array> {
  if (problem !== undefined) throw new InputError(problem);
  try {
    return path === null ? await (standardInput ??= buffer(process.stdin)) : await readFile(path);
  } catch (error) {
    const cause = problemOf(error);
    throw cause === null ? error : new InputError(cause);
  }
}
