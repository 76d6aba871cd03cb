import { readdir } from 'node:fs/promises';

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
  return (
    name.startsWith('.') || name.startsWith('~$') || /^(?:thumbs\.db|desktop\.ini|__MACOSX)$/i.test(name)
  );
}

/** Names of files that are no documents: what comes with web pages, shortcuts, programs. */
const noDocument =
  /\.(?:css|m?js|map|svg|gif|ico|cur|woff2?|ttf|otf|eot|mp[34]|wav|avi|lnk|url|webloc|ini|db|tmp|exe|dll|bat|cmd|sh|ps1)$/i;

/** The folder in which a browser keeps what belongs to a page that it saved beside it. */
function isCompanion(name: string, beside: ReadonlySet<string>): boolean {
  const [, page] = /^(.+)(?:_files|\.files|_archivos|_file)$/.exec(name) ?? [];
  return page !== undefined && ['html', 'htm', 'mht'].some((each) => beside.has(`${page}.${each}`));
}

export const byCodeUnit = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/** A file under a folder. */
export interface FoundFile {
  /** Relative to the folder, with `/`. */
  path: string;
  /** The whole path as the system has it, where that is no UTF-8. */
  raw?: Buffer;
  /** Why it cannot be read, as far as the folder tells. */
  problem?: 'not-permitted' | 'not-a-file';
}

/** A name as the system has it, byte by byte, and as people read it: not every name is UTF-8, older ones are GBK. */
function shown(bytes: string): { text: string; isText: boolean } {
  const name = Buffer.from(bytes, 'latin1');
  const text = name.toString('utf8');
  if (Buffer.from(text, 'utf8').equals(name)) return { text, isText: true };
  return { text: new TextDecoder('gb18030').decode(name), isText: false };
}

/**
 * Every file under a folder in the order of the code units of its path, and how many were passed over because they are no documents. Links to folders are not
 * followed. A folder that cannot be read is a file that cannot.
 */
export async function filesUnder(folder: string): Promise<{ files: FoundFile[]; passedOver: number }> {
  const files: FoundFile[] = [];
  let passedOver = 0;
  const top = Buffer.from(folder, 'utf8').toString('latin1');
  const pending = [{ bytes: '', path: '', isText: true, passed: false }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { bytes, path, isText, passed } = next;
    const rawPath = (name: string) => Buffer.from(`${top}/${name}`, 'latin1');
    const entries = await readdir(rawPath(bytes), { withFileTypes: true, encoding: 'latin1' }).catch(
      (error: unknown) => {
        if (path === '') throw error;
        files.push({ path, problem: 'not-permitted' });
        return [];
      },
    );
    const beside = new Set(entries.map(({ name }) => shown(name).text));
    for (const entry of entries) {
      const name = shown(entry.name);
      const isFolder = entry.isDirectory();
      if (isHidden(name.text)) continue;
      const own = {
        bytes: bytes === '' ? entry.name : `${bytes}/${entry.name}`,
        path: path === '' ? name.text : `${path}/${name.text}`,
        isText: isText && name.isText,
        passed: passed || (isFolder && isCompanion(name.text, beside)),
      };
      if (isFolder) pending.push(own);
      else if (own.passed || noDocument.test(name.text)) passedOver += 1;
      else
        files.push({
          path: own.path,
          ...(own.isText ? {} : { raw: rawPath(own.bytes) }),
          ...(entry.isFile() || entry.isSymbolicLink() ? {} : { problem: 'not-a-file' as const }),
        });
    }
  }
  return { files: files.sort((one, other) => byCodeUnit(one.path, other.path)), passedOver };
}

/** Files that match a pattern, sorted as {@link filesUnder}; none when its fixed part does not exist. */
export async function filesMatching(pattern: string): Promise<string[]> {
  const segments = pattern.split('/');
  const fixed = segments.slice(0, segments.findIndex(isPattern));
  const base = fixed.length === 0 ? '' : `${fixed.join('/')}/`;
  const variable = segments.slice(fixed.length);
  const { files } = await filesUnder(base === '' ? '.' : base).catch(() => ({ files: [] }));
  return files
    .map(({ path }) => path)
    .filter((file) => matchesPath(variable, file.split('/')))
    .map((file) => base + file);
}
