import { createHash } from 'node:crypto';
import type { Summary } from '../../report/renderer.js';

/** Bytes that the name of a document has at most: file systems take 255, and archivers and synchronisers add to them. */
const mostBytes = 150;

/** Bytes left for the extension. */
const forExtension = 10;

/** Names that a system keeps for its devices, and those that the program writes beside the documents. */
const taken = /^(?:con|prn|aux|nul|com\d|lpt\d|index|audits)$/i;

/** What no file system forbids and no shell, terminal or page takes for anything but a name. */
function safe(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\p{C}\s/\\:*?"'<>|&;$`#%{}()[\]!=^~]+/gu, '_')
    .replaceAll(/^[._-]+|[._-]+$/g, '');
}

/** The beginning of the text, as many bytes as fit. */
function shortened(text: string, bytes: number): string {
  let left = bytes;
  let end = 0;
  for (const character of text) {
    left -= Buffer.byteLength(character);
    if (left < 0) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/** What a document is named for. */
type Named = Pick<Summary, 'name' | 'agency' | 'year'>;

function baseOf({ name, agency, year }: Named): string {
  const source = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('›')) + 1);
  return safe([agency ?? source, ...(year === null ? [] : [String(year)])].join('-'));
}

/**
 * Names the documents of audits in one folder, without extension: agency and year, and part of the hash of the source's name where they do not tell the
 * reports apart. No two are equal, not even but for case; to be asked for each audit once, in order.
 */
export function documentNames(): (summary: Named) => string {
  const used = new Set<string>();
  return (summary) => {
    const hash = createHash('sha256').update(summary.name).digest('hex');
    const base = baseOf(summary);
    const bare = summary.agency !== null && base !== '' && !taken.test(base) ? [''] : [];
    for (const suffix of [...bare, ...[8, 16, 32, 64].map((length) => `-${hash.slice(0, length)}`)]) {
      const name = shortened(base, mostBytes - forExtension - suffix.length) + suffix;
      const key = name.toLowerCase();
      if (used.has(key)) continue;
      used.add(key);
      return name;
    }
    const name = `${hash}-${used.size}`;
    used.add(name);
    return name;
  };
}
