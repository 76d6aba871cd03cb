import { strToU8, Zip, ZipDeflate } from 'fflate';

/** A file of an archive. */
export interface Entry {
  write: (text: string) => void;
  end: () => void;
}

/** A ZIP archive in the making. The same contents are the same bytes whenever they are written. */
export interface Archive {
  /** A file that goes out as it is written: none is begun before the last such file has ended. */
  flowing: (name: string) => Entry;
  /** A file that waits, compressed, until it has ended; others may be written meanwhile. */
  waiting: (name: string) => Entry;
  /** What can be written by now; each byte is given once. */
  taken: () => Uint8Array[];
  finish: () => void;
}

/** The first day that the format knows, in whatever time zone this is. */
const firstDay = new Date(1980, 0, 1);

export function openArchive(): Archive {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error !== null) throw error;
    ready.push(bytes);
  });
  const file = (name: string) => Object.assign(new ZipDeflate(name, { level: 3 }), { mtime: firstDay });
  const entry = (to: ZipDeflate, ended: () => void): Entry => ({
    write: (text) => to.push(strToU8(text)),
    end: () => {
      to.push(new Uint8Array(), true);
      ended();
    },
  });
  return {
    flowing: (name) => {
      const made = file(name);
      zip.add(made);
      return entry(made, () => undefined);
    },
    waiting: (name) => {
      const made = file(name);
      const held: Parameters<typeof made.ondata>[1][] = [];
      made.ondata = (error, bytes) => {
        if (error !== null) throw error;
        held.push(bytes);
      };
      return entry(made, () => {
        zip.add(made);
        held.forEach((bytes, index) => made.ondata(null, bytes, index === held.length - 1));
      });
    },
    taken: () => ready.splice(0),
    finish: () => zip.end(),
  };
}
