import type { Handed } from './handed.js';

/** A document that can be read when its turn comes, so that a folder of many takes no room before. */
export interface Source {
  /** With the folders it lies in, as far as the browser tells them. */
  name: string;
  read: () => Promise<Uint8Array>;
}

export const handedOf = async ({ name, read }: Source): Promise<Handed> => ({ name, bytes: await read() });

export const sourceOf = (file: File, name = file.webkitRelativePath || file.name): Source => ({
  name,
  read: async () => new Uint8Array(await file.arrayBuffer()),
});

/** What systems, editors and saved web pages leave beside documents. */
const companion =
  /(?:^|\/)(?:\.|~\$|__MACOSX\/|Thumbs\.db$|desktop\.ini$)|\.(?:css|js|lnk|url|ini|tmp)$|_files\//i;

/** The documents among them, by name, so that the same folder is always read in the same order. */
export const documentsAmong = (sources: readonly Source[]): Source[] =>
  sources
    .filter(({ name }) => !companion.test(name))
    .sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

/** What lies in a folder; the browser tells it in parts. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (part.length === 0) return all;
    all.push(...part);
  }
}

async function sourcesOf(entry: FileSystemEntry): Promise<Source[]> {
  if (entry.isFile) {
    const file = await fileOf(entry as FileSystemFileEntry);
    return [sourceOf(file, entry.fullPath.replace(/^\//, ''))];
  }
  const within = await entriesOf(entry as FileSystemDirectoryEntry);
  const all: Source[] = [];
  for (const each of within) all.push(...(await sourcesOf(each)));
  return all;
}

/** What was dropped, folders with all that lies in them. */
export async function droppedSources({ items, files }: DataTransfer): Promise<Source[]> {
  // Asked at once: the browser forgets them after the event.
  const entries = Array.from(items, (item) => item.webkitGetAsEntry());
  const plain = Array.from(files, (file) => sourceOf(file));
  if (entries.every((entry) => entry === null)) return plain;
  const found = await Promise.all(
    entries.map((entry) => (entry === null ? Promise.resolve([]) : sourcesOf(entry))),
  );
  return found.flat();
}
