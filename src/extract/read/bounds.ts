import { InputError, type Document, type Table } from '../../model/index.js';

/**
 * How much of anything one input may have. An annual report has some ten thousand characters and a few hundred cells, a bulky one with its pictures
 * some ten megabytes: what goes beyond these bounds is something else, or made to keep the program busy.
 */
export const bounds = {
  /** Megabytes of one input. */
  input: 256,
  /** Megabytes of text or HTML. */
  text: 16,
  /** Megabytes of all that is unpacked from one input, archives in archives together. */
  unpacked: 256,
  /** Megabytes of one XML file. */
  xml: 32,
  /** Files in one archive. */
  entries: 10_000,
  /** Parts of one mail. */
  parts: 2_000,
  pages: 2_000,
  /** Elements of a web page. */
  elements: 500_000,
  /** Characters of all paragraphs and cells together. */
  characters: 2_000_000,
  /** Paragraphs and cells together. */
  pieces: 100_000,
  /** Places in the grids of all tables, those under spans counted. */
  places: 1_000_000,
  /** Megabytes of one stream of a PDF, unpacked, that is no picture. */
  stream: 32,
  /** Pictures on one page; a scanner that cuts a page into strips makes a few hundred. */
  pictures: 1_000,
  /** Megapixels of a picture. */
  pixels: 64,
  /** Pages of a scan, whose text is recognised letter by letter. */
  scans: 60,
} as const;

export type Bound = keyof typeof bounds;

/** A file of several reports may have so many times the text that one report may have. */
export const ofFile = 5;

/** The refusal of an input that goes beyond a bound, or so many times the bound. */
export function beyond(bound: Bound, place: string | null = null, times = 1): InputError {
  return new InputError('too-large', { bound, limit: String(bounds[bound] * times) }, place);
}

export const megabyte = 1024 * 1024;

/** Bytes that may still be unpacked, files that may still be listed, and mails that may still be opened, of one input and what is in it together. */
export interface Room {
  bytes: number;
  entries: number;
  parts: number;
}

export function roomOfOneInput(): Room {
  return { bytes: bounds.unpacked * megabyte, entries: bounds.entries, parts: bounds.parts };
}

/** Counts what is made of an input, so that a false number of repetitions costs no more than a true one. */
export function budget(bound: Bound, times = 1): (amount: number) => void {
  let left: number = bounds[bound] * times;
  return (amount) => {
    left -= amount;
    if (left < 0) throw beyond(bound, null, times);
  };
}

const widthOf = ({ rows }: Table): number =>
  rows.reduce(
    (most, row) => row.reduce((end, { column, columnSpan }) => Math.max(end, column + columnSpan), most),
    0,
  );

/**
 * The document, when it is no larger than what is recognised as one report, or `times` as much.
 * @throws InputError `too-large`
 */
export function withinBounds(document: Document, times = 1): Document {
  const characters = budget('characters', times);
  const pieces = budget('pieces', times);
  const places = budget('places', times);
  pieces(document.blocks.length);
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') characters(block.text.length);
    if (block.kind !== 'table') continue;
    if (block.grid) places(block.rows.length * widthOf(block));
    for (const row of block.rows) {
      pieces(row.length);
      for (const cell of row) characters(cell.text.length);
    }
  }
  return document;
}
