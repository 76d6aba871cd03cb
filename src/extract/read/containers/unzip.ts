import { Inflate, inflateSync } from 'fflate';
import { InputError } from '../../../model/index.js';
import { beyond, roomOfOneInput, type Room } from '../bounds.js';

/** One file of an archive. */
export interface ZipEntry {
  /** As stored, decoded; may hold anything, so never use it as a path. */
  name: string;
  /** Unpacked size in bytes as the archive declares it. */
  size: number;
  /**
   * Unpacks the file; the same bytes at every call.
   * @throws InputError `too-large`, `encrypted` or `damaged`
   */
  read(): Uint8Array;
}

/** Compressed bytes inflated at once; they expand at most a thousandfold before the sizes are compared again. */
const step = 16 * 1024;

/** Bytes before each file, without its name. */
const localHeader = 30;

/**
 * The files of a ZIP archive by name, in the order of its directory; of files with one name the last has it, the others a number behind theirs. Folders are
 * left out.
 * Nothing is unpacked before `read`, and of all files together no more than there is room for.
 * @throws InputError `damaged` without a directory, `too-large` with too many files
 */
export function openZip(bytes: Uint8Array, room = roomOfOneInput()): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, ZipEntry>();
  const end = findEnd(view);
  const directory = view.getUint32(end + 16, true);
  let at = directory;
  const count = view.getUint16(end + 10, true);
  room.entries -= count;
  if (room.entries < 0) throw beyond('entries');
  let taken = 0;
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new InputError('damaged');
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const name = decodeName(bytes.subarray(at + 46, at + 46 + nameLength));
    const stored = {
      flags,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    };
    // Files that lie over each other are made to unpack the same bytes again and again.
    taken += localHeader + stored.packed;
    if (taken > directory) throw new InputError('damaged');
    if (!name.endsWith('/')) {
      // The last of one name counts; the others are there under names of their own.
      const before = entries.get(name);
      if (before !== undefined)
        entries.set(
          numbered(name, (each) => entries.has(each)),
          before,
        );
      entries.set(name, entryOf(name, stored, bytes, view, room));
    }
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The name with a number before its extension, one that is not taken. */
export function numbered(name: string, isTaken: (name: string) => boolean): string {
  const [, base = name, extension = ''] = /^(.+?)(\.[^./]*)?$/.exec(name) ?? [];
  for (let number = 2; ; number += 1) {
    const candidate = `${base} (${number})${extension}`;
    if (!isTaken(candidate)) return candidate;
  }
}

interface Stored {
  flags: number;
  method: number;
  packed: number;
  size: number;
  /** Offset of the local header. */
  at: number;
}

function entryOf(name: string, stored: Stored, bytes: Uint8Array, view: DataView, room: Room): ZipEntry {
  let unpacked: Uint8Array | null = null;
  return {
    name,
    size: stored.size,
    read() {
      if (unpacked !== null) return unpacked;
      if ((stored.flags & 1) !== 0) throw new InputError('encrypted', {}, name);
      if (stored.size > room.bytes) throw beyond('unpacked', name);
      room.bytes -= stored.size;
      if (stored.at + localHeader > bytes.length || view.getUint32(stored.at, true) !== 0x04034b50)
        throw new InputError('damaged', {}, name);
      const start =
        stored.at + localHeader + view.getUint16(stored.at + 26, true) + view.getUint16(stored.at + 28, true);
      if (start + stored.packed > bytes.length) throw new InputError('damaged', {}, name);
      unpacked = unpack(bytes.subarray(start, start + stored.packed), stored, name);
      return unpacked;
    },
  };
}

function unpack(packed: Uint8Array, { method, size }: Stored, name: string): Uint8Array {
  // A part of the archive's own memory would take all of it along to another thread.
  if (method === 0 && packed.length === size) return new Uint8Array(packed);
  if (method !== 8) throw new InputError('damaged', { method: String(method) }, name);
  try {
    const unpacked =
      packed.length <= step
        ? inflateSync(packed, { out: new Uint8Array(size + 1) })
        : inflateInSteps(packed, size);
    if (unpacked.length === size) return unpacked;
    throw unpacked.length > size ? beyond('unpacked', name) : new InputError('damaged', {}, name);
  } catch (error) {
    throw error instanceof InputError ? error : new InputError('damaged', {}, name);
  }
}

/** As many bytes as there are, but stops soon after `size` of them. */
function inflateInSteps(packed: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size + 1);
  let length = 0;
  const inflater = new Inflate((chunk) => {
    out.set(chunk.subarray(0, out.length - length), length);
    length = Math.min(length + chunk.length, out.length);
  });
  for (let at = 0; at < packed.length && length <= size; at += step)
    inflater.push(packed.subarray(at, at + step), at + step >= packed.length);
  return out.subarray(0, length);
}

/** The end record stands in the last 64 KiB, behind it at most a comment. */
function findEnd(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - 0xffff; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw new InputError('damaged');
}

/**
 * Names are UTF-8 or, from Chinese Windows, GBK; archivers set the flag for UTF-8 so unreliably that the bytes decide.
 */
function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\\', '/');
  } catch {
    return new TextDecoder('gb18030').decode(bytes).replaceAll('\\', '/');
  }
}
