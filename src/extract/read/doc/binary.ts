import { InputError } from '../../../model/index.js';

/** Little-endian numbers; reading beyond the end says that the file is damaged. */
function within(bytes: Uint8Array, at: number, length: number): number {
  if (at < 0 || at + length > bytes.length) throw new InputError('damaged');
  return at;
}

export function u8(bytes: Uint8Array, at: number): number {
  return bytes[within(bytes, at, 1)] ?? 0;
}

export function u16(bytes: Uint8Array, at: number): number {
  within(bytes, at, 2);
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

export function i16(bytes: Uint8Array, at: number): number {
  return (u16(bytes, at) << 16) >> 16;
}

export function u32(bytes: Uint8Array, at: number): number {
  return u16(bytes, at) + u16(bytes, at + 2) * 0x10000;
}

/** The bytes from `from` up to `to`. */
export function slice(bytes: Uint8Array, from: number, to: number): Uint8Array {
  return bytes.subarray(within(bytes, from, Math.max(0, to - from)), Math.max(from, to));
}
