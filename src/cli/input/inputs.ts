import { stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { InputError, type InputErrorCode } from '../../model/errors.js';
import { filesMatching, filesUnder, isPattern } from './glob.js';
import { readNeededFile, readRegularFile, readStream } from './regular-file.js';
import { UsageError } from '../usage-error.js';

/** One thing to audit: a file, standard input (`path` null), or something that cannot be found. */
export interface Input {
  /** As the user would write it, with `/` between folders. */
  name: string;
  path: string | null;
  /** The path as the system has it, where that is no UTF-8. */
  raw?: Buffer;
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
  if (code === 'ELOOP' || code === 'EISDIR' || code === 'ENXIO') return 'not-a-file';
  if (code === 'ERR_FS_FILE_TOO_LARGE') return 'too-large';
  return code === 'EACCES' || code === 'EPERM' || code === 'EBUSY' ? 'not-permitted' : null;
}

async function expand(argument: string, onPassedOver: (count: number) => void): Promise<Input[]> {
  if (argument === '-') return [{ name: '-', path: null }];
  const name = tidy(argument);
  try {
    const found = await stat(argument);
    if (found.isFile()) return [{ name, path: argument }];
    if (!found.isDirectory()) return [{ name, path: argument, problem: 'not-a-file' }];
    const { files, passedOver } = await filesUnder(argument);
    onPassedOver(passedOver);
    if (files.length === 0) return [{ name, path: argument, problem: 'no-files' }];
    const prefix = name === '.' ? '' : name.endsWith('/') ? name : `${name}/`;
    return files.map(({ path, raw, problem }): Input => ({
      name: prefix + path,
      path: `${slashes(argument)}/${path}`,
      ...(raw === undefined ? {} : { raw }),
      ...(problem === undefined ? {} : { problem }),
    }));
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
  const bytes = file === '-' ? await readStream(process.stdin) : await readNeededFile(file);
  return bytes
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
}

/** Files, folders, patterns and `-` as inputs, each once, in the order of the arguments; `onPassedOver` is told how many files are no documents. */
export async function expandInputs(
  args: readonly string[],
  onPassedOver: (count: number) => void = () => undefined,
): Promise<Input[]> {
  if (args.filter((argument) => argument === '-').length > 1) throw new UsageError('usage.stdinTwice');
  const all = (await Promise.all(args.map((each) => expand(each, onPassedOver)))).flat();
  const seen = new Set<string>();
  return all.filter(({ name }) => !seen.has(name) && seen.add(name));
}

/** Can be read from its source only once. */
let standardInput: Promise<Uint8Array> | null = null;

/**
 * The bytes of an input.
 * @throws InputError when it is not there or cannot be opened
 */
export async function readInput({ path, raw, problem }: Input): Promise<Uint8Array> {
  if (problem !== undefined) throw new InputError(problem);
  try {
    return path === null
      ? await (standardInput ??= readStream(process.stdin))
      : await readRegularFile(raw ?? path);
  } catch (error) {
    const cause = problemOf(error);
    throw cause === null ? error : new InputError(cause);
  }
}
