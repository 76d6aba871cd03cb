import { InputError } from '../../../model/index.js';

/** Little-endian numbers of a stream; reading beyond its end says that the file is damaged. */
export interface Binary {
  bytes: Uint8Array;
  u8(at: number): number;
  u16(at: number): number;
  i16(at: number): number;
  u32(at: number): number;
  /** The bytes from `from` up to `to`. */
  slice(from: number, to: number): Uint8Array;
}

export function binary(bytes: Uint8Array): Binary {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const within = (at: number, length: number): number => {
    if (at < 0 || at + length > bytes.length) throw new InputError('damaged');
    return at;
  };
  return {
    bytes,
    u8: (at) => view.getUint8(within(at, 1)),
    u16: (at) => view.getUint16(within(at, 2), true),
    i16: (at) => view.getInt16(within(at, 2), true),
    u32: (at) => view.getUint32(within(at, 4), true),
    slice: (from, to) => bytes.subarray(within(from, Math.max(0, to - from)), Math.max(from, to)),
  };
}
