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
  while (at < end && table.u8(at) === 1) at += 3 + table.u16(at + 1);
  if (at >= end || table.u8(at) !== 2) throw new InputError('damaged');
  const length = table.u32(at + 1);
  const count = Math.floor((length - 4) / 12);
  const start = at + 5;
  const found: Piece[] = [];
  for (let index = 0; index < count; index++) {
    const from = table.u32(start + index * 4);
    const to = table.u32(start + index * 4 + 4);
    const place = table.u32(start + (count + 1) * 4 + index * 8 + 2);
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
    text += decoders[width].decode(main.slice(offset, offset + (to - from) * width));
  }
  return text;
}
