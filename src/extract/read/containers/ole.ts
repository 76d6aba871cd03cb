import { InputError } from '../../../model/index.js';

/** One stream at the top of an OLE container. */
export interface OleStream {
  /** Bytes as declared; fewer come when the file is cut off. */
  size: number;
  read(): Uint8Array;
}

/** Longest stream that is read. */
const longestStream = 256 * 1024 * 1024;

/** Special sector numbers (MS-CFB 2.1): larger ones end a chain or are free. */
const lastSector = 0xfffffffa;

/**
 * The streams at the top of an OLE container (MS-CFB) by name. Only what is asked for is put together, and no chain of sectors is followed
 * longer than the file, so that loops end.
 * @throws InputError `damaged`
 */
export function openOle(bytes: Uint8Array): Map<string, OleStream> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 512 || view.getUint32(0) !== 0xd0cf11e0) throw new InputError('damaged');
  const shift = view.getUint16(0x1e, true);
  if (shift !== 9 && shift !== 12) throw new InputError('damaged');
  const sectorSize = 1 << shift;
  const sectors = Math.ceil(bytes.length / sectorSize) - 1;
  const miniCutoff = view.getUint32(0x38, true);
  const tables = tableSectors(view, sectorSize, sectors);

  const big: Chains = {
    size: sectorSize,
    count: sectors,
    next(sector) {
      const table = tables[Math.floor((sector * 4) / sectorSize)];
      return table === undefined ? lastSector + 1 : entryOf(sectorAt(table), sector % (sectorSize / 4));
    },
    at: sectorAt,
  };
  const directory = join(big, view.getUint32(0x30, true), bytes.length);
  const entries = directoryOf(directory);
  const root = entries[0];
  if (root === undefined) throw new InputError('damaged');
  const [miniTable, miniData] = [
    join(big, view.getUint32(0x3c, true), bytes.length),
    join(big, root.start, root.size),
  ];
  const small: Chains = {
    size: 64,
    count: Math.ceil(miniData.length / 64),
    next: (sector) => entryOf(miniTable, sector),
    at: (sector) => miniData.subarray(sector * 64, sector * 64 + 64),
  };
  const streams = new Map<string, OleStream>();
  for (const { name, type, start, size } of childrenOf(entries, root.child)) {
    if (type !== streamType || streams.has(name)) continue;
    streams.set(name, {
      size,
      read: () => join(size < miniCutoff ? small : big, start, Math.min(size, longestStream)),
    });
  }
  return streams;

  function sectorAt(sector: number): Uint8Array {
    return bytes.subarray((sector + 1) * sectorSize, (sector + 2) * sectorSize);
  }
}

/** Sectors of one size and the table that chains them. */
interface Chains {
  size: number;
  count: number;
  next(sector: number): number;
  at(sector: number): Uint8Array;
}

function entryOf(table: Uint8Array, index: number): number {
  const at = index * 4;
  if (at + 4 > table.length) return lastSector + 1;
  return new DataView(table.buffer, table.byteOffset + at, 4).getUint32(0, true);
}

/** The bytes of a chain, `size` at most; fewer when it ends early. */
function join(chains: Chains, start: number, size: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let sector = start; sector < chains.count && length < size; sector = chains.next(sector)) {
    if (parts.length >= chains.count) throw new InputError('damaged');
    const part = chains.at(sector);
    parts.push(part);
    length += part.length;
  }
  const whole = new Uint8Array(Math.min(length, size));
  let at = 0;
  for (const part of parts) {
    whole.set(part.subarray(0, whole.length - at), at);
    at += Math.min(part.length, whole.length - at);
  }
  return whole;
}

/** Sectors of the allocation table: the first 109 stand in the header, further ones in sectors chained by their last entry. */
function tableSectors(view: DataView, sectorSize: number, sectors: number): number[] {
  const found: number[] = [];
  const add = (from: number, count: number): void => {
    for (let index = 0; index < count && from + index * 4 + 4 <= view.byteLength; index++) {
      const sector = view.getUint32(from + index * 4, true);
      if (sector < sectors) found.push(sector);
    }
  };
  add(0x4c, 109);
  const perSector = sectorSize / 4 - 1;
  let sector = view.getUint32(0x44, true);
  for (let steps = 0; sector < sectors; steps++) {
    if (steps > sectors) throw new InputError('damaged');
    const from = (sector + 1) * sectorSize;
    add(from, perSector);
    const last = from + perSector * 4;
    sector = last + 4 <= view.byteLength ? view.getUint32(last, true) : lastSector + 1;
  }
  return found;
}

interface Entry {
  name: string;
  type: number;
  left: number;
  right: number;
  child: number;
  start: number;
  size: number;
}

const streamType = 2;

function directoryOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Entry[] = [];
  for (let at = 0; at + 128 <= bytes.length; at += 128) {
    const length = Math.min(Math.max(view.getUint16(at + 64, true) - 2, 0), 62);
    entries.push({
      name: new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length)),
      type: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    });
  }
  return entries;
}

/** Members of the tree that hangs below an entry, each once. */
function childrenOf(entries: readonly Entry[], top: number): Entry[] {
  const members: Entry[] = [];
  const seen = new Set<number>();
  const queue = [top];
  for (let index = queue.pop(); index !== undefined; index = queue.pop()) {
    const entry = entries[index];
    if (entry === undefined || seen.has(index)) continue;
    seen.add(index);
    members.push(entry);
    queue.push(entry.right, entry.left);
  }
  return members;
}
