import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** `true` when one name matches a pattern of `*` and `?`; takes time linear in name times stars. */
export function matchesName(pattern: string, name: string): boolean {
  let at = 0;
  let star = -1;
  let retry = 0;
  let index = 0;
  while (index < name.length) {
    if (pattern[at] === '*') {
      star = at;
      retry = index;
      at += 1;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === name[index])) {
      at += 1;
      index += 1;
    } else if (star >= 0) {
      at = star + 1;
      retry += 1;
      index = retry;
    } else {
      return false;
    }
  }
  while (pattern[at] === '*') at += 1;
  return at === pattern.length;
}

/** `true` when the segments of a path match those of a pattern, where `**` stands for any number of folders. */
export function matchesPath(pattern: readonly string[], path: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return path.length === 0;
  if (first === '**') {
    return path.some((_, from) => matchesPath(rest, path.slice(from))) || matchesPath(rest, []);
  }
  const [name, ...below] = path;
  return name !== undefined && matchesName(first, name) && matchesPath(rest, below);
}

export function isPattern(path: string): boolean {
  return /[*?]/.test(path);
}

/** Files that a folder holds for its system or its editor, not for its reader. */
function isHidden(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || name === 'Thumbs.db' || name === 'desktop.ini';
}

export const byCodeUnit = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/**
 * Every file under a folder as a path relative to it with `/`, in the order of its code units. Links to folders are not followed. A folder in it
 * that cannot be read is told to `unreadable`, without which it is left out.
 */
export async function filesUnder(
  folder: string,
  unreadable: (path: string) => void = () => undefined,
): Promise<string[]> {
  const found: string[] = [];
  const pending = [''];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const entries = await readdir(join(folder, next), { withFileTypes: true }).catch((error: unknown) => {
      if (next === '') throw error;
      unreadable(next);
      return [];
    });
    for (const entry of entries) {
      if (isHidden(entry.name)) continue;
      const path = next === '' ? entry.name : `${next}/${entry.name}`;
      if (entry.isDirectory()) pending.push(path);
      else found.push(path);
    }
  }
  return found.sort(byCodeUnit);
}

/** Files that match a pattern, sorted as {@link filesUnder}; none when its fixed part does not exist. */
export async function filesMatching(pattern: string): Promise<string[]> {
  const segments = pattern.split('/');
  const fixed = segments.slice(0, segments.findIndex(isPattern));
  const base = fixed.length === 0 ? '' : `${fixed.join('/')}/`;
  const variable = segments.slice(fixed.length);
  const files = await filesUnder(base === '' ? '.' : base).catch(() => []);
  return files.filter((file) => matchesPath(variable, file.split('/'))).map((file) => base + file);
}
