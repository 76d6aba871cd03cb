import { slice, u16, u32, u8 } from './binary.js';
import { InputError } from '../../../model/index.js';
import type { WordFile } from './file.js';

/** A stretch of text that stands together in the main stream (MS-DOC 2.8.35). */
export interface Piece {
  /** Character positions `from` up to `to`. */
  from: number;
  to: number;
  /** Where it begins in the main stream, and bytes per character. */
  offset: number;
  width: 1 | 2;
}

/** More characters are no report. */
const longestText = 20_000_000;

/** The piece table: which bytes are which characters. */
export function piecesOf({ table, parts: { pieces } }: WordFile): Piece[] {
  let at = pieces.from;
  const end = pieces.from + pieces.length;
  // Property lists come first.
  while (at < end && u8(table, at) === 1) at += 3 + u16(table, at + 1);
  if (at >= end || u8(table, at) !== 2) throw new InputError('damaged');
  const length = u32(table, at + 1);
  const count = Math.floor((length - 4) / 12);
  const start = at + 5;
  const found: Piece[] = [];
  for (let index = 0; index < count; index++) {
    const from = u32(table, start + index * 4);
    const to = u32(table, start + index * 4 + 4);
    const place = u32(table, start + (count + 1) * 4 + index * 8 + 2);
    if (to < from || to > longestText) throw new InputError('damaged');
    const compressed = (place & 0x40000000) !== 0;
    const offset = place & 0x3fffffff;
    found.push(compressed ? { from, to, offset: offset >> 1, width: 1 } : { from, to, offset, width: 2 });
  }
  return found;
}

const decoders = { 1: new TextDecoder('windows-1252'), 2: new TextDecoder('utf-16le', { ignoreBOM: true }) };

/** All text, one character a position. */
export function textOf({ main }: WordFile, pieces: readonly Piece[]): string {
  let text = '';
  for (const { from, to, offset, width } of pieces) {
    if (from !== text.length) throw new InputError('damaged');
    text += decoders[width].decode(slice(main, offset, offset + (to - from) * width));
  }
  return text;
}
