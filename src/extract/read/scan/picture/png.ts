import { Inflate } from 'fflate';

import { InputError } from '../../../../model/index.js';
import { beyond, bounds } from '../../bounds.js';
import type { Bitmap } from './bitmap.js';

/** Deflate packs at most so many bytes into one. */
const densest = 1032;

/** Samples a pixel by colour type: grey, colour, index into a palette, grey or colour with transparency. */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * Decodes a PNG that is not interlaced into shades of grey (ISO/IEC 15948); what is transparent is white.
 * @throws InputError `damaged`, `too-large`, `illegible` for an interlaced one
 */
export function readPng(bytes: Uint8Array): Bitmap {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 33) throw new InputError('damaged');
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const [depth, colour, interlaced] = [view.getUint8(24), view.getUint8(25), view.getUint8(28)];
  const channels = samples[colour];
  if (channels === undefined || ![1, 2, 4, 8, 16].includes(depth) || width === 0 || height === 0)
    throw new InputError('damaged');
  if (width * height > bounds.pixels * 1_000_000) throw beyond('pixels');
  if (interlaced !== 0) throw new InputError('illegible');

  const rowLength = Math.ceil((width * channels * depth) / 8);
  // No more can come of so few bytes (RFC 1951): what claims more is cut off, and takes no memory.
  if ((rowLength + 1) * height > bytes.length * densest) throw new InputError('damaged');
  const rows = new Uint8Array((rowLength + 1) * height);
  let filled = 0;
  let palette = new Uint8Array();
  const inflater = new Inflate((part) => {
    rows.set(part.subarray(0, rows.length - filled), filled);
    filled = Math.min(rows.length, filled + part.length);
  });
  // The data is a zlib stream over several chunks: two bytes of header come before what is deflated.
  let header = 2;
  try {
    for (let at = 8; at + 12 <= bytes.length && filled < rows.length;) {
      const length = view.getUint32(at);
      const data = bytes.subarray(at + 8, Math.min(at + 8 + length, bytes.length - 4));
      const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
      if (kind === 'PLTE') palette = data.slice();
      if (kind === 'IDAT') {
        const skipped = Math.min(header, data.length);
        header -= skipped;
        for (let from = skipped; from < data.length && filled < rows.length; from += 16_384)
          inflater.push(data.subarray(from, from + 16_384));
      }
      at += 12 + length;
    }
  } catch {
    throw new InputError('damaged');
  }
  if (filled < rows.length) throw new InputError('damaged');
  unfilter(rows, rowLength, height, Math.max(1, (channels * depth) >> 3));
  return {
    width,
    height,
    grey: greyOf(rows, rowLength, { width, height, depth, colour, channels, palette }),
  };
}

/** Undoes the filter of each row, which its first byte names (clause 9). */
function unfilter(rows: Uint8Array, rowLength: number, height: number, step: number): void {
  for (let row = 0; row < height; row++) {
    const start = row * (rowLength + 1) + 1;
    const filter = rows[start - 1] ?? 0;
    for (let at = 0; at < rowLength; at++) {
      const left = at < step ? 0 : (rows[start + at - step] ?? 0);
      const up = row === 0 ? 0 : (rows[start + at - rowLength - 1] ?? 0);
      const corner = row === 0 || at < step ? 0 : (rows[start + at - step - rowLength - 1] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      rows[start + at] = ((rows[start + at] ?? 0) + guess) & 255;
    }
  }
}

function paeth(left: number, up: number, corner: number): number {
  const [toLeft, toUp, toCorner] = [
    Math.abs(up - corner),
    Math.abs(left - corner),
    Math.abs(left + up - 2 * corner),
  ];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

interface Layout {
  width: number;
  height: number;
  depth: number;
  colour: number;
  channels: number;
  palette: Uint8Array;
}

function greyOf(
  rows: Uint8Array,
  rowLength: number,
  { width, height, depth, colour, channels, palette }: Layout,
): Uint8Array {
  const grey = new Uint8Array(width * height);
  const most = 2 ** Math.min(depth, 8) - 1;
  for (let y = 0; y < height; y++) {
    const start = y * (rowLength + 1) + 1;
    for (let x = 0; x < width; x++) {
      // Of samples of 16 bits the upper half.
      const sample = (channel: number): number => {
        if (depth >= 8) return rows[start + (x * channels + channel) * (depth >> 3)] ?? 0;
        const bit = x * depth;
        return ((rows[start + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & most;
      };
      grey[y * width + x] = shadeOf(colour, sample, most, palette);
    }
  }
  return grey;
}

function shadeOf(
  colour: number,
  sample: (channel: number) => number,
  most: number,
  palette: Uint8Array,
): number {
  const mixed = (red: number, green: number, blue: number): number =>
    (red * 299 + green * 587 + blue * 114) / 1000;
  if (colour === 3) {
    const at = sample(0) * 3;
    return mixed(palette[at] ?? 255, palette[at + 1] ?? 255, palette[at + 2] ?? 255);
  }
  const shade =
    colour === 0 || colour === 4 ? (sample(0) * 255) / most : mixed(sample(0), sample(1), sample(2));
  const opaque = colour === 4 ? sample(1) : colour === 6 ? sample(3) : 255;
  return 255 - ((255 - shade) * opaque) / 255;
}
