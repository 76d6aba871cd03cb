import { InputError } from '../../../model/index.js';
import { beyond, roomOfOneInput, type Room } from '../bounds.js';
import { detect } from '../detect.js';
import type { ZipEntry } from './unzip.js';

/** One file to audit. */
export interface Input {
  name: string;
  bytes: Uint8Array;
  /** Why the file cannot be taken out of what holds it; `bytes` is empty then. */
  error: InputError | null;
}

/** Archives inside archives that are opened. */
const depthLimit = 3;

/** Files that come with a saved web page or a file system and never are a report. */
const furniture =
  /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)|\.(?:css|js|svg|gif|ico|woff2?|ttf|eot|mp[34])$/i;

/**
 * The reports that a file holds: those of a ZIP archive, the attachments of a mail, or the file itself. Never throws for what is in the
 * file: what cannot be read comes with its error, or as it is, to fail when read.
 */
export async function expandInput(bytes: Uint8Array, name: string): Promise<Input[]> {
  return expand(bytes, name, 0, roomOfOneInput());
}

async function expand(bytes: Uint8Array, name: string, depth: number, room: Room): Promise<Input[]> {
  const itself: Input[] = [{ name, bytes, error: null }];
  const kind = await kindOf(bytes);
  if (kind === 'archive' && depth >= depthLimit)
    return [
      {
        name,
        bytes: new Uint8Array(),
        error: new InputError('too-deep', { depth: String(depthLimit) }, name),
      },
    ];
  if (kind === 'archive') {
    const { numbered, openZip } = await import('./unzip.js');
    const inputs: Input[] = [];
    const names = new Set<string>();
    for (const [stored, entry] of openZip(bytes, room)) {
      if (furniture.test(stored)) continue;
      const shown = `${name}/${harmless(stored)}`;
      const own = names.has(shown) ? numbered(shown, (each) => names.has(each)) : shown;
      names.add(own);
      for (const each of await expandEntry(entry, own, depth, room)) inputs.push(each);
    }
    return inputs;
  }
  if (kind === 'mail') {
    const { attachments } = await import('../mail/mail.js');
    const inputs: Input[] = [];
    for (const each of attachments(bytes)) {
      room.parts--;
      if (room.parts < 0) throw beyond('parts', name);
      for (const input of await expand(each.bytes, `${name}/${harmless(each.name)}`, depth + 1, room))
        inputs.push(input);
    }
    return inputs.length > 0 ? inputs : itself;
  }
  return itself;
}

async function expandEntry(entry: ZipEntry, name: string, depth: number, room: Room): Promise<Input[]> {
  try {
    return await expand(entry.read(), name, depth + 1, room);
  } catch (error) {
    if (error instanceof InputError) return [{ name, bytes: new Uint8Array(), error }];
    throw error;
  }
}

async function kindOf(bytes: Uint8Array) {
  try {
    return await detect(bytes);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** A stored name without roots and steps upwards, so that it can be shown and made part of a path. */
function harmless(name: string): string {
  const parts = name.split(/[/\\]/).map((part) =>
    Array.from(part, (each) => (each < ' ' || each === ':' ? '_' : each))
      .join('')
      .trim(),
  );
  return parts.filter((part) => part !== '' && part !== '.' && part !== '..').join('/') || 'unnamed';
}
