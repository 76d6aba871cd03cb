import { u16, u32 } from './binary.js';
import { InputError } from '../../../model/index.js';
import { openOle } from '../containers/ole.js';

/** A part of the table stream. */
export interface Part {
  from: number;
  length: number;
}

/** Streams of a Word file and where its tables stand (MS-DOC 2.5, the FIB). */
export interface WordFile {
  main: Uint8Array;
  table: Uint8Array;
  data: Uint8Array;
  /** Characters of the main text, and those of footnotes, headers, … up to the text boxes and of these. */
  characters: { main: number; between: number; boxes: number };
  parts: Record<keyof typeof partIndex, Part>;
}

/** Index of each pair in FibRgFcLcb97 (MS-DOC 2.5.6). */
const partIndex = {
  styles: 1,
  characterRuns: 12,
  paragraphRuns: 13,
  pieces: 33,
  lists: 73,
  listUses: 74,
} as const;

/** First version with this layout: Word 97. */
const word97 = 0xc1;

/**
 * Opens a Word 97–2003 or WPS file.
 * @throws InputError `encrypted`, `unknown-format` for Word 95 and older, `damaged`
 */
export function openWord(bytes: Uint8Array): WordFile {
  const streams = openOle(bytes);
  const stream = (name: string): Uint8Array => streams.get(name)?.read() ?? new Uint8Array();
  const main = stream('WordDocument');
  const flags = u16(main, 0x0a);
  if ((flags & 0x0100) !== 0) throw new InputError('encrypted');
  const version = u16(main, 2);
  if (version < word97) throw new InputError('unknown-format', { version: String(version) });
  const table = stream((flags & 0x0200) === 0 ? '0Table' : '1Table');
  const part = (index: number): Part => ({
    from: u32(main, 0x9a + index * 8),
    length: u32(main, 0x9a + index * 8 + 4),
  });
  const count = (at: number): number => u32(main, 0x4c + at * 4);
  return {
    main,
    table,
    data: stream('Data'),
    // In order: main text, footnotes, headers, macros, comments, endnotes, text boxes.
    characters: {
      main: count(0),
      between: count(1) + count(2) + count(3) + count(4) + count(5),
      boxes: count(6),
    },
    parts: {
      styles: part(partIndex.styles),
      characterRuns: part(partIndex.characterRuns),
      paragraphRuns: part(partIndex.paragraphRuns),
      pieces: part(partIndex.pieces),
      lists: part(partIndex.lists),
      listUses: part(partIndex.listUses),
    },
  };
}
