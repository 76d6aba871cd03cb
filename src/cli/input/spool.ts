import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Keeps bytes out of memory for as long as the program runs. */
export interface Spool {
  /** Bytes for which there is no room are not kept. */
  put: (key: string, bytes: Uint8Array) => void;
  /** `null` when nothing is kept under the key. */
  get: (key: string) => Uint8Array | null;
  close: () => void;
}

/** Keeps them in a file without a name, so that nothing is left of it however the program ends. */
export function openSpool(folder = tmpdir()): Spool {
  const path = join(folder, `gouji-${randomBytes(8).toString('hex')}.tmp`);
  const places = new Map<string, { at: number; length: number }>();
  let file: number | null = null;
  let end = 0;
  const open = (): number => {
    const opened = openSync(path, 'wx+', 0o600);
    remove();
    return opened;
  };
  // A system that does not part a name from an open file lets it go at the end.
  const remove = () => {
    try {
      rmSync(path, { force: true });
    } catch {
      return;
    }
  };
  return {
    put: (key, bytes) => {
      if (places.has(key)) return;
      try {
        file ??= open();
        if (writeSync(file, bytes, 0, bytes.length, end) < bytes.length) return;
      } catch {
        return;
      }
      places.set(key, { at: end, length: bytes.length });
      end += bytes.length;
    },
    get: (key) => {
      const place = places.get(key);
      if (file === null || place === undefined) return null;
      const bytes = new Uint8Array(place.length);
      return readSync(file, bytes, 0, place.length, place.at) === place.length ? bytes : null;
    },
    close: () => {
      if (file !== null) closeSync(file);
      file = null;
      remove();
    },
  };
}
